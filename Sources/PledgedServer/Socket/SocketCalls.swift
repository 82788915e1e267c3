import Glibc
import SystemPackage

/// The system calls of a Unix socket, each with an error in words.
enum SocketCalls {
    /// What fits into an address, without the closing zero.
    static let pathBytesMax = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    static func bind(to path: String) throws(ListeningSocketError) -> Int32 {
        let descriptor = try make()
        let result = unsafe withAddress(of: path) { unsafe Glibc.bind(descriptor, $0, $1) }
        guard result == 0 else {
            let error = failure("Cannot make the socket '\(path)'", "Check that its folder is there and writable.")
            _ = Glibc.close(descriptor)
            throw error
        }
        return descriptor
    }

    static func listen(_ descriptor: Int32, at path: String) throws(ListeningSocketError) {
        guard Glibc.listen(descriptor, ListeningSocket.backlog) == 0 else {
            throw failure("Cannot listen at '\(path)'", "Try again, or choose another socket path.")
        }
    }

    static func change(_ path: String, toMode mode: UInt32) throws(ListeningSocketError) {
        guard unsafe chmod(path, mode) == 0 else {
            throw failure("Cannot set the permissions of '\(path)'", "Check what its folder's file system allows.")
        }
    }

    static func give(_ path: String, toGroup group: UInt32) throws(ListeningSocketError) {
        guard unsafe chown(path, uid_t.max, group) == 0 else {
            let advice = "The daemon's user must be a member of that group."
            throw failure("Cannot give '\(path)' to group \(group)", advice)
        }
    }

    static func rename(_ temporary: String, to path: String) throws(ListeningSocketError) {
        guard unsafe Glibc.rename(temporary, path) == 0 else {
            throw failure("Cannot move '\(temporary)' to '\(path)'", "Check that the folder is writable.")
        }
    }

    /// Whether somebody answers at `path`.
    static func isServed(_ path: String) throws(ListeningSocketError) -> Bool {
        let descriptor = try make()
        defer { _ = Glibc.close(descriptor) }
        let result = unsafe withAddress(of: path) { unsafe connect(descriptor, $0, $1) }
        // A full backlog answers EAGAIN: somebody is there, and busy.
        return result == 0 || errno == EAGAIN
    }

    static func checkListening(_ descriptor: Int32) throws(ListeningSocketError) {
        let isUnix = option(SO_DOMAIN, of: descriptor) == AF_UNIX
        let isStream = option(SO_TYPE, of: descriptor) == Int32(SOCK_STREAM.rawValue)
        guard isUnix, isStream, option(SO_ACCEPTCONN, of: descriptor) == 1 else {
            let advice = "In the .socket unit, use ListenStream= with a path."
            let message = "Descriptor \(descriptor) is no listening Unix stream socket. \(advice)"
            throw ListeningSocketError(.notListening, message)
        }
        guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
            throw failure("Cannot keep descriptor \(descriptor) from child processes", "Start again.")
        }
    }

    /// A non-blocking socket, so that asking a busy one does not wait.
    private static func make() throws(ListeningSocketError) -> Int32 {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, type, 0)
        guard descriptor >= 0 else {
            throw failure("Cannot make a socket", "Raise the limit of open files where it is reached.")
        }
        return descriptor
    }

    private static func option(_ name: Int32, of descriptor: Int32) -> Int32? {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return unsafe getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
    }

    private static func withAddress(
        of path: String,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        precondition(path.utf8.count <= pathBytesMax)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        return unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func failure(_ what: String, _ advice: String) -> ListeningSocketError {
        let errno = Errno(rawValue: Glibc.errno)
        return ListeningSocketError(.refused, "\(what): \(errno). \(advice)", errno: errno)
    }
}
