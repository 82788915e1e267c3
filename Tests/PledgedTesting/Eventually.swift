/// Asks `condition` again and again until it holds.
///
/// - Returns: Whether it came to hold within `limit`, a bound for what hangs and not a measure.
public func eventually(
    within limit: Duration = .seconds(60),
    _ condition: () async throws -> Bool
) async throws -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + limit
    while clock.now < end {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(20))
    }
    return try await condition()
}
