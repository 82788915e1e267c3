import PledgedTesting
import Testing

@testable import PledgedIntake

/// Random days in a drop folder, small queues and all.
///
/// Held to be true, whatever happens:
/// - no file is taken while a writer has it open of whom the tracker was told;
/// - once all is quiet, every file that is there has been taken as it is, and none is taken twice as it is;
/// - where there is room, the safety net never finds a file that was not looked for anyway;
/// - no more is kept in mind than there is room for.
@Suite struct `Arrival tracker on random days` {
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `loses nothing and is never too early`(seed: UInt64) {
        var day = RandomDay(seed: seed)
        for _ in 0..<400 { day.step() }
        day.endQuietly()
    }
}

private struct RandomDay {
    private var random: SeededGenerator
    private var folder: ModelFolder
    private var tracker: ArrivalTracker
    private let keeps: Bool
    private let seed: UInt64
    private let names = (0..<8).map { EntryName("story-\($0)") }
    private var taken: Set<DropIdentity> = []
    private var inHand: [(EntryName, DropIdentity)] = []

    init(seed: UInt64) {
        self.seed = seed
        random = SeededGenerator(seed: seed)
        keeps = Bool.random(using: &random)
        folder = ModelFolder(queueMax: [3, 10, 1000].randomElement(using: &random) ?? 10)
        var settings = Script.settings
        settings.trackedMax = [4, 1000].randomElement(using: &random) ?? 4
        tracker = ArrivalTracker(settings)
        tracker.arm(isRemote: Bool.random(using: &random))
    }

    mutating func step() {
        guard Int.random(in: 0..<5, using: &random) > 0 else { return comeRound() }
        act()
    }

    /// What people and programs do.
    private mutating func act() {
        let name = names.randomElement(using: &random) ?? names[0]
        switch Int.random(in: 0..<13, using: &random) {
        case 0...1: folder.create(name)
        case 2...3: folder.write(name)
        case 4...6: folder.close(name)
        case 7: folder.moveIn(name)
        case 8: folder.linkIn(name)
        case 9: folder.remove(name)
        case 10...11: folder.pass(.milliseconds(Int.random(in: 0...300, using: &random)))
        default: folder.pass(.milliseconds(Int.random(in: 0...3_000, using: &random)))
        }
    }

    /// What the intake's loop does each time.
    private mutating func comeRound(isCalm: Bool = false) {
        drain()
        tracker.advance(to: folder.now)
        if let cause = tracker.lookDue(at: folder.now) {
            tracker.beginLook(cause, at: folder.now)
            for (name, _) in folder.files {
                if let glimpse = folder.glimpse(name) { tracker.meet(name, glimpse, at: folder.now) }
            }
            // The folder does not stand still meanwhile.
            if !isCalm { for _ in 0..<Int.random(in: 0...6, using: &random) { act() } }
            drain()
            tracker.endLook(at: folder.now)
        }
        #expect(tracker.tracked.count <= tracker.settings.trackedMax, "seed \(seed)")
        guard isCalm || Bool.random(using: &random) else { return }
        if inHand.isEmpty { takeBatch() } else { releaseBatch(isCalm: isCalm) }
    }

    private mutating func drain() {
        for event in folder.drain() {
            guard case .created(let name) = event else {
                tracker.note(event, at: folder.now)
                continue
            }
            tracker.note(event, glimpse: folder.glimpse(name), at: folder.now)
        }
    }

    private mutating func takeBatch() {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard let name = tracker.take() else { return }
            guard let file = folder.files[name] else {
                tracker.release(name, .gone, at: folder.now)
                continue
            }
            let identity = folder.identity(of: file)
            guard !tracker.isKept(name, identity) else {
                tracker.release(name, .kept(identity), at: folder.now)
                continue
            }
            expectFinished(name, file)
            inHand.append((name, identity))
        }
    }

    private func expectFinished(_ name: EntryName, _ file: ModelFolder.File) {
        // Where there is no room, what was told is not remembered.
        guard file.isOpen, file.isWriterAnnounced, tracker.settings.trackedMax > names.count else { return }
        let isSilent = file.changed + tracker.settings.patience <= folder.now
        #expect(isSilent, "seed \(seed): '\(name)' is being written")
    }

    private mutating func releaseBatch(isCalm: Bool) {
        // The admission takes all or nothing, and what it didn't take is given back last first.
        let isAdmitted = isCalm || Int.random(in: 0..<5, using: &random) > 0
        for (name, identity) in inHand.reversed() {
            let release = isAdmitted ? dispose(name, identity, isCalm: isCalm) : .untouched
            tracker.release(name, release, at: folder.now)
        }
        inHand = []
    }

    private mutating func dispose(_ name: EntryName, _ identity: DropIdentity, isCalm: Bool) -> Release {
        guard isCalm || Int.random(in: 0..<8, using: &random) > 0 else { return .failed("Input/output error.") }
        if keeps {
            taken.insert(identity)
            return .kept(identity)
        }
        guard let file = folder.files[name] else { return .gone }
        guard folder.identity(of: file) == identity else { return .stillWritten }
        #expect(taken.insert(identity).inserted, "seed \(seed): '\(name)' was taken twice")
        folder.remove(name)
        return .moved
    }

    /// All writers finish, and time goes by as long as it takes.
    mutating func endQuietly() {
        for name in names { folder.close(name) }
        for _ in 0..<200 {
            folder.pass(.milliseconds(500))
            comeRound(isCalm: true)
        }
        for (name, file) in folder.files {
            #expect(keeps && taken.contains(folder.identity(of: file)), "seed \(seed): '\(name)' was never taken")
        }
        #expect(tracker.tracked.isEmpty, "seed \(seed)")
        guard tracker.settings.trackedMax > names.count else { return }
        #expect(tracker.foundByRescan == 0, "seed \(seed): only the safety net found a file")
    }
}
