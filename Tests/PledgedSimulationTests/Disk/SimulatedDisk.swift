import PledgedLog
import PledgedTesting
import Synchronization
import SystemPackage

/// A folder in memory whose disk fails and loses its power, the same way for the same seed.
final class SimulatedDisk: LogStorage {
    typealias Files = [String: SimulatedFile]

    private struct State {
        var files: Files
        var random: SeededGenerator
        var isFaulty: Bool
        /// After a power loss every call fails.
        var operationsLeft = Int.max
        var faults: [DiskFault: Int] = [:]
    }

    let folder = "/simulated"
    private let state: Mutex<State>
    /// Sees all files before each operation that changes something: the moments at which the power may go.
    private let observe: @Sendable (Files) -> Void

    init(
        _ files: Files = [:],
        seed: UInt64,
        isFaulty: Bool = false,
        operations: Int = .max,
        observe: @escaping @Sendable (Files) -> Void = { _ in }
    ) {
        var state = State(files: files, random: SeededGenerator(seed: seed), isFaulty: isFaulty)
        state.operationsLeft = operations
        self.state = Mutex(state)
        self.observe = observe
    }

    /// What the next process finds when this one was killed: the system's cache is still there.
    var files: Files { state.withLock { $0.files } }

    var faults: [DiskFault: Int] { state.withLock { $0.faults } }

    /// Whether the power is gone.
    var isOff: Bool { state.withLock { $0.operationsLeft <= 0 } }

    func mend() { state.withLock { $0.isFaulty = false } }

    func cutPower() { state.withLock { $0.operationsLeft = 0 } }

    /// What the next start finds when the power went at this moment.
    static func afterPowerLoss(_ files: Files, seed: UInt64) -> Files {
        var random = SeededGenerator(seed: seed)
        var left: Files = [:]
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            if !file.isNamed, Bool.random(using: &random) { continue }
            left[name] = file.afterPowerLoss(&random)
        }
        return left
    }

    func names() throws(Errno) -> [String] { try look { $0.keys.sorted() } }

    func open(_ name: String, for purpose: OpenPurpose) throws(Errno) -> any LogFile {
        if purpose == .creating {
            try change([.refusedFile]) { files, _, _ throws(Errno) in
                if files[name] != nil { throw .fileExists }
                files[name] = SimulatedFile()
            }
        } else {
            try look { files throws(Errno) in if files[name] == nil { throw .noSuchFileOrDirectory } }
        }
        return Handle(name, self)
    }

    func sync() throws(Errno) {
        try change([.failedFolderSync]) { files, fault, _ throws(Errno) in
            if let error = fault?.error { throw error }
            for name in files.keys { files[name]?.isNamed = true }
        }
    }
}

// MARK: Operations

extension SimulatedDisk {
    private func look<Answer: Sendable>(_ body: (Files) throws(Errno) -> Answer) throws(Errno) -> Answer {
        try state.withLock { state throws(Errno) in
            if state.operationsLeft <= 0 { throw .ioError }
            if Self.fault(among: [.failedRead], &state) != nil { throw .ioError }
            return try body(state.files)
        }
    }

    /// Does one thing, if there still is power, or meets one of `faults`.
    private func change<Answer: Sendable>(
        _ faults: [DiskFault],
        _ body: (inout Files, DiskFault?, inout SeededGenerator) throws(Errno) -> Answer
    ) throws(Errno) -> Answer {
        try state.withLock { state throws(Errno) in
            if state.operationsLeft <= 0 { throw .ioError }
            observe(state.files)
            state.operationsLeft -= 1
            if state.operationsLeft <= 0 { throw .ioError }
            let fault = Self.fault(among: faults, &state)
            if fault == .refusedFile { throw .tooManyOpenFiles }
            return try body(&state.files, fault, &state.random)
        }
    }

    private static func fault(among faults: [DiskFault], _ state: inout State) -> DiskFault? {
        guard state.isFaulty else { return nil }
        for fault in faults where Int.random(in: 0..<1000, using: &state.random) < fault.perMille {
            state.faults[fault, default: 0] += 1
            return fault
        }
        return nil
    }

    private final class Handle: LogFile {
        private let name: String
        private let disk: SimulatedDisk

        init(_ name: String, _ disk: SimulatedDisk) { (self.name, self.disk) = (name, disk) }

        func length() throws(Errno) -> UInt64 {
            try disk.look { [name] in UInt64($0[name]?.cache.count ?? 0) }
        }

        func read(at offset: UInt64, countMax: Int) throws(Errno) -> [UInt8] {
            try disk.look { [name] in Array(($0[name]?.cache ?? []).dropFirst(Int(offset)).prefix(countMax)) }
        }

        func write(_ bytes: ArraySlice<UInt8>, at offset: UInt64) throws(Errno) -> Int {
            let faults: [DiskFault] = [.shortWrite, .interruptedWrite, .fullOnWrite, .failedWrite]
            return try disk.change(faults) { [name] files, fault, random throws(Errno) in
                if fault == .interruptedWrite { throw .interrupted }
                // What fails may have been written in part.
                let least = fault == .shortWrite ? 1 : 0
                let count = fault == nil ? bytes.count : Int.random(in: least...bytes.count, using: &random)
                files[name]?.write(bytes.prefix(count), at: Int(offset))
                if let error = fault?.error { throw error }
                return count
            }
        }

        func sync() throws(Errno) {
            try disk.change([.failedSync]) { [name] files, fault, random throws(Errno) in
                guard let error = fault?.error else {
                    files[name]?.sync()
                    return
                }
                files[name]?.failSync(&random)
                throw error
            }
        }

        func allocate(to length: UInt64) throws(Errno) {
            try disk.change([.fullOnWrite]) { [name] files, fault, _ throws(Errno) in
                if let error = fault?.error { throw error }
                files[name]?.allocate(to: Int(length))
            }
        }

        func truncate(to length: UInt64) throws(Errno) {
            try disk.change([.failedTruncate]) { [name] files, fault, _ throws(Errno) in
                if let error = fault?.error { throw error }
                files[name]?.truncate(to: Int(length))
            }
        }
    }
}
