import Foundation
import PledgedCore
import PledgedLog
import Subprocess
import SystemPackage
import Testing

@Suite struct EventProofTests {
    private let folder: LogFolder
    private let key = LogKey()

    init() throws { folder = try LogFolder() }

    /// 11 entries of 3 events, the last one behind the last of two checkpoints.
    private func makeLog() async throws {
        let log = try await folder.open { $0.segmentBytesMax = 3_000 }
        var writer = try CheckpointWriter(log, key: key)
        _ = try await log.append(Sample.entries(0..<4))
        _ = try await writer.write(at: clock())
        _ = try await log.append(Sample.entries(4..<10))
        _ = try await writer.write(at: clock())
        _ = try await log.append([Sample.entry(10)])
        await log.close()
    }

    private func proof(_ offset: UInt64) throws -> EventProof {
        try ProofMaker.proof(of: LogPosition(offset: offset), folder: folder.path)
    }

    @Test func `proves each event that a checkpoint covers`() async throws {
        try await makeLog()
        let events = Sample.entries(0..<10).recorded
        for event in events {
            let proof = try EventProof(json: try proof(event.position.offset).json())
            let finding = try proof.check(by: key.publicKey)
            #expect(finding.event == event)
            #expect(proof.checkpoint.entries == (event.position.offset < 12 ? 4 : 10))
        }
        #expect(await code { _ = try proof(30) } == .beyondEnd)
    }

    @Test func `says so where nothing was signed, and where the log is damaged`() async throws {
        try await folder.fill(Sample.entries(0..<3))
        #expect(await code { _ = try proof(1) } == .beyondEnd)
        try await makeLogAgain()
        var bytes = try folder.bytes()
        bytes[300] ^= 1
        try folder.write(bytes)
        #expect(await code { _ = try proof(20) } == .damaged)
    }

    private func makeLogAgain() async throws {
        for file in try folder.files { try folder.remove(file) }
        try await makeLog()
    }

    /// The check in the documentation: fifty lines of Python, and no part of ours.
    private static var check: String {
        get throws {
            let sources = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Sources/PledgedLog")
            let page = sources.standardized.appendingPathComponent("Documentation.docc/TamperEvidence.md")
            let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
            let script = text.components(separatedBy: "```python\n").last?.components(separatedBy: "```").first
            return try #require(script)
        }
    }

    private func python(_ proof: Data, _ key: LogPublicKey) async throws -> (isFine: Bool, output: String) {
        let scratch = try LogFolder()
        try scratch.write(proof, to: "proof")
        try scratch.write(key.pem.utf8, to: "key.pub")
        let result = try await run(
            .path("/usr/bin/python3"),
            arguments: ["-c", try Self.check, "\(scratch.path)/proof", "\(scratch.path)/key.pub"],
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        return (result.terminationStatus.isSuccess, result.standardOutput + result.standardError)
    }

    @Test func `can be checked by fifty lines of Python`() async throws {
        try await makeLog()
        for offset: UInt64 in [0, 11, 12, 29] {
            let proof = try proof(offset)
            let (isFine, output) = try await python(try proof.json(), key.publicKey)
            #expect(isFine, "\(output)")
            let event = try EventCoding.decode(Event.self, from: Data(output.utf8))
            #expect(event == (try proof.check(by: key.publicKey).event.event))
        }
        #expect(try await !python(try proof(3).json(), LogKey().publicKey).isFine)
        let json = String(decoding: try proof(20).json(), as: UTF8.self)
        let liar = try await python(Data(json.replacing("Number 6", with: "Number 7").utf8), key.publicKey)
        #expect(!liar.isFine && liar.output.contains("does not vouch for this entry"), "\(liar.output)")
    }

    /// Changes one byte after the other, whatever it means.
    @Test func `no byte of a proof can be changed`() async throws {
        try await makeLog()
        let json = try proof(7).json()
        let events = Sample.entries(0..<10).recorded
        for index in stride(from: 0, to: json.count - 1, by: 11) {
            var bytes = json
            bytes[index] ^= 1
            do throws(ProofFault) {
                let finding = try EventProof(json: bytes).check(by: key.publicKey)
                // With its neighbour's position it proves the neighbour, which is in the same entry.
                #expect(finding.event == events[Int(finding.event.position.offset)], "byte \(index)")
            } catch {
                #expect(!error.what.isEmpty)
            }
        }
        #expect(throws: ProofFault.self) { try EventProof(json: json).check(by: LogKey().publicKey) }
    }
}
