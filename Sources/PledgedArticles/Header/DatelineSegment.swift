/// One closed part of a dateline, counted in lexemes.
struct DatelineSegment: Hashable, Sendable {
    enum Closing: Hashable, Sendable { case dash, colon, bracket, stop, end }

    var place: Range<Int>?
    var date: StatedDate?
    var source: Range<Int>?
    /// Nil where no mark closes the segment, so that it is none.
    var closing: Closing?
    /// The lexeme after the segment.
    var end: Int

    init(end: Int) { self.end = end }

    var isClosed: Bool { closing != nil }

    /// This segment and the one after it; nil where the second adds nothing that a dateline still lacks.
    ///
    /// A second place is the nearer one: "VIETNAM, July 10 - TOKYO —".
    func joined(with next: DatelineSegment) -> DatelineSegment? {
        let addsPlace = next.place != nil && (place == nil || date != nil && next.date == nil && next.source == nil)
        let addsDate = next.place == nil && next.date != nil && date == nil
        let addsSource = next.place == nil && next.source != nil && source == nil
        guard addsPlace || addsDate || addsSource else { return nil }
        var joined = self
        joined.place = next.place ?? place
        joined.date = date ?? next.date
        joined.source = source ?? next.source
        joined.closing = next.closing
        joined.end = next.end
        return joined
    }
}
