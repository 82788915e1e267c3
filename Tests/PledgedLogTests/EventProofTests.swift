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

    /// The check in the documentation: sixty lines of Python, and no part of ours.
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

    @Test func `can be checked by sixty lines of Python`() async throws {
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

    /// Takes the words of the log's third article out; its last checkpoint counts that, too.
    private func redactThird() async throws {
        let log = try await folder.open { $0.segmentBytesMax = 3_000 }
        var writer = try CheckpointWriter(log, key: key)
        _ = try await log.redact(Sample.article(2), reason: "Asked for.", by: "uid 0")
        #expect(await code { _ = try proof(7) } == .beyondEnd)
        _ = try await log.append([Sample.entry(11)])
        _ = try await writer.write(at: clock())
        await log.close()
    }

    @Test func `proves what is left of an event without its words, and who took them`() async throws {
        try await makeLog()
        let old = try proof(6)
        try await redactThird()
        for offset: UInt64 in 6...8 {
            let proof = try EventProof(json: try proof(offset).json())
            #expect(proof.version == 2 && proof.previous == nil && proof.checkpoint.entries == 13)
            let finding = try proof.check(by: key.publicKey)
            #expect(finding.event.position.offset == offset && finding.event.article == Sample.article(2))
            guard case .articleRedacted(let redacted) = finding.redacted?.event else {
                Issue.record("The proof does not say who took the words: \(finding)")
                return
            }
            #expect(redacted.reason == "Asked for." && redacted.by == "uid 0")
            let (isFine, output) = try await python(try proof.json(), key.publicKey)
            #expect(isFine, "\(output)")
            #expect(try EventCoding.decode(Event.self, from: Data(output.utf8)) == finding.event.event)
        }
        // One from before still holds, and leads to the same hash; so do those of other entries.
        let (before, after) = (try old.check(by: key.publicKey), try proof(6).check(by: key.publicKey))
        #expect(before.redacted == nil && before.event != after.event)
        let other = try proof(9)
        #expect(try other.version == 1 && other.check(by: key.publicKey).redacted == nil)
        let redaction = try proof(33)
        #expect(try redaction.version == 1 && redaction.check(by: key.publicKey).event == after.redacted)
    }

    @Test func `nothing else than what the log says is left can be proved`() async throws {
        try await makeLog()
        let words = try proof(6)
        try await redactThird()
        let left = try proof(6)
        let json = String(decoding: try left.json(), as: UTF8.self)
        let lies = [
            // Another file's name in what is left, another reason, the words put back, another hash.
            json.replacing("2.txt", with: "3.txt"), json.replacing("Asked for.", with: "Asked four"),
            json.replacing(try escaped(left.entry), with: try escaped(words.entry)),
            json.replacing(try #require(left.redaction).hash, with: words.checkpoint.hash),
        ]
        for (number, lie) in lies.enumerated() {
            try #require(lie != json, "Lie \(number) is none.")
            #expect(throws: ProofFault.self, "Lie \(number) holds.") {
                try EventProof(json: Data(lie.utf8)).check(by: key.publicKey)
            }
            let (isFine, output) = try await python(Data(lie.utf8), key.publicKey)
            #expect(!isFine && output.contains("AssertionError"), "Lie \(number): \(output)")
        }
        for index in stride(from: 0, to: json.utf8.count - 1, by: 17) {
            var bytes = Data(json.utf8)
            bytes[index] ^= 1
            do throws(ProofFault) {
                let finding = try EventProof(json: bytes).check(by: key.publicKey)
                #expect([6, 7, 8].contains(finding.event.position.offset), "byte \(index)")
            } catch {
                #expect(!error.what.isEmpty)
            }
        }
    }

    /// A string as it stands in JSON, without its quotation marks.
    private func escaped(_ text: String) throws -> String {
        String(String(decoding: try EventCoding.encode(text), as: UTF8.self).dropFirst().dropLast())
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
