import PledgedCore

extension Rejection {
    static var empty: Rejection {
        Rejection(
            reason: .empty,
            sentence: "The file holds no text. Check that it was saved or downloaded completely, and drop it again."
        )
    }

    static func binary(_ what: String) -> Rejection {
        Rejection(
            reason: .binary,
            sentence: "The file holds \(what), so it is not text. Save the article as plain text, HTML or ninjs JSON."
        )
    }

    static func undecodable(_ what: String) -> Rejection {
        Rejection(
            reason: .undecodable,
            sentence: "The file \(what), so its text cannot be decoded. Save it as UTF-8 and drop it again."
        )
    }

    /// HTML or JSON that holds no article.
    static func malformed(_ what: String) -> Rejection {
        Rejection(
            reason: .malformed,
            sentence: "The file \(what). Save the article as plain text, HTML or ninjs JSON, and drop it again."
        )
    }
}
