import PledgedCore
import PledgedTesting
import PledgedViews

/// Questions of the present, on a day on which nothing in the samples is due.
extension ViewStore {
    static let today = SampleEvents.date("2024-07-15")

    func pledges(_ query: PledgeQuery) throws(ViewError) -> Page<PledgeRow> { try pledges(query, today: Self.today) }

    func pledge(_ id: LogPosition) throws(ViewError) -> PledgeRow? {
        try pledge(id, asOf: nil, today: Self.today)?.pledge
    }

    func actor(_ id: Int64) throws(ViewError) -> ActorRow? { try actor(id, asOf: nil, today: Self.today)?.actor }
}
