import Testing

@testable import PledgedArticles

@Suite struct ScalarClassesTests {
    @Test func `short ways and Unicode's tables say the same`() {
        for scalar in (UInt32(0)...0x17F).compactMap({ Unicode.Scalar($0) }) {
            #expect(scalar.isSpace == scalar.properties.isWhitespace)
            #expect(scalar.isAlphabetic == scalar.properties.isAlphabetic)
        }
    }
}
