/// A name as it was found in its sentence alone, and how much speaks for each kind.
struct FoundName: Hashable, Sendable {
    var span: Span
    var kind: Name.Kind
    /// For each kind, in the order of their numbers.
    var scores: SIMD4<Int32>

    init(_ span: Span, _ kind: Name.Kind, scores: SIMD4<Int32>? = nil) {
        self.span = span
        self.kind = kind
        var only = SIMD4<Int32>(repeating: 0)
        only[Int(kind.rawValue)] = 64
        self.scores = scores ?? only
    }

    /// Takes the kind that most speaks for.
    mutating func settleKind() {
        for kind in Name.Kind.allCases where scores[Int(kind.rawValue)] > scores[Int(self.kind.rawValue)] {
            self.kind = kind
        }
    }
}
