internal import PledgedExtraction
internal import Synchronization

/// The reader in use, in whose place SIGHUP may put another.
final class CurrentReader: Sendable {
    private let reader: Mutex<Reader>

    init(_ reader: Reader) { self.reader = Mutex(reader) }

    var value: Reader { reader.withLock { $0 } }

    /// Puts `new` in the place of the reader in use, where it is another.
    ///
    /// - Returns: Whether it was.
    func replace(by new: Reader) -> Bool {
        reader.withLock { reader in
            guard reader.version != new.version else { return false }
            reader = new
            return true
        }
    }
}
