import SystemPackage
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

    @Test(arguments: [0, 1, 2, 3, 4, 5, 100, 1023, 1024, 100_000])
    func `the least free number is found in few looks`(takenCount: Int) throws {
        var looks = 0
        let number = try FreeNumber.find { number throws(Errno) in
            looks += 1
            return number <= takenCount
        }
        #expect(number == takenCount + 1)
        #expect(looks <= 36)
    }

    @Test func `with gaps, some free number is found`() throws {
        let taken: Set = [1, 2, 4, 5, 9]
        #expect(try !taken.contains(FreeNumber.find { number throws(Errno) in taken.contains(number) }))
    }
}
