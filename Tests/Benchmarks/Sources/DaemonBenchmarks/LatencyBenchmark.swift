import Foundation

/// From rename(2) to the event on a subscriber's socket, idle daemon, beside fdatasync of the same size in the same run.
struct LatencyBenchmark {
    let programs: String
    private let rounds = 200

    func run() throws {
        // Wire copy, and a long read.
        try run(bytes: 2000)
        try run(bytes: 8000)
    }

    private func run(bytes: Int) throws {
        let daemon = try DaemonUnderTest(programs: programs)
        usleep(1_000_000)
        let idle = try daemon.memory
        let subscriber = try Connection(path: daemon.socket)
        try subscriber.subscribe(query: "")
        try subscriber.read(until: "caught-up")
        let file = open("\(daemon.folder)/sync", O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
        defer { close(file) }
        let payload = [UInt8](repeating: 120, count: bytes)
        var (events, syncs) = (Sample(), Sample())
        for round in 0..<rounds {
            var start = Clock.now
            guard write(file, payload, payload.count) == payload.count else {
                throw BenchmarkError("Cannot write: \(errno)")
            }
            fdatasync(file)
            syncs.add(Clock.milliseconds(since: start))
            try Data(DaemonUnderTest.article(round, bytes: bytes).utf8).write(
                to: URL(fileURLWithPath: "\(daemon.folder)/incoming")
            )
            start = Clock.now
            rename("\(daemon.folder)/incoming", "\(daemon.folder)/drop/\(round).txt")
            try subscriber.read(until: "event: pledged.article.received")
            events.add(Clock.milliseconds(since: start))
            try subscriber.read(until: "event: pledged.article.read")
            usleep(20_000)
        }
        let limit = 3 * syncs.p50 + 5
        print("latency, \(rounds) articles of about \(bytes / 1000) KB renamed into an idle daemon's folder")
        print("  rename to event on the socket   p50 \(format(events.p50)) ms, p99 \(format(events.p99)) ms")
        print(
            "  append and fdatasync of \(bytes / 1000) KB    p50 \(format(syncs.p50)) ms, p99 \(format(syncs.p99)) ms"
        )
        print("  three of those and 5 ms         \(format(limit)) ms: \(events.p50 <= limit ? "within" : "MISSED")")
        print("  memory                          idle \(format(idle)) MB, afterwards \(format(try daemon.memory)) MB")
    }
}
