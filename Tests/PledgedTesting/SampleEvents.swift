public import PledgedCore

/// Nouns for tests, built by hand, with a default for whatever a test does not care about.
public enum SampleEvents {
    /// An identity made of `number`: the same number is the same article.
    public static func articleID(_ number: Int) -> ArticleID {
        let digits = String(number, radix: 16)
        let text = String(repeating: "0", count: 64 - digits.utf8.count) + digits
        guard let id = ArticleID(hexadecimal: text) else { preconditionFailure("\(number) is no article's number.") }
        return id
    }

    public static func date(_ text: String) -> CalendarDate {
        do {
            guard case .day(let date) = try EDTFDate(parsing: text).start else {
                preconditionFailure("'\(text)' is not a day.")
            }
            return date
        } catch {
            preconditionFailure("\(error)")
        }
    }

    public static func article(
        _ number: Int,
        date: String? = "2024-07-10",
        title: String? = "Engineers wanted",
        source: String? = "VNS",
        text: String = "TOKYO — Việt Nam plans to train 50,000 engineers by 2030.",
        notes: [ArticleNote] = []
    ) -> Article {
        Article(
            id: articleID(number),
            header: ArticleHeader(
                date: date.map { Self.date($0) },
                title: title,
                place: "TOKYO",
                source: source,
                language: "en"
            ),
            text: text,
            blocks: [ArticleBlock(role: .paragraph, span: TextSpan(0..<text.utf8.count))],
            notes: notes
        )
    }

    public static func file(
        _ name: String = "article.txt",
        size: Int64 = 100,
        inode: UInt64 = 1,
        modified: Int64 = 1
    ) -> DroppedFile {
        DroppedFile(name: name, size: size, inode: inode, modified: modified)
    }

    public static func actor(
        _ label: Int,
        _ kind: ActorKind,
        _ name: String,
        names: [String]? = nil,
        role: String? = nil,
        affiliation: Int? = nil
    ) -> NamedActor {
        NamedActor(
            label: ActorLabel(label),
            kind: kind,
            canonicalName: name,
            names: names ?? [name],
            role: role,
            affiliation: affiliation.map { ActorLabel($0) },
            mentions: [TextSpan(0..<name.utf8.count)],
            confidence: 90
        )
    }

    public static func pledge(
        _ kind: Pledge.Kind = .plan,
        by: [Int] = [1],
        to: [Int] = [],
        speaker: Int? = nil,
        quote: String = "plans to train 50,000 engineers by 2030",
        quantity: Quantity? = Quantity(value: 50_000, unit: "engineers"),
        deadline: EDTFDate? = .year(2030),
        said: String? = "2024-07-09"
    ) -> Pledge {
        Pledge(
            kind: kind,
            by: by.map { ActorLabel($0) },
            to: to.map { ActorLabel($0) },
            speaker: speaker.map { ActorLabel($0) },
            action: quote,
            quantity: quantity,
            deadline: deadline,
            said: said.map { date($0) },
            cue: "plans to",
            anchor: anchor(quote),
            confidence: 80
        )
    }

    public static func happening(
        _ date: EDTFDate,
        actors: [Int] = [],
        place: String? = nil,
        quote: String = "A seminar in Tokyo on Tuesday"
    ) -> Happening {
        Happening(
            date: date,
            place: place,
            actors: actors.map { ActorLabel($0) },
            anchor: anchor(quote),
            confidence: 70
        )
    }

    public static func anchor(_ quote: String, at start: Int = 0) -> Anchor {
        Anchor(span: TextSpan(start..<(start + quote.utf8.count)), quote: quote)
    }
}
