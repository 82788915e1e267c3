import Dispatch
import Glibc
import PledgedCore
import Synchronization

/// Makes appends durable on a thread of its own, as many as wait with one write and one sync.
///
/// That thread alone chains them as well: an append that fails leaves no trace in the chain. A serial dispatch queue has a
/// thread outside Swift's pool, so that a slow disk holds up nobody but those who append.
final class CommitQueue: Sendable {
    private struct Queue {
        /// In the order in which they are chained.
        var waiting: [PendingAppend] = []
        /// Of all pieces that are not chained yet.
        var bytes = 0
        /// How many must wait for the writer to be called; nil while it does not listen.
        var awaited: Int?
        var isClosed = false
    }

    /// What the thread works with.
    private struct Work {
        var writer: SegmentWriter
        var lines = LineBuffer()
        /// Appends that were taken from the queue, the next one last.
        var taken: [PendingAppend] = []
        var lastGroup = LastGroup()
        /// What readers need no more.
        var forgotten: [CommittedEntry] = []

        /// Frees it on another thread, while this one waits for the disk and those who append wait for this one.
        mutating func free() {
            if forgotten.isEmpty { return }
            DispatchQueue.global().async { [forgotten] in withExtendedLifetime(forgotten) {} }
            forgotten = []
        }
    }

    /// What the last group was like.
    private struct LastGroup {
        var count = 0
        var duration = Duration.zero
    }

    /// Smaller groups are not worth waiting for.
    private static let gatheredMin = 4
    private static let lingeringMax = Duration.microseconds(40)
    /// Whether there is a core for those who append beside the one for the writer.
    private static let hasCores = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1

    private let thread = DispatchQueue(label: "pledged.log")
    private let queue = Mutex(Queue())
    /// Locked by `thread` alone.
    private let work: Mutex<Work>
    private let published: Published
    private let growth: Growth
    private let gathered = DispatchSemaphore(value: 0)
    private let groupBytesMax: Int
    private let waitingBytesMax: Int

    init(_ writer: SegmentWriter, published: Published, growth: Growth, configuration: LogConfiguration) {
        work = Mutex(Work(writer: writer))
        self.published = published
        self.growth = growth
        groupBytesMax = configuration.groupBytesMax
        waitingBytesMax = configuration.waitingBytesMax
    }

    /// Puts an append in line with its first piece.
    ///
    /// - Throws: ``LogError`` with code `busy` or `closed`; then nothing comes of it.
    func enqueue(_ append: PendingAppend, with piece: PendingAppend.Piece) throws(LogError) {
        let isFirst = try queue.withLock { queue throws(LogError) in
            if queue.isClosed { throw Self.closed }
            if queue.bytes >= waitingBytesMax { throw Self.busy }
            queue.bytes += piece.drafts.lineLengthMax
            append.add(piece)
            queue.waiting.append(append)
            if queue.awaited == queue.waiting.count {
                queue.awaited = nil
                gathered.signal()
            }
            return queue.waiting.count == 1
        }
        if isFirst { thread.async { self.writeWaiting() } }
    }

    /// Adds another piece to an append that is in line.
    func add(_ piece: PendingAppend.Piece, to append: PendingAppend) {
        queue.withLock { $0.bytes += piece.drafts.lineLengthMax }
        append.add(piece)
    }

    /// Takes no more, and returns when all that waits has been written, and the room at the end is cut off.
    func close() async {
        queue.withLock { $0.isClosed = true }
        await withCheckedContinuation { continuation in
            thread.async {
                do throws(LogError) {
                    try self.work.withLock { work throws(LogError) in try work.writer.seal() }
                } catch {
                    // All that counts is on disk, and the next start cuts it off.
                }
                continuation.resume()
            }
        }
    }

    private func writeWaiting() {
        work.withLock { work in
            var hasWritten = false
            while true {
                if work.taken.isEmpty { gather(after: work.lastGroup) }
                guard let group = nextGroup(&work) else {
                    if hasWritten, lingers(after: work.lastGroup) { continue }
                    return
                }
                if group.replies.isEmpty { continue }
                let start = ContinuousClock.now
                write(group, &work)
                work.lastGroup = LastGroup(count: group.replies.count, duration: .now - start)
                hasWritten = true
            }
        }
    }

    /// Stays awake for the few who may come back at once, for to be woken takes as long; says whether one has come.
    private func lingers(after last: LastGroup) -> Bool {
        guard Self.hasCores, last.count < Self.gatheredMin else { return false }
        let end = ContinuousClock.now + Self.lingeringMax
        repeat {
            if queue.withLock({ !$0.waiting.isEmpty }) { return true }
        } while ContinuousClock.now < end
        return false
    }

    /// Lets those come back whom the last group has just answered, so that they share the next sync.
    ///
    /// Otherwise the first of them would have a sync for itself, and all the others would wait for that. Never longer than
    /// half of what the last group took.
    private func gather(after last: LastGroup) {
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

    /// All that wait, also those who come meanwhile, until there is enough for one write; nil when nobody does.
    private func nextGroup(_ work: inout Work) -> WriteGroup? {
        var (group, bytes) = (WriteGroup(after: work.writer.chain), 0)
        work.lines.clear()
        guard var append = next(&work) else { return nil }
        while true {
            group.add(append, to: &work.lines) { bytes += $0.drafts.lineLengthMax }
            guard work.lines.count < groupBytesMax, let following = next(&work) else { break }
            append = following
        }
        queue.withLock { $0.bytes -= bytes }
        return group
    }

    private func next(_ work: inout Work) -> PendingAppend? {
        if work.taken.isEmpty {
            queue.withLock { swap(&$0.waiting, &work.taken) }
            work.taken.reverse()
        }
        return work.taken.popLast()
    }

    private func write(_ group: WriteGroup, _ work: inout Work) {
        work.free()
        do throws(LogError) {
            if try work.writer.rollIfFull() { published.roll() }
            try work.writer.append(work.lines.bytes, chain: group.chain)
            work.forgotten = published.add(group.entries, chain: group.chain)
        } catch {
            for (reply, _) in group.replies { reply.resume(returning: .failure(error)) }
            return
        }
        for (reply, position) in group.replies { reply.resume(returning: .success(position)) }
        growth.advance(to: group.chain.position)
    }

    private static let closed = LogError(code: .closed, message: "The log was closed; nothing was appended.")
    private static let busy = LogError(
        code: .busy,
        message: """
            Too many appends wait for the disk; nothing was appended. Append again when earlier ones have returned.
            """
    )
}
