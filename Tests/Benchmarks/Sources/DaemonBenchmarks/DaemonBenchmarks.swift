import Foundation

/// Measures the daemon as its users meet it: how soon a dropped article is on the socket, how much memory it takes, how
/// soon it is ready, and what subscribers that do not read cost the others.
///
///     swift build -c release
///     swift run -c release --package-path Tests/Benchmarks DaemonBenchmarks .build/release [latency|ready|subscribers]
///
/// Times on a shared machine mean little by themselves; each is printed beside one of the same run to hold it against.
@main
enum DaemonBenchmarks {
    static func main() throws {
        signal(SIGPIPE, SIG_IGN)
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else {
            print("usage: DaemonBenchmarks FOLDER_OF_PROGRAMS [latency|ready|subscribers]")
            exit(2)
        }
        let wanted = arguments.dropFirst(2).first
        let programs = arguments[1]
        if wanted == nil || wanted == "latency" { try LatencyBenchmark(programs: programs).run() }
        if wanted == nil || wanted == "ready" { try ReadyBenchmark(programs: programs).run() }
        if wanted == nil || wanted == "subscribers" { try SubscriberBenchmark(programs: programs).run() }
    }
}
