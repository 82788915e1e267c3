import PledgedLanguage

/// Reads the subjects of clauses off a sentence's tree.
///
/// The tree is that of `TreeParser`, in Universal Dependencies (https://universaldependencies.org/en/).
struct ClauseTree {
    let story: Story
    let sentence: Span
    /// One for each token of the sentence.
    let arcs: [Arc]

    /// How many clauses are climbed for a subject.
    private static let climbsMax = 6
    /// How far the words of one phrase hang on one another.
    private static let phraseDepthMax = 12

    /// What a clause is about, and how the tree leads there.
    struct Found: Hashable, Sendable {
        var span: Span
        var path: [TreeStep]
    }

    /// The words that a verb, or the cue that begins with it, has for its subject; nil where the tree gives it none.
    ///
    /// A clause without a subject has that of the clause that it is joined to, completes or goes with ("agreed to build, and
    /// will pay", "pledging to"); a relative clause has the words that it describes. Relative clauses and comments of the
    /// subject itself are left out.
    func subject(of cue: Int) -> Found? {
        var path = [step(cue)]
        for _ in 0..<Self.climbsMax {
            let head = path[path.endIndex - 1].token
            // "will" in "will build": the clause is that of "build".
            if arc(head).relation.isPartOfPredicate, let verb = arc(head).head, sentence.contains(verb) {
                path.append(step(verb))
                continue
            }
            if let subject = sentence.range.first(where: { arc($0).head == head && arc($0).relation.isSubject }) {
                if arc(subject).relation == .clausalSubject { return nil }
                path.append(step(subject))
                if ["which", "who", "that"].contains(story.folded(subject)) { return antecedent(path, head) }
                return phrase(subject).map { Found(span: $0, path: path) }
            }
            switch arc(head).relation {
            case .conjunct, .openComplement, .adverbialClause:
                guard let next = arc(head).head, sentence.contains(next) else { return nil }
                path.append(step(next))
            case .relativeClause, .acl: return antecedent(path, head)
            default: return nil
            }
        }
        return nil
    }

    /// Whether the comma stands between two words that describe one noun behind them.
    func joinsModifiers(_ comma: Int) -> Bool {
        guard sentence.contains(comma - 1), comma + 1 < sentence.end, let noun = arc(comma - 1).head else {
            return false
        }
        return arc(comma - 1).relation == .adjectivalModifier && noun > comma + 1
    }

    private func arc(_ token: Int) -> Arc { arcs[token - sentence.start] }

    private func step(_ token: Int) -> TreeStep { TreeStep(token: token, arc: arc(token)) }

    /// The noun that the clause of `verb` describes.
    private func antecedent(_ path: [TreeStep], _ verb: Int) -> Found? {
        guard let noun = arc(verb).head, let span = phrase(noun) else { return nil }
        return Found(span: span, path: path + [step(noun)])
    }

    /// The noun with what stands before it, what it is joined to, and what hangs on it by a preposition.
    private func phrase(_ noun: Int, depth: Int = 0) -> Span? {
        guard sentence.contains(noun), depth < Self.phraseDepthMax else { return nil }
        var span = Span(noun, noun + 1)
        for child in sentence.range where arc(child).head == noun && isPart(child, of: noun) {
            guard let part = phrase(child, depth: depth + 1) else { continue }
            span = Span(min(span.start, part.start), max(span.end, part.end))
        }
        return span
    }

    private func isPart(_ child: Int, of noun: Int) -> Bool {
        switch arc(child).relation {
        case .determiner, .predeterminer, .adjectivalModifier, .compound, .possessor, .numeric, .flat, .conjunct,
            .nominalModifier, .descriptor, .fixed, .goesWith, .preconjunction:
            true
        // "more than two million"
        case .adverbialModifier: arc(noun).relation == .numeric
        // "Iraq 's", and a name right behind its title; no preposition before the noun.
        case .caseMarking: child > noun
        case .apposition: child == noun + 1
        default: false
        }
    }
}

/// A word on the way through a tree, and how it hangs on its head.
struct TreeStep: Hashable, Sendable {
    let token: Int
    let arc: Arc
}

extension Relation {
    fileprivate var isSubject: Bool {
        switch self {
        case .subject, .passiveSubject, .outerSubject, .clausalSubject: true
        default: false
        }
    }

    /// Whether the word belongs to the verb, noun or adjective that it hangs on, as an auxiliary does.
    fileprivate var isPartOfPredicate: Bool {
        switch self {
        case .auxiliary, .passiveAuxiliary, .copula, .marker, .adverbialModifier, .fixed, .coordination: true
        default: false
        }
    }
}
