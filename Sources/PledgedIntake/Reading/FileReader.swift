import PledgedCore
import SystemPackage

/// Reads one dropped file whole, or says why it must not, cannot or cannot yet be read.
struct FileReader: Sendable {
    enum Reading: Hashable, Sendable {
        case file(IncomingFile)
        case gone
        /// The drop folder is flat.
        case folder
        /// It changed while it was read.
        case stillWritten
        /// It cannot be read for now; the text says what failed and why.
        case failed(String)
    }

    /// In bytes.
    let sizeMax: Int64

    /// Reads `name` in `folder`, no more than ``sizeMax`` bytes and one.
    func read(_ name: EntryName, in folder: Folder, on fileSystem: FileSystem) -> Reading {
        do {
            let (status, folderStatus) = (try folder.status(of: name), try folder.status())
            if status.kind == .folder { return .folder }
            let isForeign = status.device != folderStatus.device && !fileSystem.isLayered
            if let refusal = refusal(of: status, isForeign: isForeign) { return refused(name, status, refusal) }
            return try read(name, status, in: folder)
        } catch {
            return meaning(of: error, name)
        }
    }

    private func read(_ name: EntryName, _ status: FileStatus, in folder: Folder) throws(Errno) -> Reading {
        let file: OpenFile
        do {
            file = try OpenFile(reading: name, in: folder)
        } catch {
            guard let refusal = refusal(of: error) else { throw error }
            return refused(name, status, refusal)
        }
        // Another entry may have come under the name since: what counts is what was opened.
        let before = try file.status()
        guard before == status else { return .stillWritten }
        // One byte more than expected shows that it grows.
        let bytes = try file.read(countMax: Int(before.size) + 1)
        guard Int64(bytes.count) == before.size, try file.status().isDrop(before.droppedFile(named: name)) else {
            return .stillWritten
        }
        return .file(IncomingFile(file: before.droppedFile(named: name), content: .bytes(bytes)))
    }

    private func refused(_ name: EntryName, _ status: FileStatus, _ refusal: Rejection) -> Reading {
        .file(IncomingFile(file: status.droppedFile(named: name), content: .refused(refusal)))
    }

    private func meaning(of failure: Errno, _ name: EntryName) -> Reading {
        guard failure != .noSuchFileOrDirectory else { return .gone }
        return .failed("Cannot read '\(name)': \(failure).")
    }
}

// MARK: Refusals

extension FileReader {
    private func refusal(of status: FileStatus, isForeign: Bool) -> Rejection? {
        switch status.kind {
        case .symbolicLink: .symbolicLink
        case .fifo: .notRegular("a FIFO")
        case .socket: .notRegular("a socket")
        case .device, .folder: .notRegular("a device")
        case .regular where isForeign: .otherFileSystem
        case .regular where status.size > sizeMax: .tooLarge(size: status.size, sizeMax: sizeMax)
        case .regular: nil
        }
    }

    private func refusal(of failure: Errno) -> Rejection? {
        switch failure {
        case .permissionDenied, .notPermitted: .unreadable
        case .tooManySymbolicLinkLevels: .symbolicLink
        default: nil
        }
    }
}
