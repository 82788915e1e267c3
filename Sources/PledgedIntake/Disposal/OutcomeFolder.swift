import Glibc
import PledgedCore
import SystemPackage

/// Where files go once their outcome is known: `accepted/`, `duplicate/` and `rejected/`.
///
/// Nothing here is synced to disk. The outcome is durable in the log before a file moves; a move that a power failure
/// undoes leaves the file in the drop folder, where its drop is known, and it is moved again without a new outcome.
struct OutcomeFolder: Sendable {
    enum Disposal: Hashable, Sendable {
        /// The file has this name now.
        case moved(EntryName)
        /// Another file lies under the name by now, or the file has changed: it stays in the drop folder.
        case replaced
        /// It had been moved already for a moment when that was noticed, and was put back.
        case putBack
        case gone
    }

    let path: String

    /// Makes the folder and the three in it where they are missing, for the user and the group alone.
    ///
    /// - Throws: ``IntakeError`` where it cannot be used, or its files would be dropped again.
    init(path: String, dropFolder: String) throws {
        guard path.hasPrefix("/") else { throw IntakeError.notAbsolute(path: path) }
        try Self.refuseOverlap(path, dropFolder)
        self.path = path
        do {
            for kind in OutcomeKind.allCases { _ = try folder(of: kind) }
        } catch {
            throw IntakeError.outcomeFolderUnusable(path: path, cause: error)
        }
        // Once more: only now can links on the way be followed.
        try Self.refuseOverlap(Folder.realPath(path) ?? path, Folder.realPath(dropFolder) ?? dropFolder)
    }

    private static func refuseOverlap(_ outcomeFolder: String, _ dropFolder: String) throws(IntakeError) {
        let (outcome, drop) = (FilePath(outcomeFolder), FilePath(dropFolder))
        let targets = OutcomeKind.allCases.map { outcome.appending(name(of: $0).description) }
        guard outcome.starts(with: drop) || targets.contains(where: { drop.starts(with: $0) }) else { return }
        throw .foldersOverlap(dropFolder: dropFolder, outcomeFolder: outcomeFolder)
    }

    private static func name(of kind: OutcomeKind) -> EntryName {
        switch kind {
        case .accepted, .revised: EntryName("accepted")
        case .duplicate: EntryName("duplicate")
        case .rejected: EntryName("rejected")
        }
    }

    /// Opens the folder for outcomes of `kind`, and makes it where somebody has removed it.
    func folder(of kind: OutcomeKind) throws(Errno) -> Folder {
        let name = Self.name(of: kind)
        let parent = try Folder.make(path: path)
        try parent.makeFolder(name)
        return try parent.folder(name)
    }
}

// MARK: Moving

extension OutcomeFolder {
    /// Moves `name`, which is known as `file`, out of the drop folder, and never over another file.
    ///
    /// A large file that has to be copied to another file system calls `progress` again and again meanwhile.
    ///
    /// - Returns: What became of it.
    /// - Throws: `Errno` where the file stays in the drop folder for now.
    func dispose(
        _ name: EntryName,
        of file: DroppedFile,
        outcome: Outcome,
        from drop: Folder,
        progress: () -> Void
    ) throws(Errno) -> Disposal {
        guard let status = try drop.statusIfPresent(of: name) else { return .gone }
        guard status.isDrop(file) else { return .replaced }
        let target = try folder(of: outcome.kind)
        for _ in 0..<FreeNumber.attemptsMax {
            let candidate = try candidate(for: name, outcome.kind, in: target)
            do {
                try drop.move(name, to: target, as: candidate)
            } catch .fileExists {
                continue
            } catch .improperLink {
                guard try drop.copy(name, status, to: target, as: candidate, progress: progress) else { continue }
                return .moved(candidate)
            } catch .noSuchFileOrDirectory {
                guard try drop.statusIfPresent(of: name) != nil else { return .gone }
                throw .noSuchFileOrDirectory
            }
            guard try target.status(of: candidate).isDrop(file) else {
                try target.putBack(candidate, to: drop, as: name)
                return .putBack
            }
            return .moved(candidate)
        }
        throw .fileExists
    }

    /// The name, or the name with a number, that is free in `target`; for a rejected file its reason's name as well.
    private func candidate(for name: EntryName, _ kind: OutcomeKind, in target: Folder) throws(Errno) -> EntryName {
        guard kind == .rejected else { return try target.freeName(for: name) }
        let room = Self.reasonSuffix.utf8.count
        let number = try FreeNumber.find { number throws(Errno) in
            let candidate = name.numbered(number, roomFor: room)
            if try target.has(candidate) { return true }
            return try target.has(candidate.adding(Self.reasonSuffix))
        }
        return name.numbered(number, roomFor: room)
    }

    /// Writes beside a rejected file why it was, at once whole: nobody finds an empty reason.
    func explain(_ name: EntryName, outcome: Outcome) throws(Errno) {
        let target = try folder(of: .rejected)
        // A crash may have left one.
        if try target.has(Self.unfinishedReason) { try target.remove(Self.unfinishedReason) }
        let code = outcome.reason?.rawValue ?? outcome.kind.rawValue
        do {
            let file = try OpenFile(making: Self.unfinishedReason, in: target)
            try file.write(Array("\(code)\n\(outcome.sentence)\n".utf8))
            try target.move(Self.unfinishedReason, to: target, as: name.adding(Self.reasonSuffix))
        } catch {
            if try target.has(Self.unfinishedReason) { try target.remove(Self.unfinishedReason) }
            throw error
        }
    }

    static let reasonSuffix = ".reason"
    /// The one under which a reason is written; hidden, as it is nobody's.
    static let unfinishedReason = EntryName(".pledged-reason")
}
