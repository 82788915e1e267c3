internal import GRDB
internal import PledgedCore

/// Proposes happenings that may show that a pledge was kept; whether they do, people decide.
///
/// A happening is proposed where a party of the pledge takes part in it, where it comes after the pledge was said and is
/// over, and where it has most of the pledge's telling words and no smaller number.
struct EvidenceFinder {
    /// Happenings that are looked at, latest first.
    static let candidatesMax = 500
    /// Happenings that are proposed.
    static let proposalsMax = 5

    let moment: Moment
    let database: Database

    init(_ moment: Moment, _ database: Database) { (self.moment, self.database) = (moment, database) }

    func evidence(for pledge: PledgeRow, _ tellings: [Row]) throws -> [TimelineRow] {
        guard pledge.kind != .request, let said = pledge.said, let first = tellings.first else { return [] }
        let promised = try Telling(first).words.quote
        guard promised.words.contains(where: { $0.weight > 2 }) else { return [] }
        let positions = tellings.map { String($0["position"] as Int64) }.joined(separator: ", ")
        let parties = """
            SELECT same.id FROM telling_parties JOIN identities AS own ON own.id = telling_parties.identity
                JOIN identities AS same ON \(moment.actor(of: "same")) = \(moment.actor(of: "own"))
            WHERE telling IN (\(positions)) AND telling_parties.role IN ('by', 'of')
            """
        let sql = """
            SELECT position, quote FROM timeline
            WHERE position IN (SELECT entry FROM timeline_actors WHERE identity IN (\(parties)))
                AND \(moment.shows("timeline")) AND first_day > ? AND last_day <= ?
            ORDER BY last_day DESC, position DESC LIMIT \(Self.candidatesMax)
            """
        let values: StatementArguments = [said.description, moment.today.description]
        let rows = try Row.fetchAll(database.makeStatement(sql: sql), arguments: values)
        let found = rows.filter { Self.mayShow($0["quote"], promised, pledge.quantity) }
        let list = found.prefix(Self.proposalsMax).map { $0["position"] as Int64 }
        return try TimelineRows(moment, database).entries(list)
    }

    /// Whether `quote` tells of `promised` having been done.
    static func mayShow(_ quote: String, _ promised: ContentWords, _ quantity: Quantity?) -> Bool {
        let shared = ContentWords(quote).shared(with: promised)
        let weight = shared.reduce(0) { $0 + $1.weight }
        guard shared.contains(where: { $0.weight > 2 }), weight * 100 >= promised.weight * 50 else { return false }
        guard let quantity else { return true }
        let numbers = Folding.letters(quote).split { !$0.isNumber && $0 != "," && $0 != "." }
            .compactMap { Double($0.filter { $0 != "," }) }
        return numbers.isEmpty || numbers.contains { $0 >= quantity.value }
    }
}
