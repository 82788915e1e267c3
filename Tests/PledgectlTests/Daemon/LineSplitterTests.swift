import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct LineSplitterTests {
    /// Cuts the same bytes at random places.
    @Test(arguments: [1, 7, 1_337] as [UInt64])
    func `finds the same lines wherever the bytes are cut`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lines = ["{\"a\":1}", "Việt Nam", "x", String(repeating: "long", count: 500)]
        let bytes = Array((lines.joined(separator: "\n") + "\n\n\n").utf8)
        for _ in 0..<100 {
            var (splitter, found, rest) = (LineSplitter(), [String](), bytes[...])
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...300, using: &random))
                found += try splitter.append(piece)
                rest = rest.dropFirst(piece.count)
            }
            #expect(found == lines)
        }
    }

    @Test func `keeps a line that has no end yet`() throws {
        var splitter = LineSplitter()
        #expect(try splitter.append(Array("half".utf8)) == [])
        #expect(try splitter.append(Array(" whole\n".utf8)) == ["half whole"])
    }

    @Test func `takes a line of the largest size and refuses a longer one`() throws {
        var splitter = LineSplitter(lineBytesMax: 4)
        #expect(try splitter.append(Array("four\nfour".utf8)) == ["four"])
        #expect(throws: LineSplitter.TooLong.self) { try splitter.append(Array("!".utf8)) }
    }
}
