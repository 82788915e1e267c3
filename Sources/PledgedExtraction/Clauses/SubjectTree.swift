import PledgedLanguage

/// Finds the subject of a verb in the sentence's tree.
struct SubjectTree {
    let story: Story

    private static let stepsMax = 8

    private var arcs: [Arc] { story.document.arcs }

    /// The noun phrase that does, bears or undergoes what the verb at `verb` tells; nil where the tree has none.
    ///
    /// Looks at the verb's own subject, else at that of the verb that it hangs on: "plans to [build]", "cut and [raise]".
    func phrase(of verb: Int, in sentence: Span) -> Span? {
        guard !arcs.isEmpty, let head = subject(of: verb), sentence.contains(head) else { return nil }
        return span(of: head, in: sentence)
    }

    private func subject(of verb: Int) -> Int? {
        var word = verb
        for _ in 0..<Self.stepsMax {
            if let own = ownSubject(word) { return isRelative(own) ? antecedent(of: word) : own }
            guard let head = arcs[word].head else { return nil }
            switch arcs[word].relation {
            case .relativeClause: return head
            case .auxiliary, .passiveAuxiliary, .copula, .marker, .openComplement, .conjunct, .adverbialClause,
                .adverbialModifier, .particle, .fixed:
                word = head
            default: return nil
            }
        }
        return nil
    }

    private func ownSubject(_ word: Int) -> Int? {
        story.dependents[word].first {
            switch arcs[$0].relation {
            case .subject, .passiveSubject, .outerSubject: true
            default: false
            }
        }
    }

    /// What "which" stands for: the noun that its clause hangs on.
    private func antecedent(of verb: Int) -> Int? { arcs[verb].relation == .relativeClause ? arcs[verb].head : nil }

    private func isRelative(_ word: Int) -> Bool { ["which", "who", "that"].contains(story.folded(word)) }

    /// The noun with what stands before it and what names it further; without comments and clauses.
    private func span(of head: Int, in sentence: Span) -> Span {
        var start = head
        while let first = story.dependents[start].first, first < start, first >= sentence.start,
            !story.tokens[first].isPunctuation, arcs[first].relation != .marker
        {
            start = first
        }
        var end = head + 1
        for child in story.dependents[head] where child > head {
            switch arcs[child].relation {
            case .nominalModifier, .flat, .compound, .conjunct, .possessor, .descriptor, .caseMarking, .fixed, .numeric:
                end = max(end, self.end(of: child))
            default: break
            }
        }
        return Span(start, min(end, sentence.end))
    }

    private func end(of word: Int) -> Int {
        var last = word
        for _ in 0..<Self.stepsMax {
            guard let child = story.dependents[last].last, child > last, !story.tokens[child].isPunctuation else {
                break
            }
            last = child
        }
        return last + 1
    }
}
