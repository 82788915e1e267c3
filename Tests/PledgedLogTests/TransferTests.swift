import Foundation
import PledgedCore
import PledgedLog
import PledgedTesting
import Testing

/// Export and import, and repair from a copy.
@Suite struct TransferTests {
    private let folder: LogFolder
    private let copy: LogFolder
    private let entries = Sample.entries(0..<20)

    init() throws { (folder, copy) = (try LogFolder(), try LogFolder()) }

    private func makeLog() async throws { try await folder.fill(entries) { $0.segmentBytesMax = 3_000 } }

    private func exported() throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        let count = try LogExport.run(folder: folder.path) { lines.append(Array($0)) }
        #expect(count == UInt64(lines.count))
        return lines
    }

    private func imported(_ lines: [[UInt8]], into path: String) throws -> LogImport.Result {
        var log = try LogImport(folder: path, segmentBytesMax: 2_000)
        for (index, line) in lines.enumerated() { try log.add(line.dropLast(), number: index + 1) }
        return try log.finish()
    }

    private func copyFiles() throws {
        for file in try folder.files { try copy.write(folder.bytes(file), to: file) }
    }

    private func repair() throws -> LogRepair.Result { try LogRepair.run(folder: folder.path, from: copy.path) }

    @Test func `round-trips to the same hashes`() async throws {
        try await makeLog()
        let lines = try exported()
        #expect(lines.count == entries.count)
        let result = try imported(lines, into: copy.path)
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(result.lastHash == report.lastHash)
        #expect(result.entries == 20 && result.end.offset == report.events)
        #expect(try LogVerifier.verify(folder: copy.path).lastHash == report.lastHash)
        let log = try await copy.open()
        #expect(try await log.all() == entries.recorded)
        await log.close()
    }

    @Test func `takes no line that was changed, left out or moved, and no folder that has a log`() async throws {
        try await makeLog()
        let lines = try exported()
        var changed = lines
        changed[3] = Array(String(decoding: lines[3], as: UTF8.self).replacing("Number 3", with: "Number 4").utf8)
        let spaced = [Array(String(decoding: lines[0], as: UTF8.self).replacing(":", with: ": ").utf8)]
        for wrong in [changed, Array(lines.dropFirst()), [lines[1], lines[0]], [lines[0], lines[0]], spaced, [[10]]] {
            let empty = try LogFolder()
            #expect(await code { _ = try imported(wrong, into: empty.path) } == .damaged)
        }
        #expect(await code { _ = try LogImport(folder: folder.path) } == .unwritable)
    }

    @Test func `an export stops at damage`() async throws {
        try await makeLog()
        var bytes = try folder.bytes()
        bytes[100] ^= 1
        try folder.write(bytes)
        #expect(await code { _ = try exported() } == .damaged)
    }

    @Test func `leaves a whole log alone`() async throws {
        try await makeLog()
        try copyFiles()
        let files = try folder.files
        #expect(try repair().replacements.isEmpty)
        #expect(try folder.files == files)
    }

    /// Flips bits, removes files, cuts the end off, on either side, and never in the same entry on both.
    @Test(arguments: [1, 7, 42, 1_337] as [UInt64])
    func `mends whatever the copy still has`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        try await makeLog()
        let whole = try LogVerifier.verify(folder: folder.path)
        let segments = try folder.files
        try copyFiles()
        for segment in segments {
            // Each segment is damaged on one side only.
            let victim = Bool.random(using: &random) ? folder : copy
            switch Int.random(in: 0..<4, using: &random) {
            case 0: try victim.remove(segment)
            case 1:
                let count = Int.random(in: 0..<900, using: &random)
                try victim.write(try victim.bytes(segment).prefix(count), to: segment)
            default:
                var bytes = try victim.bytes(segment)
                for _ in 0..<Int.random(in: 1...5, using: &random) {
                    bytes[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
                }
                try victim.write(bytes, to: segment)
            }
        }
        let damaged = try folder.files.filter { segment in
            try folder.bytes(segment) != (try copy.files.contains(segment) ? copy.bytes(segment) : [])
        }
        let result = try repair()
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole)
        #expect(report.lastHash == whole.lastHash && report.events == whole.events)
        #expect(result.lastHash == whole.lastHash && result.end.offset == whole.events)
        for replacement in result.replacements {
            guard let kept = replacement.keptIn else { continue }
            #expect(damaged.contains { kept.contains($0) } && FileManager.default.fileExists(atPath: kept))
        }
        #expect(try !folder.files.contains { $0.hasSuffix(".repairing") })
        let log = try await folder.open()
        #expect(try await log.all() == entries.recorded)
        await log.close()
    }

    @Test func `takes what a longer copy has, and nothing of a copy that went another way`() async throws {
        try await folder.fill(Array(entries[..<10]))
        try copyFiles()
        let more = try await copy.open()
        _ = try await more.append(Array(entries[10...]))
        await more.close()
        #expect(try repair().replacements.map(\.entries) == [10])
        #expect(try LogVerifier.verify(folder: folder.path).events == 60)

        for file in try copy.files { try copy.remove(file) }
        try await copy.fill(Sample.entries(50..<90))
        #expect(try repair().replacements.isEmpty)
    }

    @Test func `changes nothing where neither has what is missing`() async throws {
        try await makeLog()
        for file in try folder.files.prefix(2) {
            var bytes = try folder.bytes(file)
            bytes[80] ^= 1
            try folder.write(bytes, to: file)
        }
        try copyFiles()
        let before = try folder.files.map { try folder.bytes($0) }
        #expect(await code { _ = try repair() } == .damaged)
        #expect(try folder.files.map { try folder.bytes($0) } == before)
    }

    /// A repair that a crash cut short, before and between its renames.
    @Test func `is run again after it was cut short`() async throws {
        try await makeLog()
        try copyFiles()
        let (files, whole) = (try folder.files, try LogVerifier.verify(folder: folder.path))
        try folder.write("half a line".utf8, to: "\(files[0]).repairing")
        try folder.write(try folder.bytes(files[1]), to: "\(files[1]).damaged-1")
        for file in files[..<2] { try folder.write(try folder.bytes(file).dropLast(100), to: file) }
        let result = try repair()
        #expect(
            result.replacements.map(\.keptIn) == [
                "\(folder.path)/\(files[0]).damaged-1", "\(folder.path)/\(files[1]).damaged-2",
            ]
        )
        #expect(try LogVerifier.verify(folder: folder.path).lastHash == whole.lastHash)
        #expect(try !folder.files.contains { $0.hasSuffix(".repairing") })
    }

    @Test func `refuses a log that is being written, and a copy that is none`() async throws {
        try await makeLog()
        #expect(await code { _ = try repair() } == .unreadable)
        try copyFiles()
        let log = try await folder.open()
        #expect(await code { _ = try repair() } == .locked)
        await log.close()
    }
}
