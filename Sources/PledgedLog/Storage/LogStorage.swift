package import SystemPackage

/// The folder of the log.
package protocol LogStorage: Sendable {
    /// For messages.
    var folder: String { get }

    /// The names of the files in the folder, in no order.
    func names() throws(Errno) -> [String]

    /// Opens a file of the folder.
    func open(_ name: String, for purpose: OpenPurpose) throws(Errno) -> any LogFile

    /// Returns when the names of all files in the folder survive power loss.
    func sync() throws(Errno)
}

package enum OpenPurpose: Hashable, Sendable {
    case reading
    case writing
    /// A new file: one that exists is an error.
    case creating
}
