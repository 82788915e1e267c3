import PledgedCore
import Synchronization

/// Where the intake's thread, which blocks, and the admission, which is awaited, hand each other one batch at a time.
final class AdmissionDesk: Sendable {
    enum Reply: Sendable {
        case outcomes([Outcome])
        /// Nothing was admitted; the text says why.
        case failed(String)
    }

    private struct State: Sendable {
        var reply: Reply?
        var isStopping = false
        var isLeft = false
    }

    /// For the side of the admission; at most one batch waits here, as the next is offered after the reply alone.
    let batches: AsyncStream<[IncomingFile]>
    private let offering: AsyncStream<[IncomingFile]>.Continuation
    private let wake: Wake
    private let state = Mutex(State())

    init(wake: Wake) {
        self.wake = wake
        (batches, offering) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }
}

// MARK: The thread's side

extension AdmissionDesk {
    func offer(_ batch: [IncomingFile]) { offering.yield(batch) }

    /// The reply to the batch offered, once, or nil while there is none.
    func takeReply() -> Reply? {
        state.withLock { state in
            let reply = state.reply ?? (state.isLeft ? .failed("The intake was cancelled.") : nil)
            state.reply = nil
            return reply
        }
    }

    /// True once no further batch shall be offered.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// No batch will ever be offered again.
    func close() { offering.finish() }
}

// MARK: The admission's side

extension AdmissionDesk {
    /// Hands every batch to `admission` until the thread has closed the desk, or the task is cancelled.
    func serve(_ admission: any Admission) async {
        for await batch in batches { await serve(batch, admission) }
        state.withLock { ($0.isStopping, $0.isLeft) = (true, true) }
        wake.signal()
    }

    /// Hands one batch to `admission`, and the reply to the thread.
    func serve(_ batch: [IncomingFile], _ admission: any Admission) async {
        let reply = await Self.reply(of: admission, to: batch)
        state.withLock { $0.reply = reply }
        wake.signal()
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        wake.signal()
    }

    private static func reply(of admission: any Admission, to batch: [IncomingFile]) async -> Reply {
        do {
            let outcomes = try await admission.admit(batch)
            guard outcomes.count == batch.count else {
                return .failed("The admission returned \(outcomes.count) outcomes for \(batch.count) files.")
            }
            return .outcomes(outcomes)
        } catch {
            return .failed("\(error)")
        }
    }
}
