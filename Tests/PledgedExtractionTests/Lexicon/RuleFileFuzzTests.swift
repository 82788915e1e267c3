import PledgedTesting
import Testing

@testable import PledgedExtraction

/// Spoils files of rules in every way, and asks that each be read or refused, never more.
struct RuleFileFuzzTests {
    private static let texts = [
        "own.rules": """
        rule ring-fence
            says    A party sets money aside.
            kind    commitment
            by      subject
            needs   money, speaker
            cue     [be] > ~ringfence|~set .. {} [adverb]* not? 's [amount]
            +       Japan ringfenced 40 million euros for the port.
            -       Japan ringfenced the port.
        """,
        "own.lexicon": "[title]\nquaestor\n[given]\nTadhg",
        "own.names": "party Industrial Development Agency\n  kind organization\n  alias IDA Ireland",
        "own.units": "unit quintal\ncurrency KES ksh shilling",
        "own.tsv": "Ireland\tÉire\tIrish\tDublin",
    ]
    private static let bits: [UInt8] = [
        0, 9, 10, 13, 32, 35, 39, 42, 46, 62, 63, 91, 93, 123, 124, 125, 126, 0xC3, 0xFF,
    ]

    @Test(arguments: texts.keys.sorted(), [1, 7, 1_337] as [UInt64])
    func `a spoilt file is read or refused by one of its lines`(name: String, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = Array(try #require(Self.texts[name]).utf8)
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) { Self.spoil(&bytes, &random) }
            let file = RuleFile(name: name, bytes: bytes)
            do {
                try Self.load(file)
            } catch let error as RuleFileError {
                #expect(error.file == name)
                #expect((1...max(1, file.lines.count)).contains(error.line), "\(error)")
                #expect(!error.reason.isEmpty)
            }
        }
    }

    private static func spoil(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
        let bit = bits[Int.random(in: 0..<bits.count, using: &random)]
        guard place < bytes.count else { return bytes.append(bit) }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = bit
        case 1: bytes.insert(bit, at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 30))
        }
    }

    /// What a reader does with a user's file, without the built-in ones.
    private static func load(_ file: RuleFile) throws {
        let user = try UserRules([file])
        _ = try CueMatcher(user.adding(to: []))
        _ = try Lexicon([], adding: user.files(.lexicon))
        _ = try PartyNames(user.files(.names))
        _ = try UnitNames(user.files(.units))
        for file in user.files(.tsv) { _ = try CountryTable(file) }
    }
}
