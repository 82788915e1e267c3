import Glibc
import SystemPackage

/// A real file, closed when the value goes.
final class PosixFile: LogFile {
    private let descriptor: FileDescriptor

    init(path: FilePath, purpose: OpenPurpose) throws(Errno) {
        descriptor = try systemCall {
            try FileDescriptor.open(
                path,
                purpose == .reading ? .readOnly : .readWrite,
                options: purpose == .creating
                    ? [.create, .exclusiveCreate, .noFollow, .closeOnExec] : [.noFollow, .closeOnExec],
                permissions: FilePermissions(rawValue: 0o640)
            )
        }
    }

    deinit {
        do {
            try descriptor.close()
        } catch {
            // The descriptor is gone either way, and all that counts was synced before.
            assertionFailure("close: \(error)")
        }
    }

    func length() throws(Errno) -> UInt64 {
        UInt64(try systemCall { try descriptor.seek(offset: 0, from: .end) })
    }

    func read(at offset: UInt64, countMax: Int) throws(Errno) -> [UInt8] {
        try systemCall {
            try unsafe [UInt8](unsafeUninitializedCapacity: countMax) { buffer, count in
                while count < countMax {
                    let all = UnsafeMutableRawBufferPointer(buffer)
                    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: all[count...])
                    let got = try unsafe descriptor.read(fromAbsoluteOffset: Int64(offset) + Int64(count), into: rest)
                    if got == 0 { break }
                    count += got
                }
            }
        }
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: UInt64) throws(Errno) -> Int {
        try systemCall {
            try unsafe bytes.withUnsafeBytes { try unsafe descriptor.write(toAbsoluteOffset: Int64(offset), $0) }
        }
    }

    func sync() throws(Errno) {
        if fdatasync(descriptor.rawValue) != 0 { throw Errno(rawValue: errno) }
    }

    func allocate(to length: UInt64) throws(Errno) {
        let start = Int(try self.length())
        guard Int(length) > start else { return }
        let status = posix_fallocate(descriptor.rawValue, start, Int(length) - start)
        if status != 0 { throw Errno(rawValue: status) }
    }

    func truncate(to length: UInt64) throws(Errno) {
        try systemCall { try descriptor.resize(to: Int64(length)) }
    }
}
