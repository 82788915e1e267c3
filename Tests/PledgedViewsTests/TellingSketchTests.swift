import PledgedCore
import Testing

@testable import PledgedViews

/// What the matcher compares, against the words that people read.
struct TellingSketchTests {
    private static let quotes = [
        "will train 50,000 semiconductor engineers by 2030",
        "plans to train 35,000 chip engineers at Hà Nội University",
        "agreed to open a second clinic in Port Seton, and three more by May", "will support the project",
        "pledged 8.1 billion dollars for Clean Water", "will pay $8.12 billion to clean water works", "",
    ]

    private func telling(_ quote: String, at position: Int64, quantity: Quantity? = nil) -> Telling {
        let pledge = Pledge(
            kind: .plan,
            by: [],
            to: [],
            action: quote,
            quantity: quantity,
            deadline: nil,
            said: nil,
            cue: "",
            anchor: Anchor(span: TextSpan(0..<quote.utf8.count), quote: quote),
            confidence: 90
        )
        return Telling(
            position: position,
            article: position,
            isRequest: false,
            text: TellingWords(pledge, in: Array(quote.utf8), by: []).text,
            quantity: quantity,
            deadline: nil,
            said: nil,
            span: pledge.anchor.span
        )
    }

    @Test func `two tellings share as much by hashes as by words`() {
        for (index, quote) in Self.quotes.enumerated() {
            for other in Self.quotes {
                let (one, two) = (telling(quote, at: Int64(index)), telling(other, at: 100))
                let (words, otherWords) = (one.words.quote, two.words.quote)
                let shared = words.shared(with: otherWords).reduce(0) { $0 + $1.weight }
                let least = min(words.weight, otherWords.weight)
                let overlap = least == 0 ? 0 : min(100, shared * 100 / least)
                #expect(PledgeEvidence(one, two).overlap == overlap, "\(quote) | \(other)")
                #expect(one.sketch.weight == words.weight && one.sketch.words.count == words.words.count)
            }
        }
    }

    @Test func `a telling is found by its words, its numbers and what it counts`() {
        let engineers = telling(Self.quotes[0], at: 1, quantity: Quantity(value: 50_000, unit: "engineers"))
        let others = [
            ("will teach many engineers", nil, true), ("will spend 50,000", nil, true),
            ("will build ferries", Quantity(value: 3, unit: "engineers"), true), ("will build ferries", nil, false),
            ("will support the project", nil, false),
        ]
        for (quote, quantity, isFound) in others {
            let other = telling(quote, at: 2, quantity: quantity)
            #expect(engineers.sketch.shares(keysWith: other.sketch) == isFound, "\(quote)")
            #expect(other.sketch.keys.isAny(in: engineers.sketch.keys.bits) == isFound, "\(quote)")
        }
    }

    @Test func `keys are kept in columns, sixteen at most`() {
        let many = TellingKeySet((1...40).map { UInt64($0) << 20 | UInt64($0) })
        let columns = many.columns
        #expect(TellingKeySet(columns: [columns[0], columns[1], columns[2], columns[3]]) == many)
        #expect(many.shares(with: TellingKeySet([16])) && !many.shares(with: TellingKeySet([17])))
        #expect(!TellingKeySet([]).shares(with: TellingKeySet([])))
        // A key of which nothing is left is no empty place.
        #expect(TellingKeySet([1 << 16]).isAny(in: TellingKeySet([1 << 17]).bits))
    }
}
