internal import Glibc
internal import SystemPackage

/// Looks up the system's users.
enum UserName {
    /// The name of the user with this number, or "uid 1000" where the system knows none.
    ///
    /// - Throws: What the system said where it could not look.
    static func name(of user: UInt32) throws(Errno) -> String {
        var entry = unsafe passwd()
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        var found: UnsafeMutablePointer<passwd>?
        let result = unsafe getpwuid_r(user, &entry, &buffer, buffer.count, &found)
        // Some systems say so of a user that they do not know.
        guard [0, ENOENT, ESRCH].contains(result) else { throw Errno(rawValue: result) }
        guard unsafe found != nil, let name = unsafe entry.pw_name else { return "uid \(user)" }
        return unsafe String(cString: name)
    }
}
