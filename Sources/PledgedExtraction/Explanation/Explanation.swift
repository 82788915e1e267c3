public import PledgedCore

/// Why a reader found one fact: what gave it away, and by which steps each field came to be what it is.
public struct Explanation: Hashable, Codable, Sendable {
    /// The rule, the word on a list, or the grammar that found the fact.
    public struct Source: Hashable, Codable, Sendable {
        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// A cue rule.
            case rule
            /// A word on a list, or a row of a table.
            case lexicon
            /// What stands around a name: no list holds it.
            case context
            /// The grammar of expressions of time.
            case time
            /// The deadline of a pledge.
            case deadline
        }

        public var kind: Kind
        /// The rule's name, or the list's; empty where neither was needed.
        public var name: String
        /// What it is for, in one sentence.
        public var purpose: String
        /// The file that holds it, and where in it; nil where none does.
        public var file: String?
        /// Counted from 1.
        public var line: Int?
        /// The pattern or the word as that line has it.
        public var entry: String?
    }

    /// One step by which a field came to be what it is.
    public struct Step: Hashable, Codable, Sendable {
        /// For programs; stable.
        public var name: String
        /// For people.
        public var sentence: String
    }

    /// One field of the fact.
    public struct Field: Hashable, Codable, Sendable {
        /// As the fact calls it: `by`, `deadline`.
        public var name: String
        /// As text; empty where the field has none.
        public var value: String
        /// In the order in which they were taken; at least one.
        public var steps: [Step]
        /// The words that it was read from; nil where it was read from none.
        public var words: Anchor?
    }

    public var source: Source
    /// The words that gave it away, in text order.
    public var cues: [Anchor]
    /// In the order of the fact's own fields; those that have no value and no story are left out.
    public var fields: [Field]
    /// Of the fact, per cent.
    public var confidence: Int
}
