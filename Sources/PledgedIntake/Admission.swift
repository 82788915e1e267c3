/// Decides what becomes of dropped files, and makes that durable.
public protocol Admission: Sendable {
    /// Returns the outcome of each file, in the order given, once it is durable.
    ///
    /// A file whose drop is known already gets its outcome again, and nothing new is written.
    ///
    /// - Throws: Where nothing was admitted for now (a full disk); the same files are offered again later.
    func admit(_ files: [IncomingFile]) async throws -> [Outcome]
}
