internal import GRDB
public import PledgedCore

extension ViewStore {
    /// SHA-256 over the content of all views, 64 hexadecimal digits: equal for equal logs.
    public func digest() throws(ViewError) -> String { try digestWithPosition().hexadecimal }

    /// The digest of the views, and the position that they are at.
    public func digestWithPosition() throws(ViewError) -> ViewDigest {
        try read { database in
            ViewDigest(
                hexadecimal: try ContentDigest.hexadecimal(of: database),
                position: try Projection().position(in: database)
            )
        }
    }

    /// The digest that views made anew from the log have, without touching any that are in use.
    ///
    /// They are made in a file in `folder` that has no name, so nothing is left of it whatever happens.
    ///
    /// - Parameters:
    ///   - folder: needs room for a second copy of the views.
    ///   - end: the position to reach.
    ///   - reading: gives events from a position on, at most as many as said, at least one before `end`.
    /// - Returns: what ``digest()`` says of views at that position.
    /// - Throws: ``ViewError``; what `reading` throws; `CancellationError`.
    public static func digestOfRebuild(
        inFolder folder: String,
        until end: LogPosition,
        reading: (LogPosition, Int) async throws -> [RecordedEvent]
    ) async throws -> String {
        let queue = try await BulkLoad.run(until: end, reading: reading) { try NamelessDatabase.open(inFolder: folder) }
        do {
            return try await queue.read { try ContentDigest.hexadecimal(of: $0) }
        } catch let error as DatabaseError {
            throw ViewError(error, at: queue.path)
        }
    }
}
