internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Pledges and requests across articles, in the order that is asked for.
    ///
    /// Words of `about` match beginnings: "engineer" finds "engineers". Dismissed pledges are left out unless they are
    /// asked for.
    ///
    /// - Parameters:
    ///   - query: which of them.
    ///   - today: the day on which their statuses are told, UTC; for a past moment, that day counts.
    /// - Returns: One page of them.
    /// - Throws: ``ViewError``, with code `beyondEnd` for a moment that the views do not reach.
    public func pledges(_ query: PledgeQuery, today: CalendarDate) throws(ViewError) -> Page<PledgeRow> {
        try page(query.page, asOf: query.asOf, today: today) { moment, _ in
            PledgeList(query, at: moment).sql
        } _: { rows, moment, database in
            try PledgeRows(moment, database).rows(rows)
        }
    }

    /// The number that the pledge has now which had `id`, or of which the event at `id` is a telling; nil where there is
    /// none any more.
    public func pledgeID(_ id: LogPosition) throws(ViewError) -> LogPosition? {
        try read { try PledgeFinder(database: $0).pledge(id) }
    }

    /// The telling by which a decision refers to the pledge; nil where there is none.
    ///
    /// For the position of a telling that is that telling, for a pledge's number the one that was said first.
    public func pledgeReference(_ id: LogPosition) throws(ViewError) -> FactReference? {
        try read { try PledgeFinder(database: $0).reference(id) }
    }

    /// One pledge with all its tellings; nil where there is none.
    ///
    /// - Parameters:
    ///   - id: its number, one that it had, or the position of any of its tellings.
    ///   - asOf: what was known then; nil for now.
    ///   - today: as for ``pledges(_:today:)``.
    /// - Returns: The pledge, what changed, what people decided, and what may show that it was kept.
    /// - Throws: As ``pledges(_:today:)``.
    public func pledge(_ id: LogPosition, asOf: AsOf?, today: CalendarDate) throws(ViewError) -> PledgeDetail? {
        try read { database in
            let moment = try Moment(asOf, today: today, in: database)
            return try PledgeDetailReader(moment, database).detail(id)
        }
    }
}
