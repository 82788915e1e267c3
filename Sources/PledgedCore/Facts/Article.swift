/// The identity of an article: SHA-256 of the dropped file's bytes, as 64 lower-case hexadecimal digits.
public struct ArticleID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let hexadecimal: String

    /// Nil where `hexadecimal` is not 64 lower-case hexadecimal digits.
    public init?(hexadecimal: String) {
        guard hexadecimal.utf8.count == 64 else { return nil }
        let isHexadecimal = hexadecimal.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isHexadecimal else { return nil }
        self.hexadecimal = hexadecimal
    }

    /// The same of bytes.
    init?(digits: UnsafeBufferPointer<UInt8>) {
        guard digits.count == 64 else { return nil }
        let isHexadecimal = unsafe digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isHexadecimal else { return nil }
        unsafe hexadecimal = String(decoding: digits, as: UTF8.self)
    }

    public var description: String { hexadecimal }

    public static func < (a: Self, b: Self) -> Bool { a.hexadecimal < b.hexadecimal }
}

extension ArticleID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = ArticleID(hexadecimal: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not an article id.")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}

/// One dropped file, decoded: its header, its whole text, and which stretch of the text is what.
public struct Article: Hashable, Codable, Sendable {
    public var id: ArticleID
    public var header: ArticleHeader
    /// The text as it came (line ends, decomposed letters and all), without byte-order mark.
    ///
    /// For HTML and ninjs the readable text in it.
    public var text: String
    /// In text order, not overlapping.
    ///
    /// What lies in no block is white space.
    public var blocks: [ArticleBlock]
    public var notes: [ArticleNote]

    public init(id: ArticleID, header: ArticleHeader, text: String, blocks: [ArticleBlock], notes: [ArticleNote] = []) {
        self.id = id
        self.header = header
        self.text = text
        self.blocks = blocks
        self.notes = notes
    }
}

public struct ArticleHeader: Hashable, Codable, Sendable {
    /// The day of publication.
    public var date: CalendarDate?
    public var title: String?
    /// The dateline's place as written: "TOKYO", "HÀ NỘI".
    public var place: String?
    /// The wire's sign-off or byline: "VNS", "Xinhua".
    public var source: String?
    /// BCP 47; nil where it could not be told.
    public var language: String?
    /// The month of publication, where the file gives no day: "Media Note, July 2016".
    public var period: EDTFDate?

    public init(
        date: CalendarDate? = nil,
        title: String? = nil,
        place: String? = nil,
        source: String? = nil,
        language: String? = nil,
        period: EDTFDate? = nil
    ) {
        self.date = date
        self.title = title
        self.place = place
        self.source = source
        self.language = language
        self.period = period
    }
}

/// A stretch of an article's text and what it is for.
public struct ArticleBlock: Hashable, Codable, Sendable {
    public enum Role: String, Codable, Sendable, CaseIterable {
        /// Field lines before the text (`date …`, `From:`, front matter, "FOR IMMEDIATE RELEASE").
        case header
        case title
        /// "HÀ NỘI —", "TOKYO, July 9 (Kyodo) --".
        case dateline
        /// One paragraph of running prose, hard line breaks included.
        case paragraph
        /// A heading between paragraphs.
        case heading
        /// One bullet or numbered point.
        case listItem
        case caption
        /// "— VNS", "ENDS", "###".
        case signOff
        /// "About X", notes to editors, contacts, disclaimers.
        case boilerplate
    }

    public let role: Role
    public let span: TextSpan

    public init(role: Role, span: TextSpan) {
        self.role = role
        self.span = span
    }
}

/// Something about an accepted article that its user should know.
public enum ArticleNote: String, Codable, Sendable, CaseIterable {
    case decodedAsWindows1252 = "decoded-as-windows-1252"
    case noDate = "no-date"
    case notEnglish = "not-english"

    /// A sentence for people.
    public var sentence: String {
        switch self {
        case .decodedAsWindows1252: "The file is not valid UTF-8 and was read as Windows-1252."
        case .noDate: "The file gives no date, so relative dates in it stay unresolved."
        case .notEnglish: "The text is not English, so no facts were read from it."
        }
    }
}
