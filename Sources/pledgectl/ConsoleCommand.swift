import ArgumentParser

/// A command that prints where it is told to, so that a test can read what it prints.
protocol ConsoleCommand: AsyncParsableCommand {
    /// - Throws: ``Failure`` with the status to exit with.
    func run(on console: Console) async throws
}

extension ConsoleCommand {
    mutating func run() async throws { try await run(on: .standard) }
}
