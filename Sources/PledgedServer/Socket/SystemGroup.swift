import Glibc
import SystemPackage

/// Looks up the system's groups.
enum SystemGroup {
    /// The number of the group with this name, or with this very number.
    static func id(of name: String) throws(ListeningSocketError) -> UInt32 {
        if let number = UInt32(name) { return number }
        var group = unsafe Glibc.group()
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        var found: UnsafeMutablePointer<Glibc.group>?
        let result = unsafe getgrnam_r(name, &group, &buffer, buffer.count, &found)
        guard result == 0 else {
            let errno = Errno(rawValue: result)
            throw ListeningSocketError(.refused, "Cannot look up the group '\(name)': \(errno).", errno: errno)
        }
        guard unsafe found != nil else {
            let advice = "Make it with 'groupadd --system \(name)', or configure another group for the socket."
            throw ListeningSocketError(.noSuchGroup, "There is no group '\(name)'. \(advice)")
        }
        return unsafe group.gr_gid
    }
}
