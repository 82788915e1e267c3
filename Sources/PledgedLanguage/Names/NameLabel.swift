/// What the tagger says of a token: outside of names, or which place it has in a name of which kind.
///
/// 0 is outside; four labels a kind follow: first of several tokens, inner, last, and a name of one token.
package enum NameLabel {
    package enum Place: Int, CaseIterable, Sendable {
        case first, inner, last, only
    }

    package static let count = 1 + 4 * Name.Kind.allCases.count
    package static let outside = 0

    package static func label(_ kind: Name.Kind, _ place: Place) -> Int { 1 + 4 * Int(kind.rawValue) + place.rawValue }

    /// Nil for ``outside``.
    package static func kind(_ label: Int) -> Name.Kind? {
        label == outside ? nil : Name.Kind(rawValue: UInt8((label - 1) / 4))
    }

    package static func place(_ label: Int) -> Place? { label == outside ? nil : Place(rawValue: (label - 1) % 4) }

    /// Whether a name may go on, or must, after the label.
    static func isOpen(_ label: Int) -> Bool {
        let place = place(label)
        return place == .first || place == .inner
    }

    /// Whether `next` may stand after `label`.
    static func isLegal(_ label: Int, _ next: Int) -> Bool {
        let continues = place(next) == .inner || place(next) == .last
        return isOpen(label) ? continues && kind(label) == kind(next) : !continues
    }

    /// The place of a token in a name's span.
    package static func place(of token: Int, in span: Span) -> Place {
        if span.count == 1 { return .only }
        if token == span.start { return .first }
        return token == span.end - 1 ? .last : .inner
    }

    /// The labels of a document's tokens.
    package static func labels(of names: [Name], count: Int) -> [UInt8] {
        var labels = [UInt8](repeating: 0, count: count)
        for name in names {
            for token in name.span.range { labels[token] = UInt8(label(name.kind, place(of: token, in: name.span))) }
        }
        return labels
    }
}
