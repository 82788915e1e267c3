import PledgedCore
import PledgedLanguage

/// One party as it goes out: its names, its title, where it is named.
struct ActorDraft {
    let actor: NamedActor
    /// The folded words of the fullest name.
    let key: String

    /// - Parameters:
    ///   - mentions: all of one party, in text order, at least one.
    ///   - label: counted from 1.
    ///   - usualName: what a user calls the party; nil where no user knows it.
    ///   - story: where they stand.
    init(_ mentions: [Mention], label: Int, usualName: String? = nil, story: Story) {
        var names: [String] = []
        for mention in mentions {
            let name = story.document.text(mention.span)
            if !names.contains(name) { names.append(name) }
        }
        let fullest = mentions.max { $0.span.count < $1.span.count } ?? mentions[0]
        key = fullest.key
        let title = mentions.compactMap(\.title).first
        let (kind, canonical) = Self.identity(mentions[0], fullest: story.document.text(fullest.span))
        actor = NamedActor(
            label: ActorLabel(label),
            kind: kind,
            canonicalName: usualName ?? canonical,
            names: names,
            role: kind == .person ? title.map { Self.role($0, story) } : nil,
            mentions: mentions.map { TextSpan(story.document.byteRange($0.span)) },
            confidence: Self.confidence(mentions, kind)
        )
    }

    private static func identity(_ mention: Mention, fullest: String) -> (ActorKind, String) {
        switch mention.kind {
        case .person: (.person, fullest)
        case .country(let name): (.country, name)
        case .organization, .place, .thing, .unknown: (.organization, fullest)
        }
    }

    private static func role(_ title: Span, _ story: Story) -> String {
        var end = title.end
        while end > title.start + 1, story.isOn(end - 1, .polite) || story.tokens[end - 1].isPunctuation { end -= 1 }
        return story.document.text(Span(title.start, end))
    }

    private static func confidence(_ mentions: [Mention], _ kind: ActorKind) -> Int {
        let signs = mentions.reduce(into: Mention.Signs()) { $0.formUnion($1.signs) }
        let isFull = mentions.contains { $0.span.count > 1 }
        var sum = kind == .country ? 85 : 65
        if isFull { sum += 10 }
        if mentions.count > 1 { sum += 5 }
        if !signs.isDisjoint(with: [.acts, .speaks]) { sum += 5 }
        if mentions.contains(where: { $0.title != nil }) { sum += 10 }
        return min(sum, 98)
    }
}
