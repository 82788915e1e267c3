internal import Foundation
internal import Glibc
internal import PledgedLog

/// Finds the key that checkpoints are signed with.
enum LogKeyFile {
    /// The name of systemd's credential: `LoadCredential=log.key:/etc/pledged/log.key`.
    static let credential = "log.key"
    /// What the unit sets as the credential where no key was made.
    static let absent = "none"

    /// The key in the file that the configuration names or else in systemd's credential; nil where there is neither.
    ///
    /// - Parameters:
    ///   - path: From the configuration.
    ///   - environment: Of the process.
    /// - Returns: The key; nil for the credential ``absent``.
    /// - Throws: ``Trouble`` for a file that cannot be read, holds no key, or may be read by others.
    static func key(path: String?, environment: [String: String]) throws(Trouble) -> LogKey? {
        if let path { return try key(in: path, isPrivate: true) }
        guard let folder = environment["CREDENTIALS_DIRECTORY"] else { return nil }
        let credential = "\(folder)/\(credential)"
        guard FileManager.default.fileExists(atPath: credential) else { return nil }
        // Whose business it is who reads a credential, systemd sees to.
        return try key(in: credential, isPrivate: false)
    }

    private static func key(in path: String, isPrivate: Bool) throws(Trouble) -> LogKey? {
        if isPrivate {
            var status = stat()
            let isKnown = unsafe stat(path, &status) == 0
            if isKnown, status.st_mode & 0o077 != 0 {
                throw Trouble(
                    path,
                    "may be read by others than its owner (mode \(String(status.st_mode & 0o777, radix: 8)))",
                    "Make another key, for this one may be known, and give it mode 0600: 'pledgectl log key' does both."
                )
            }
        }
        let text: String
        do {
            text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        } catch {
            throw Trouble(path, "cannot be read: \(error.localizedDescription)", "'pledgectl log key' makes one.")
        }
        if !isPrivate, text == absent { return nil }
        do {
            return try LogKey(pem: text)
        } catch {
            throw Trouble(path, "is no key. \(error)", "'pledgectl log key' makes one.")
        }
    }

    /// What is wrong with which file, and what to do about it.
    struct Trouble: Error, CustomStringConvertible {
        let description: String

        init(_ path: String, _ what: String, _ advice: String) {
            description = "The key of the log in '\(path)' \(what). \(advice)"
        }
    }
}
