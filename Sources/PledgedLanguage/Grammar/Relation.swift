/// How a word depends on its head, in Universal Dependencies, with the subtypes that English has.
public enum Relation: UInt8, Hashable, Sendable, CaseIterable {
    case root, acl, relativeClause, adverbialClause, adverbialRelative, adverbialModifier, adjectivalModifier,
        apposition
    case auxiliary, passiveAuxiliary, caseMarking, coordination, preconjunction, clausalComplement, compound, particle
    case conjunct, copula, clausalSubject, outerClausalSubject, passiveClausalSubject, unspecified, determiner
    case predeterminer, discourse, dislocated, expletive, fixed, flat, goesWith, indirectObject, list, marker
    case nominalModifier, descriptor, possessor, unmarkedNominal, subject, outerSubject, passiveSubject, numeric, object
    case oblique, agent, unmarkedOblique, orphan, parataxis, punctuation, reparandum, vocative, openComplement

    private static let labels = [
        "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
        "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
        "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
        "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
        "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
    ]

    /// As the treebanks write it: "nsubj:pass".
    public var label: String { Self.labels[Int(rawValue)] }

    /// The label without its subtype: "nsubj".
    public var baseLabel: Substring { label.prefix { $0 != ":" } }

    /// The relation that the treebanks write so, or the one without the subtype; nil for no such relation.
    public init?(label: String) {
        guard
            let index = Self.labels.firstIndex(of: label)
                ?? Self.labels.firstIndex(of: String(label.prefix { $0 != ":" }))
        else { return nil }
        self.init(rawValue: UInt8(index))
    }
}
