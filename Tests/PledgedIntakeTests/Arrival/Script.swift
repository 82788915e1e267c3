@testable import PledgedIntake

/// One thing that happens to a tracker, at a moment in milliseconds.
enum Script {
    struct Entry {
        let name: EntryName
        let glimpse: Glimpse

        /// It changed `age` milliseconds ago.
        init(_ name: EntryName, size: Int64, links: UInt64 = 1, kind: Glimpse.Kind = .file, age: Int) {
            self.name = name
            let identity = DropIdentity(size: size, inode: 1, modified: Int64(-age))
            glimpse = Glimpse(kind: kind, links: links, identity: identity, age: .milliseconds(age))
        }
    }

    case event(Int, FolderEvent)
    case creation(Int, Entry)
    case aLook(Int, RescanCause, [Entry])
    case time(Int)
    case arm

    static func created(
        _ moment: Int,
        _ name: EntryName,
        size: Int64 = 0,
        links: UInt64 = 1,
        kind: Glimpse.Kind = .file
    ) -> Script {
        .creation(moment, Entry(name, size: size, links: links, kind: kind, age: 0))
    }

    static func look(_ moment: Int, cause: RescanCause = .armed, _ entries: Entry...) -> Script {
        .aLook(moment, cause, entries)
    }

    static var settings: TrackerSettings {
        var settings = TrackerSettings()
        settings.patience = .seconds(10)
        settings.rescan = .seconds(5)
        settings.poll = .seconds(1)
        return settings
    }

    /// Lets it happen, and takes what is ready then.
    func play(_ tracker: inout ArrivalTracker) -> [String] {
        switch self {
        case .event(let moment, let event): tracker.note(event, at: Self.moment(moment))
        case .creation(let moment, let entry):
            tracker.note(.created(entry.name), glimpse: entry.glimpse, at: Self.moment(moment))
        case .aLook(let moment, let cause, let entries):
            tracker.beginLook(cause, at: Self.moment(moment))
            for entry in entries { tracker.meet(entry.name, entry.glimpse, at: Self.moment(moment)) }
            tracker.endLook(at: Self.moment(moment))
        case .time(let moment): tracker.advance(to: Self.moment(moment))
        case .arm: tracker.arm(isRemote: false)
        }
        guard case .event = self else { return take(&tracker) }
        return []
    }

    private func take(_ tracker: inout ArrivalTracker) -> [String] {
        var names: [String] = []
        while let name = tracker.take() { names.append(name.description) }
        return names
    }

    private static func moment(_ milliseconds: Int) -> Moment { .start + .milliseconds(milliseconds) }
}

extension EntryName: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
