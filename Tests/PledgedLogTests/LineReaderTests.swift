import SystemPackage
import Testing

@testable import PledgedLog

@Suite struct LineReaderTests {
    /// What is read of `text`, each line with its offset, and how it ends.
    private func lines(_ text: String, from offset: UInt64 = 0, until limit: Int? = nil, chunk: Int) throws -> [String]
    {
        let bytes = Array(text.utf8)
        let storage = SimulatedStorage(
            files: ["a": SimulatedStorage.File(content: bytes)],
            operations: .max,
            seed: 1
        )
        let file = try storage.open("a", for: .reading)
        var reader = LineReader(file, from: offset, until: UInt64(limit ?? bytes.count), chunkSize: chunk)
        var lines: [String] = []
        while let line = try reader.next() {
            let end = line.fault.map { " (\($0))" } ?? ""
            lines.append("\(line.offset) \(String(decoding: line.bytes, as: UTF8.self))\(end)")
        }
        return lines
    }

    @Test(arguments: 1...20)
    func `finds the same lines whatever the chunks`(chunk: Int) throws {
        let text = "one\n\nthree and more\nfour\n"
        #expect(try lines(text, chunk: chunk) == ["0 one", "4 ", "5 three and more", "20 four"])
        #expect(try lines(text, from: 5, chunk: chunk) == ["5 three and more", "20 four"])
        #expect(try lines(text, until: 23, chunk: chunk).last == "20 fou (the line is cut short)")
        #expect(try lines(text, until: 4, chunk: chunk) == ["0 one"])
        #expect(try lines("", chunk: chunk).isEmpty)
    }
}
