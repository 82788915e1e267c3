import AsyncHTTPClient
import NIOCore
import PledgedAPI
import PledgedCore

/// Follows the daemon's events across restarts of the daemon, each once and in order.
struct EventFollower: Sendable {
    /// Whether to read on.
    enum Verdict: Sendable { case more, enough }

    /// Three of the daemon's keep-alives.
    static let silenceMax: Duration = .seconds(45)

    let client: DaemonClient
    let request: EventsRequest
    let patience: Duration
    /// Told when the connection is lost and when it is back.
    let remark: @Sendable (String) -> Void

    /// Passes each event to `deliver` until that has enough, or, where the request is not live, all have been passed.
    ///
    /// - Throws: ``Failure`` where the daemon refuses or stays away too long; what `deliver` throws.
    func follow(_ deliver: (StreamLine) async throws -> Verdict) async throws {
        var reconnection = Reconnection(after: request.after, patience: patience, isLive: request.live != false)
        while true {
            do {
                if try await read(&reconnection, deliver) == .enough { return }
            } catch let error as DaemonError where error.isPassing {
                // A connection that we let go of ourselves breaks as well.
                try Task.checkCancellation()
                try await pause(reconnection.action(for: .lost), after: error)
            }
        }
    }

    private func pause(_ action: Reconnection.Action, after error: DaemonError) async throws {
        guard case .reconnect(let pause, let isFirst) = action else { throw error.failure }
        if isFirst { remark("\(error.failure.message ?? "") Trying again.") }
        try await Task.sleep(for: pause)
    }

    /// Reads one connection to its end.
    private func read(
        _ reconnection: inout Reconnection,
        _ deliver: (StreamLine) async throws -> Verdict
    ) async throws -> Verdict {
        var request = request
        request.after = reconnection.after
        let body = try await client.stream(request)
        if reconnection.action(for: .opened) == .resumed { remark("Connected again; no event was missed.") }
        if try await pass(body, &reconnection, deliver) == .enough { return .enough }
        throw ConnectionTrouble.error(HTTPClientError.remoteConnectionClosed, socket: client.socket)
    }

    private func pass(
        _ body: HTTPClientResponse.Body,
        _ reconnection: inout Reconnection,
        _ deliver: (StreamLine) async throws -> Verdict
    ) async throws -> Verdict {
        var (chunks, splitter) = (body.makeAsyncIterator(), LineSplitter())
        while true {
            let chunk: ByteBuffer?
            do {
                chunk = try await chunks.next()
            } catch {
                throw ConnectionTrouble.error(error, socket: client.socket)
            }
            guard let chunk else { return .more }
            for line in try lines(in: chunk, &splitter) {
                let verdict = try await pass(line, &reconnection, deliver)
                if verdict == .enough { return .enough }
            }
        }
    }

    /// Runs `deliver`, which reads an event in full: what it cannot read is the daemon's fault.
    private func understood(_ deliver: () async throws -> Verdict) async throws -> Verdict {
        do {
            return try await deliver()
        } catch let error as DecodingError {
            throw DaemonError.unreadable(socket: client.socket, reason: "\(error).")
        }
    }

    private func lines(in chunk: ByteBuffer, _ splitter: inout LineSplitter) throws -> [StreamLine] {
        do {
            return try splitter.append(chunk.readableBytesView).map { try StreamLine($0) }
        } catch {
            throw DaemonError.unreadable(socket: client.socket, reason: "\(error).")
        }
    }

    private func pass(
        _ line: StreamLine,
        _ reconnection: inout Reconnection,
        _ deliver: (StreamLine) async throws -> Verdict
    ) async throws -> Verdict {
        switch reconnection.action(for: line.signal) {
        case .deliver: try await understood { try await deliver(line) }
        case .finish: .enough
        case .proceed, .resumed, .skip, .reconnect, .giveUp: .more
        }
    }
}
