import Foundation
import SystemPackage

/// The least that durability costs: write, then `fdatasync`.
struct RawFile {
    private let descriptor: FileDescriptor

    init(path: String) throws {
        descriptor = try FileDescriptor.open(
            path,
            .writeOnly,
            options: [.create, .append, .closeOnExec],
            permissions: FilePermissions(rawValue: 0o640)
        )
    }

    func append(_ bytes: [UInt8]) throws {
        _ = try descriptor.writeAll(bytes)
        if fdatasync(descriptor.rawValue) != 0 { throw Errno(rawValue: errno) }
    }
}
