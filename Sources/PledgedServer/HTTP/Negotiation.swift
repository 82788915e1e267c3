import PledgedAPI

/// Chooses among the media types that a route can serve.
enum Negotiation {
    /// The offer that the `Accept` headers like best, the earlier one where they like two the same; nil where none.
    ///
    /// No header, or an empty one, likes everything.
    static func choose(_ offers: [MediaType], accept headers: [String]) -> MediaType? {
        let elements = headers.flatMap { $0.split(separator: ",") }
        let ranges = elements.compactMap { MediaRange($0) }
        guard !elements.isEmpty else { return offers.first }
        let liked = offers.map { (offer: $0, quality: quality(of: $0, in: ranges)) }
        let best = liked.map(\.quality).max() ?? 0
        return best > 0 ? liked.first { $0.quality == best }?.offer : nil
    }

    /// The offer that is liked best.
    ///
    /// - Throws: ``Problem`` of kind `not-acceptable` that lists the offers.
    static func require(_ offers: [MediaType], accept headers: [String]) throws(Problem) -> MediaType {
        guard let choice = choose(offers, accept: headers) else {
            let list = offers.map(\.rawValue).joined(separator: ", ")
            throw Problem(.notAcceptable, "This route serves \(list). Name one of them in Accept.", parameter: "Accept")
        }
        return choice
    }

    private static func quality(of offer: MediaType, in ranges: [MediaRange]) -> Double {
        let names = offer.rawValue.prefix { $0 != ";" }.split(separator: "/").map(String.init)
        let matches = ranges.compactMap { range in
            range.precision(for: names[0], names[1]).map { (precision: $0, quality: range.quality) }
        }
        return matches.max { ($0.precision, $0.quality) < ($1.precision, $1.quality) }?.quality ?? 0
    }
}
