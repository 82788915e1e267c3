import Foundation

/// What 100 subscribers that never read cost 900 that do, and the daemon.
struct SubscriberBenchmark {
    let programs: String
    private let readers = 900
    private let stalled = 100
    private let articles = 40

    func run() throws {
        let daemon = try DaemonUnderTest(programs: programs)
        usleep(1_000_000)
        let idle = try daemon.memory
        var crowd = try Crowd(size: readers, daemon: daemon)
        let before = try daemon.memory
        let alone = try measure(&crowd, daemon, from: 0)
        let middle = try daemon.memory
        let silent = try (0..<stalled).map { _ in
            let connection = try Connection(path: daemon.socket)
            try connection.subscribe(query: "")
            return connection
        }
        let together = try measure(&crowd, daemon, from: articles)
        let after = try daemon.memory
        print("\(readers) subscribers that read, bursts of \(articles) articles of about 8 KB")
        print("  rename to event, alone          p50 \(format(alone.p50)) ms, p99 \(format(alone.p99)) ms")
        print(
            "  with \(silent.count) that read nothing    p50 \(format(together.p50)) ms, p99 \(format(together.p99)) ms"
        )
        let ratio = together.p99 / alone.p99
        print("  ratio of the p99                \(format(ratio)): \(ratio < 2 ? "within 2" : "MISSED 2")")
        print("  memory, idle                    \(format(idle)) MB")
        print("  with \(readers), and after a burst   \(format(before)) MB, \(format(middle)) MB")
        let verdict = after - idle < 100 ? "within 100 more than idle" : "MISSED 100 more than idle"
        print("  after one with the 100 as well  \(format(after)) MB: \(verdict)")
    }

    private func measure(_ crowd: inout Crowd, _ daemon: DaemonUnderTest, from first: Int) throws -> Sample {
        var sample = Sample()
        for number in first..<(first + articles) {
            let start = Clock.now
            try daemon.drop(number)
            for time in try crowd.awaitOneEach() { sample.add(Double(time - start) / 1_000_000) }
        }
        return sample
    }
}

/// Many subscribers, read by one thread through poll(2).
private struct Crowd {
    private let connections: [Connection]
    private var tails: [[UInt8]]
    private static let mark = Array("event: pledged.article.read\n".utf8)

    init(size: Int, daemon: DaemonUnderTest) throws {
        connections = try (0..<size).map { _ in
            let connection = try Connection(path: daemon.socket)
            try connection.subscribe(query: "")
            try connection.read(until: "caught-up")
            return connection
        }
        tails = Array(repeating: [], count: size)
    }

    /// Reads until each has seen the end of one article, and returns when each did.
    mutating func awaitOneEach() throws -> [UInt64] {
        var times: [UInt64] = []
        var waiting = connections.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        while times.count < connections.count {
            guard poll(&waiting, nfds_t(waiting.count), 30_000) > 0 else {
                throw BenchmarkError("Only \(times.count) of \(connections.count) heard of it.")
            }
            for number in waiting.indices where waiting[number].revents != 0 {
                var bytes = tails[number]
                bytes += try connections[number].read()
                if let end = bytes.firstEnd(of: Self.mark) {
                    times.append(Clock.now)
                    bytes.removeFirst(end)
                }
                tails[number] = Array(bytes.suffix(Self.mark.count))
            }
        }
        return times
    }
}
