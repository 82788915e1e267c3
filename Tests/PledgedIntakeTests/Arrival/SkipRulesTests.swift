import Testing

@testable import PledgedIntake

@Suite struct `Skip rules` {
    @Test(
        arguments: [
            ("story.txt", nil), ("2024-07-09 Đà Nẵng.md", nil), ("story", nil), ("#story", nil), ("part", nil),
            ("tmp", nil), ("apartment", nil), ("~story", nil), (".part", .hidden), ("4913", nil),
            (".hidden", .hidden), ("..story", .hidden), (".story.txt.swp", .hidden), (".story.txt.Xa81bC", .hidden),
            (".~lock.story.odt#", .hidden), (".#story", .hidden), ("._story.txt", .hidden),
            (".goutputstream-1B", .hidden),
            (".DS_Store", .systemFile), ("desktop.ini", .systemFile), ("Thumbs.db", .systemFile),
            ("@eaDir", .systemFile),
            ("story.txt~", .temporary), ("story.tmp", .temporary), ("STORY.TMP", .temporary), ("story.swp", .temporary),
            ("#story#", .temporary), ("~$story.docx", .temporary),
            ("story.part", .partial), ("story.txt.partial", .partial), ("story.crdownload", .partial),
            ("story.filepart", .partial),
        ] as [(String, SkipReason?)]
    )
    func `tell by the name`(name: String, reason: SkipReason?) {
        #expect(SkipRules().reason(for: EntryName(name)) == reason)
    }

    @Test func `take further endings`() {
        let rules = SkipRules(suffixes: [".bak", ".đã-đọc"])
        #expect(rules.reason(for: "story.bak") == .configured)
        #expect(rules.reason(for: "story.đã-đọc") == .configured)
        #expect(rules.reason(for: "bak") == nil)
    }
}
