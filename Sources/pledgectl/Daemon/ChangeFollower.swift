import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import PledgedAPI
import PledgedCore

/// Follows the changes across restarts of the daemon, each once and in order.
struct ChangeFollower: Sendable {
    let client: DaemonClient
    let request: ChangesRequest
    /// How long to wait in all, from the last change or sign of life, before giving up.
    let patience: Duration
    /// Told when the connection is lost and when it is back.
    let remark: @Sendable (String) -> Void

    private static let pauseMin = Duration.milliseconds(100)
    private static let pauseMax = Duration.seconds(5)

    /// How far it has come.
    private struct Progress {
        /// What the next connection asks for.
        var request: ChangesRequest
        var hasBeenOpen = false
        var isLost = false
        var waited = Duration.zero
        var pause = ChangeFollower.pauseMin

        /// Nothing more is wanted.
        var isDone: Bool { request.limit == 0 }

        mutating func pass(_ cursor: ChangeCursor, isChange: Bool) {
            request.after = .cursor(cursor)
            if isChange { request.limit = request.limit.map { $0 - 1 } }
            (waited, pause) = (.zero, ChangeFollower.pauseMin)
        }
    }

    /// Passes each change to `deliver` until as many as were asked for have been passed.
    ///
    /// - Throws: ``Failure`` where the daemon refuses or stays away too long; what `deliver` throws.
    func follow(_ deliver: (ChangeRow) async throws -> Void) async throws {
        var progress = Progress(request: request)
        while !progress.isDone {
            do {
                try await read(&progress, deliver)
            } catch let error as DaemonError where error.isPassing {
                // A connection that we let go of ourselves breaks as well.
                try Task.checkCancellation()
                try await pause(&progress, after: error)
            }
        }
    }

    private func pause(_ progress: inout Progress, after error: DaemonError) async throws {
        guard progress.hasBeenOpen, progress.waited < patience else { throw error.failure }
        if progress.waited == .zero { remark("\(error.failure.message ?? "") Trying again.") }
        let pause = min(progress.pause, patience - progress.waited)
        progress.waited += pause
        progress.pause = min(progress.pause * 2, Self.pauseMax)
        progress.isLost = true
        try await Task.sleep(for: pause)
    }

    /// Reads one connection to its end.
    private func read(_ progress: inout Progress, _ deliver: (ChangeRow) async throws -> Void) async throws {
        let body = try await client.stream(progress.request, accept: .eventStream)
        if progress.isLost { remark("Connected again; no change was missed.") }
        (progress.hasBeenOpen, progress.isLost) = (true, false)
        var (chunks, splitter, block) = (body.makeAsyncIterator(), LineSplitter(), ServerSentEvent())
        while true {
            let chunk: ByteBuffer?
            do {
                chunk = try await chunks.next()
            } catch {
                throw ConnectionTrouble.error(error, socket: client.socket)
            }
            guard let chunk else { break }
            for line in try lines(in: chunk, &splitter) {
                guard let event = block.take(line) else { continue }
                try await pass(event, &progress, deliver)
                if progress.isDone { return }
            }
        }
        throw ConnectionTrouble.error(HTTPClientError.remoteConnectionClosed, socket: client.socket)
    }

    private func pass(
        _ event: ServerSentEvent,
        _ progress: inout Progress,
        _ deliver: (ChangeRow) async throws -> Void
    ) async throws {
        guard let cursor = event.id.flatMap({ ChangeCursor(parsing: $0) }) else {
            throw DaemonError.unreadable(socket: client.socket, reason: "A change has no cursor.")
        }
        let isChange = ChangeRow.Kind(rawValue: event.name) != nil
        if isChange { try await deliver(try change(in: event)) }
        progress.pass(cursor, isChange: isChange)
    }

    private func change(in event: ServerSentEvent) throws -> ChangeRow {
        do {
            return try JSONDecoder().decode(ChangeRow.self, from: Data(event.data.utf8))
        } catch {
            throw DaemonError.unreadable(socket: client.socket, reason: "\(error).")
        }
    }

    private func lines(in chunk: ByteBuffer, _ splitter: inout LineSplitter) throws -> [String] {
        do {
            return try splitter.append(chunk.readableBytesView)
        } catch {
            throw DaemonError.unreadable(socket: client.socket, reason: "\(error).")
        }
    }
}
