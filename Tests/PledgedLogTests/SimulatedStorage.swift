import PledgedLog
import PledgedTesting
import Synchronization
import SystemPackage

/// A folder in memory that loses its power: then all that was not synced may be there, or not, sector by sector.
final class SimulatedStorage: LogStorage {
    /// A file as programs see it, and as it is on the disk for certain.
    struct File {
        var content: [UInt8] = []
        var durable: [UInt8] = []
        /// Whether the folder was synced since the file was made.
        var nameIsDurable = false
    }

    private struct State {
        var files: [String: File] = [:]
        var operationsLeft: Int
        var random: SeededGenerator
        var syncsLie: Bool
    }

    let folder = "/simulated"
    private let state: Mutex<State>

    /// - Parameters:
    ///   - files: What is on the disk.
    ///   - operations: How many writes, syncs and the like it does before the power goes.
    ///   - seed: For what survives.
    ///   - syncsLie: Whether syncing does nothing, as on a disk or in a program that is not to be trusted.
    init(files: [String: File] = [:], operations: Int, seed: UInt64, syncsLie: Bool = false) {
        state = Mutex(
            State(
                files: files,
                operationsLeft: operations,
                random: SeededGenerator(seed: seed),
                syncsLie: syncsLie
            )
        )
    }

    /// The disk as it is found after the power loss, which may come again after `operations`.
    func restarted(operations: Int, seed: UInt64) -> SimulatedStorage {
        state.withLock { state in
            var files: [String: File] = [:]
            for name in state.files.keys.sorted() {
                guard let file = state.files[name] else { continue }
                if !file.nameIsDurable, Bool.random(using: &state.random) { continue }
                let survived = Self.survivor(of: file, &state.random)
                files[name] = File(content: survived, durable: survived, nameIsDurable: true)
            }
            return SimulatedStorage(files: files, operations: operations, seed: seed, syncsLie: state.syncsLie)
        }
    }

    /// The folder as the next process finds it after this one was killed: what was not synced is still there, and still
    /// not safe from a power loss.
    func killed(operations: Int, seed: UInt64) -> SimulatedStorage {
        state.withLock { state in
            SimulatedStorage(files: state.files, operations: operations, seed: seed, syncsLie: state.syncsLie)
        }
    }

    private static func survivor(of file: File, _ random: inout SeededGenerator) -> [UInt8] {
        let lengths = [file.content.count, file.durable.count].sorted()
        let length =
            [lengths[0], lengths[1], Int.random(in: lengths[0]...lengths[1], using: &random)]
            .randomElement(using: &random) ?? lengths[0]
        // All, none or any of the sectors.
        let chance = [0, 50, 100].randomElement(using: &random) ?? 50
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: length, by: 512) {
            let source = Int.random(in: 0..<100, using: &random) < chance ? file.content : file.durable
            let sector = source.dropFirst(start).prefix(min(512, length - start))
            bytes += sector
            bytes += repeatElement(0, count: min(512, length - start) - sector.count)
        }
        return bytes
    }

    func names() throws(Errno) -> [String] {
        try operate { $0.keys.sorted() }
    }

    func open(_ name: String, for purpose: OpenPurpose) throws(Errno) -> any LogFile {
        try operate { files throws(Errno) in
            if purpose == .creating {
                if files[name] != nil { throw .fileExists }
                files[name] = File()
            } else if files[name] == nil {
                throw .noSuchFileOrDirectory
            }
        }
        return SimulatedFile(name, self)
    }

    func sync() throws(Errno) {
        try operate { files in
            for name in files.keys { files[name]?.nameIsDurable = true }
        }
    }

    /// Does one thing, if there still is power.
    func operate<Result>(
        _ body: (inout [String: File]) throws(Errno) -> sending Result
    ) throws(Errno) -> sending Result {
        try state.withLock { state throws(Errno) in
            if state.operationsLeft <= 0 { throw Errno.ioError }
            state.operationsLeft -= 1
            return try body(&state.files)
        }
    }

    /// What all files hold, for tests that look for words.
    var texts: [String] { state.withLock { $0.files.values.map { String(decoding: $0.content, as: UTF8.self) } } }

    var syncsLie: Bool { state.withLock { $0.syncsLie } }
}

private final class SimulatedFile: LogFile {
    private let name: String
    private let storage: SimulatedStorage

    init(_ name: String, _ storage: SimulatedStorage) {
        self.name = name
        self.storage = storage
    }

    func length() throws(Errno) -> UInt64 {
        try storage.operate { [name] in UInt64($0[name]?.content.count ?? 0) }
    }

    func read(at offset: UInt64, countMax: Int) throws(Errno) -> [UInt8] {
        try storage.operate { [name] in Array(($0[name]?.content ?? []).dropFirst(Int(offset)).prefix(countMax)) }
    }

    /// A long write comes about in pieces.
    func write(_ bytes: ArraySlice<UInt8>, at offset: UInt64) throws(Errno) -> Int {
        let piece = bytes.prefix(700)
        try storage.operate { [name] files in
            let end = Int(offset) + piece.count
            let missing = max(0, end - (files[name]?.content.count ?? 0))
            files[name]?.content += [UInt8](repeating: 0, count: missing)
            files[name]?.content.replaceSubrange(Int(offset)..<end, with: piece)
        }
        return piece.count
    }

    func sync() throws(Errno) {
        if storage.syncsLie { return }
        try storage.operate { [name] files in
            guard let content = files[name]?.content else { return }
            files[name]?.durable = content
        }
    }

    func allocate(to length: UInt64) throws(Errno) {
        try storage.operate { [name] files in
            let missing = max(0, Int(length) - (files[name]?.content.count ?? 0))
            files[name]?.content += [UInt8](repeating: 0, count: missing)
        }
    }

    func truncate(to length: UInt64) throws(Errno) {
        try storage.operate { [name] files in
            guard let count = files[name]?.content.count else { return }
            files[name]?.content.removeLast(max(0, count - Int(length)))
        }
    }
}
