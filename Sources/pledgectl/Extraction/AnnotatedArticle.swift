import PledgedCore

/// An article's header, as people annotate it.
struct AnnotatedArticle: Encodable, Sendable {
    private enum CodingKeys: String, CodingKey {
        case date, title, place, source, id, language, notes
    }

    private let article: Article

    init(_ article: Article) { self.article = article }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let header = article.header
        // Not `encodeIfPresent`: the scheme wants null where nothing is.
        // To the month where no day is given.
        try container.encode(header.date.map(EDTFDate.day) ?? header.period, forKey: .date)
        try container.encode(header.title, forKey: .title)
        try container.encode(header.place, forKey: .place)
        try container.encode(header.source, forKey: .source)
        try container.encode(header.language, forKey: .language)
        try container.encode(article.id, forKey: .id)
        try container.encode(article.notes, forKey: .notes)
    }
}
