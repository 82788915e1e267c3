import Testing

@testable import PledgedIntake

@Suite struct `Numbered name` {
    @Test(arguments: [
        ("story.txt", 1, "story.txt"), ("story.txt", 2, "story-2.txt"), ("story", 3, "story-3"),
        (".story", 2, ".story-2"), ("a.b.txt", 10, "a.b-10.txt"), ("story.", 2, "story-2."),
        ("v1. The whole long title of it", 2, "v1. The whole long title of it-2"),
    ])
    func `keeps the ending`(name: String, number: Int, expected: String) {
        #expect(EntryName(name).numbered(number).description == expected)
    }

    @Test(arguments: [0, 1, 2, 3, 7])
    func `never ends within a character, and always fits`(room: Int) {
        for padding in ["", "x", "xx"] {
            let name = EntryName(padding + String(repeating: "ờ", count: 84) + ".txt")
            let numbered = name.numbered(2, roomFor: room)
            #expect(numbered.bytes.count + room <= 255)
            #expect(numbered.bytes.count + room > 250)
            #expect(!numbered.description.contains("\u{FFFD}"))
        }
    }

    @Test func `numbers grow fast where many are taken`() {
        #expect(Array(SuffixNumbers().prefix(14)) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 18, 36, 72, 144, 288])
        #expect(SuffixNumbers().reduce(0) { count, _ in count + 1 } < 80)
    }
}
