import PledgedTesting
import Testing

@testable import PledgedLanguage

struct ModelFileTests {
    private static let bytes: [UInt8] = {
        var builder = ModelFileBuilder()
        builder.add("one", Array("the first".utf8))
        builder.add("two", [UInt8](repeating: 7, count: 200))
        return builder.build()
    }()

    @Test func `gives back what was laid out`() throws {
        let model = try ModelFile(ModelBytes(copying: Self.bytes))
        #expect(model.sections.map(\.name) == ["one", "two"])
        #expect(try model.section("one").text == "the first")
        #expect(try model.section("two").count == 200)
        #expect(throws: ModelError.missingSection("three")) { try model.section("three") }
    }

    @Test func `refuses a file with any byte changed`() {
        for index in Self.bytes.indices {
            var bytes = Self.bytes
            bytes[index] ^= 0x10
            // 32 bytes of the header mean nothing.
            if (32..<64).contains(index) { continue }
            #expect(throws: ModelError.self) { try ModelFile(ModelBytes(copying: bytes)) }
        }
    }

    @Test func `refuses a file cut anywhere`() {
        for count in Self.bytes.indices {
            #expect(throws: ModelError.self) { try ModelFile(ModelBytes(copying: Array(Self.bytes.prefix(count)))) }
        }
    }
}
