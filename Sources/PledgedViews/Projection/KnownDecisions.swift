internal import GRDB
internal import PledgedCore

/// What people decided, and on what each decision bears now, in memory: there are few, and every article asks.
struct KnownDecisions {
    /// What a decision may be about.
    enum Subject: Hashable {
        case telling, identity
    }

    struct Record {
        let position: Int64
        let decision: Event.Name
        /// As the column keeps it.
        let resolution: String?
        /// On which it bears now: one or two tellings or identities, where those are there.
        let subject: Subject
        var thing: Int64?
        var other: Int64?
    }

    private struct Thing: Hashable {
        let subject: Subject
        let number: Int64
    }

    private var records: [Int64: Record] = [:]
    /// The positions of decisions that bear on a thing, and of those that name it second.
    private var bearing: [Thing: Set<Int64>] = [:]
    private var bearingSecond: [Thing: Set<Int64>] = [:]
    /// The position of the last one; nil where there is none.
    private(set) var last: Int64?

    /// None.
    init() {}

    /// Those that the database has.
    init(in database: Database) throws {
        let sql = """
            SELECT position, decision, resolution, telling, other_telling, identity, other_identity FROM decisions
            """
        for row in try Row.fetchAll(database, sql: sql) {
            let decision = try row.code("decision", as: Event.Name.self)
            let subject = Subject(decision)
            let columns = subject == .telling ? ("telling", "other_telling") : ("identity", "other_identity")
            put(
                Record(
                    position: row["position"],
                    decision: decision,
                    resolution: row["resolution"],
                    subject: subject,
                    thing: row[columns.0],
                    other: row[columns.1]
                )
            )
        }
    }

    /// Adds `record`, or has it say what it says now.
    mutating func put(_ record: Record) {
        if let old = records[record.position] {
            if let thing = old.thing { bearing[Thing(subject: old.subject, number: thing)]?.remove(old.position) }
            if let other = old.other { bearingSecond[Thing(subject: old.subject, number: other)]?.remove(old.position) }
        }
        records[record.position] = record
        last = max(last ?? record.position, record.position)
        if let thing = record.thing {
            bearing[Thing(subject: record.subject, number: thing), default: []].insert(record.position)
        }
        if let other = record.other {
            bearingSecond[Thing(subject: record.subject, number: other), default: []].insert(record.position)
        }
    }

    /// Has the decision at `position` bear on `things`, one or two.
    mutating func bear(_ position: Int64, on things: [Int64?]) {
        guard var record = records[position] else { return }
        (record.thing, record.other) = (things[0], things.count > 1 ? things[1] : nil)
        put(record)
    }

    /// The decisions that bear on `number`, in any order.
    func on(_ number: Int64, _ subject: Subject) -> [Record] {
        found(bearing, Thing(subject: subject, number: number))
    }

    /// The decisions that name `number` second, in any order.
    func onSecond(_ number: Int64, _ subject: Subject) -> [Record] {
        found(bearingSecond, Thing(subject: subject, number: number))
    }

    private func found(_ positions: [Thing: Set<Int64>], _ thing: Thing) -> [Record] {
        positions[thing]?.compactMap { records[$0] } ?? []
    }

    /// What people decided last about any of `tellings`, which are one pledge; nil where it is open.
    func resolution(of tellings: [Int64]) -> String? {
        if last == nil { return nil }
        let resolving: Set<Event.Name> = [.pledgeResolved, .pledgeDismissed, .pledgeReopened]
        let decided = tellings.flatMap { on($0, .telling) }.filter { resolving.contains($0.decision) }
        guard let latest = decided.max(by: { $0.position < $1.position }) else { return nil }
        return latest.decision == .pledgeDismissed ? PledgeStatus.dismissed.rawValue : latest.resolution
    }
}

extension KnownDecisions.Subject {
    /// What a decision called `name` is about.
    init(_ name: Event.Name) { self = name.rawValue.hasPrefix("pledge") ? .telling : .identity }
}
