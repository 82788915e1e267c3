import Dispatch
import PledgedCore
import Synchronization

/// Makes commits durable on a thread of its own, as many as wait with one write and one sync.
///
/// A serial dispatch queue has a thread outside Swift's pool, so that a slow disk holds up nobody but those who append.
final class CommitQueue: Sendable {
    typealias Reply = CheckedContinuation<Result<Void, LogError>, Never>

    private struct Waiting {
        let commit: Commit
        let reply: Reply
    }

    private struct Queue {
        var waiting: [Waiting] = []
        var bytes = 0
        /// How many must wait for the writer to be called; nil while it does not listen.
        var awaited: Int?
    }

    /// What the last group was like.
    private struct LastGroup {
        var count = 0
        var duration = Duration.zero
    }

    /// Smaller groups are not worth waiting for.
    private static let gatheredMin = 4

    private let thread = DispatchQueue(label: "pledged.log")
    private let queue = Mutex(Queue())
    /// Locked by `thread` alone.
    private let writer: Mutex<SegmentWriter>
    private let published: Published
    private let growth: Growth
    private let gathered = DispatchSemaphore(value: 0)
    /// Locked by `thread` alone.
    private let lastGroup = Mutex(LastGroup())
    private let groupBytesMax: Int
    private let waitingBytesMax: Int

    init(_ writer: SegmentWriter, published: Published, growth: Growth, configuration: LogConfiguration) {
        self.writer = Mutex(writer)
        self.published = published
        self.growth = growth
        groupBytesMax = configuration.groupBytesMax
        waitingBytesMax = configuration.waitingBytesMax
    }

    /// Whether one more commit may wait.
    var hasRoom: Bool { queue.withLock { $0.bytes < waitingBytesMax } }

    /// Puts a commit in line; `reply` is resumed when it is durable, or has failed.
    func enqueue(_ commit: Commit, reply: Reply) {
        let isFirst = queue.withLock { queue in
            queue.waiting.append(Waiting(commit: commit, reply: reply))
            queue.bytes += commit.bytes.count
            if queue.awaited == queue.waiting.count {
                queue.awaited = nil
                gathered.signal()
            }
            return queue.waiting.count == 1
        }
        if isFirst { thread.async { self.writeWaiting() } }
    }

    /// Returns when everything that waits now has been written.
    func drain() async {
        await withCheckedContinuation { continuation in
            thread.async { continuation.resume() }
        }
    }

    /// Cuts off the room at the end of the last segment.
    func seal() async {
        await withCheckedContinuation { continuation in
            thread.async {
                do throws(LogError) {
                    try self.writer.withLock { writer throws(LogError) in try writer.seal() }
                } catch {
                    // All that counts is on disk, and the next start cuts it off.
                }
                continuation.resume()
            }
        }
    }

    private func writeWaiting() {
        while true {
            gather()
            guard let group = nextGroup() else { return }
            let start = ContinuousClock.now
            write(group)
            lastGroup.withLock { $0 = LastGroup(count: group.count, duration: .now - start) }
        }
    }

    /// Lets those come back whom the last group has just answered, so that they share the next sync.
    ///
    /// Otherwise the first of them would have a sync for itself, and all the others would wait for that. Never longer than
    /// half of what the last group took.
    private func gather() {
        let last = lastGroup.withLock { $0 }
        guard last.count >= Self.gatheredMin else { return }
        let isAwaiting = queue.withLock { queue in
            guard !queue.waiting.isEmpty, queue.waiting.count < last.count else { return false }
            queue.awaited = last.count
            return true
        }
        guard isAwaiting else { return }
        let microseconds = min(Int(last.duration / .microseconds(2)), 1_000)
        if gathered.wait(timeout: .now() + .microseconds(microseconds)) == .success { return }
        let isCalled = queue.withLock { queue in
            defer { queue.awaited = nil }
            return queue.awaited == nil
        }
        // Called at the last moment: taken back, or the next time would not wait.
        if isCalled { gathered.wait() }
    }

    /// As many as fit a group, and at least one; nil when nobody waits.
    private func nextGroup() -> [Waiting]? {
        queue.withLock { queue in
            var (count, bytes) = (0, 0)
            for waiting in queue.waiting {
                if count > 0, bytes + waiting.commit.bytes.count > groupBytesMax { break }
                count += 1
                bytes += waiting.commit.bytes.count
            }
            if count == 0 { return nil }
            let group = Array(queue.waiting[..<count])
            queue.waiting.removeFirst(count)
            queue.bytes -= bytes
            return group
        }
    }

    private func write(_ group: [Waiting]) {
        var chain = writer.withLock { $0.chain }
        var (fitting, orphans): ([Waiting], [Waiting]) = ([], [])
        for waiting in group {
            if waiting.commit.before == chain {
                fitting.append(waiting)
                chain = waiting.commit.after
            } else {
                orphans.append(waiting)
            }
        }
        let result = Result { () throws(LogError) in try makeDurable(fitting, chain: chain) }
        for waiting in fitting { waiting.reply.resume(returning: result) }
        refuse(orphans)
        if case .success = result, !fitting.isEmpty { growth.advance(to: chain.position) }
    }

    private func makeDurable(_ group: [Waiting], chain: HashChain) throws(LogError) {
        if group.isEmpty { return }
        let isRolled = try writer.withLock { writer throws(LogError) in try writer.rollIfFull() }
        if isRolled { published.roll() }
        let bytes = group.count == 1 ? group[0].commit.bytes : Self.bytes(of: group)
        try writer.withLock { writer throws(LogError) in try writer.append(bytes, chain: chain) }
        published.add(group.count == 1 ? group[0].commit.entries : group.flatMap(\.commit.entries), chain: chain)
    }

    private static func bytes(of group: [Waiting]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(group.reduce(0) { $0 + $1.commit.bytes.count })
        for waiting in group { bytes += waiting.commit.bytes }
        return bytes
    }

    /// An append that was chained to one that failed fails for the same reason.
    private func refuse(_ orphans: [Waiting]) {
        if orphans.isEmpty { return }
        guard let error = writer.withLock({ $0.lastError }) else {
            preconditionFailure("An append does not fit the log, though none before it failed.")
        }
        for waiting in orphans { waiting.reply.resume(returning: .failure(error)) }
    }
}
