import Testing

/// Something that a test waits for did not come.
struct Missing: Error {}

/// Looks again and again, for thirty seconds at the most, until `condition` holds.
func eventually(_ condition: () throws -> Bool) async throws {
    for _ in 0..<3000 {
        if try condition() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw Missing()
}
