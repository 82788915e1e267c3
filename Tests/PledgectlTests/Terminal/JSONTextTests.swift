import Foundation
import Testing

@testable import pledgectl

@Suite struct JSONTextTests {
    @Test func `escapes the controls that JSON leaves bare, and means the same`() throws {
        let value = ["text": "a\u{9B}31m\u{7F}\u{1B}[0m Việt / \"quoted\""]
        let json = try JSONText.document(value)
        #expect(!json.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        #expect(json.hasSuffix("\n"))
        #expect(try JSONDecoder().decode([String: String].self, from: Data(json.utf8)) == value)
    }
}
