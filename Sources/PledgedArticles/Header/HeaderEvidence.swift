import PledgedCore

/// What the parts of a file say about its header, before one of them is believed.
struct HeaderEvidence: Hashable, Sendable {
    /// Where a date was found, the most trusted first.
    enum DateOrigin: Int, Hashable, Sendable, Comparable {
        case field, line, updateLine, dateline, text, tail

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// Where a source was found, the most trusted first.
    enum SourceOrigin: Int, Hashable, Sendable, Comparable {
        case field, dateline, signOff, issuer, distributor, byline, sender

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    private(set) var dates: [DateOrigin: [StatedDate]] = [:]
    private(set) var sources: [SourceOrigin: String] = [:]
    var title: String?
    var place: String?
    /// BCP 47, as a field or the markup states it.
    var language: String?
    /// Years stated beside no month, as in a copyright line.
    var years: [Int] = []

    mutating func add(_ date: StatedDate, from origin: DateOrigin) { dates[origin, default: []].append(date) }

    /// Keeps the first source of each origin.
    mutating func add(source: String, from origin: SourceOrigin) {
        guard sources[origin] == nil, !source.isEmpty else { return }
        sources[origin] = source
    }

    mutating func suggest(title: String) { if self.title == nil, !title.isEmpty { self.title = title } }

    mutating func suggest(place: String) { if self.place == nil, !place.isEmpty { self.place = place } }

    var source: String? { sources.min { $0.key < $1.key }?.value }
}
