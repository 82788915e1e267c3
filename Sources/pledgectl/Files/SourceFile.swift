import Glibc
import SystemPackage

/// A file that the user names.
enum SourceFile {
    /// Larger files hold no article; a daemon refuses far smaller ones.
    static let bytesMax = 16 * 1024 * 1024
    /// Larger files hold no language model.
    static let modelBytesMax = 64 * 1024 * 1024

    /// Opens a regular file to read it.
    ///
    /// - Throws: ``Failure`` where it cannot be read, or is a folder, a device or a pipe.
    static func open(_ path: String) throws(Failure) -> FileDescriptor {
        let file: FileDescriptor
        do {
            // A FIFO without a writer must not hold the program up.
            file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.nonBlocking, .closeOnExec])
        } catch {
            throw cannot("read", path, error)
        }
        do throws(Errno) {
            let status = try SystemCalls.status(of: file)
            if status.st_mode & S_IFMT == S_IFREG { return file }
        } catch {
            throw cannot("look at", path, error)
        }
        close(file)
        throw Failure(.no, "'\(PlainText.name(path))' is not a regular file. Name files that hold one article each.")
    }

    /// All bytes of the file at `path`.
    ///
    /// - Throws: ``Failure`` where it cannot be read or holds more than `countMax` bytes.
    static func bytes(of path: String, countMax: Int = bytesMax) throws(Failure) -> [UInt8] {
        let file = try open(path)
        defer { close(file) }
        var bytes: [UInt8] = []
        while let chunk = try chunk(of: file, path) {
            bytes += chunk
            guard bytes.count <= countMax else {
                throw Failure(.no, "'\(PlainText.name(path))' is larger than \(countMax) bytes. Name a smaller file.")
            }
        }
        return bytes
    }

    /// The next bytes of an open file; nil at its end.
    static func chunk(of file: FileDescriptor, _ path: String) throws(Failure) -> [UInt8]? {
        do {
            let chunk = try unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            return chunk.isEmpty ? nil : chunk
        } catch {
            throw cannot("read", path, error)
        }
    }

    static func cannot(_ verb: String, _ path: String, _ error: any Error) -> Failure {
        Failure(.no, "Cannot \(verb) '\(PlainText.name(path))': \(error). \(advice(error))")
    }

    private static func advice(_ error: any Error) -> String {
        switch error as? Errno {
        case .noSuchFileOrDirectory: "Check the path."
        case .permissionDenied, .notPermitted: "Ask for the right to, or run as a user who has it."
        case .noSpace: "Free space and try again."
        case .readOnlyFileSystem: "Name a folder that can be written to."
        default: "Try again once that is mended."
        }
    }

    /// Closes a file that was only read, where a failure loses nothing.
    static func close(_ file: FileDescriptor) {
        do {
            try file.close()
        } catch {
            // The descriptor is gone either way.
        }
    }
}
