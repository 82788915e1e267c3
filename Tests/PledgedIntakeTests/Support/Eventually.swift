import Testing

/// Waits until `condition` holds, and fails where it does not within half a minute.
func eventually(
    _ what: @autoclosure () -> Comment,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () throws -> Bool
) async throws {
    let end = ContinuousClock.now + .seconds(30)
    while try !condition() {
        guard ContinuousClock.now < end else {
            Issue.record(what(), sourceLocation: sourceLocation)
            throw Overdue()
        }
        try await Task.sleep(for: .milliseconds(2))
    }
}

struct Overdue: Error {}
