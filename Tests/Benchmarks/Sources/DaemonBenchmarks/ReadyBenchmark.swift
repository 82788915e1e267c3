import Foundation

/// How soon a daemon with 10,000 articles in its log answers.
struct ReadyBenchmark {
    let programs: String
    private let articles = 10_000

    func run() throws {
        let daemon = try DaemonUnderTest(programs: programs)
        let begin = Clock.now
        for number in 0..<articles { try daemon.drop(number) }
        while try daemon.droppedCount > 0 { usleep(50_000) }
        let seconds = Clock.milliseconds(since: begin) / 1000
        let rate = Int(Double(articles) / seconds)
        print("\(articles) articles of about 8 KB taken in within \(format(seconds)) s, \(rate) a second")
        print("  memory afterwards               \(format(try daemon.memory)) MB")
        var starts = Sample()
        for _ in 0..<5 {
            daemon.stop()
            starts.add(try daemon.start())
        }
        print("  exec to the first healthy reply p50 \(format(starts.p50)) ms of 5 starts")
        usleep(1_000_000)
        print("  memory after a start            \(format(try daemon.memory)) MB")
    }
}
