import Foundation
import PledgedCore
import PledgedTesting
import SystemPackage

@testable import PledgedIntake

/// Who drops files: moves them in or writes them piece by piece, and remembers what each one was.
struct Dropper {
    /// What tells one drop from another.
    struct Drop: Hashable {
        let name: String
        let inode: UInt64
        let size: Int64
        let modified: Int64

        init(_ file: DroppedFile) { (name, inode, size, modified) = (file.name, file.inode, file.size, file.modified) }
    }

    private let folder: String
    private let desk: String
    private let clock: SimulatedClock
    /// Those that were dropped whole.
    private(set) var drops: Set<Drop> = []
    /// States in which a file lay there for a while, before its writer went on.
    private(set) var halves: Set<Drop> = []
    private var unfinished: (name: String, rest: String)?
    private var contents: [String] = []
    private var count = 0

    init(folder: String, desk: String, clock: SimulatedClock) {
        (self.folder, self.desk, self.clock) = (folder, desk, clock)
    }

    var isWriting: Bool { unfinished != nil }

    /// Drops one more file, or the rest of one, and returns what a kernel would announce.
    mutating func act(_ random: inout SeededGenerator) throws -> [FolderEvent] {
        if let unfinished { return try finish(unfinished) }
        let name = try takeName(&random)
        let text = takeText(&random)
        guard Int.random(in: 0..<3, using: &random) == 0, text.utf8.count > 1 else { return try moveIn(name, text) }
        return try begin(name, text)
    }

    /// Mostly a new name, at times one that was dropped before and has gone since.
    private mutating func takeName(_ random: inout SeededGenerator) throws -> String {
        let old = "\(Int.random(in: 0...count, using: &random)).txt"
        if Int.random(in: 0..<5, using: &random) == 0, !FileManager.default.fileExists(atPath: "\(folder)/\(old)") {
            return old
        }
        count += 1
        return "\(count).txt"
    }

    /// Mostly a new text, at times one that came before, or nothing at all.
    private mutating func takeText(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return contents.randomElement(using: &random) ?? "Nothing that was news.\n"
        case 1: return ""
        default:
            let sum = "\(contents.count + 2) million yen"
            let text = "TOKYO, July 9 (Kyodo) -- Japan pledged to lend Kenya \(sum) by 2030.\n"
            contents.append(text)
            return text
        }
    }

    private mutating func moveIn(_ name: String, _ text: String) throws -> [FolderEvent] {
        drops.insert(try write(text, to: "\(desk)/\(name)", called: name))
        try FileManager.default.moveItem(atPath: "\(desk)/\(name)", toPath: "\(folder)/\(name)")
        return [.movedIn(EntryName(name))]
    }

    private mutating func begin(_ name: String, _ text: String) throws -> [FolderEvent] {
        let half = text.prefix(text.count / 2)
        halves.insert(try write(String(half), to: "\(folder)/\(name)", called: name))
        unfinished = (name, String(text.dropFirst(half.count)))
        return [.created(EntryName(name)), .modified(EntryName(name))]
    }

    private mutating func finish(_ file: (name: String, rest: String)) throws -> [FolderEvent] {
        unfinished = nil
        let path = "\(folder)/\(file.name)"
        // It was taken for whole before it was.
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        drops.insert(try write(file.rest, to: path, called: file.name, isRest: true))
        return [.modified(EntryName(file.name)), .modified(EntryName(file.name)), .closed(EntryName(file.name))]
    }

    /// Under which name the file at `path` was dropped, whatever it is called now.
    func name(of path: String) throws -> String? {
        let inode = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
        return drops.union(halves).first { $0.inode == inode }?.name
    }

    private func write(_ text: String, to path: String, called name: String, isRest: Bool = false) throws -> Drop {
        if !isRest { try Data().write(to: URL(fileURLWithPath: path)) }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        let stamp = clock.stamp()
        let time = timespec(tv_sec: Int(stamp / 1_000_000_000), tv_nsec: Int(stamp % 1_000_000_000))
        try Errno.check(unsafe futimens(file.fileDescriptor, [time, time]))
        try file.close()
        let status = try Folder(path: String(path.dropLast(name.count + 1))).status(of: EntryName(name))
        return Drop(status.droppedFile(named: EntryName(name)))
    }
}
