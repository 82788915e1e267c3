import PledgedCore

/// What a brief of one actor is made of.
struct ActorBrief: Sendable {
    var actor: ActorDetail
    /// All that binds it, in the order in which it was said last.
    var pledged: [PledgeDetail]
    /// All that others asked of it.
    var asked: [PledgeDetail]
    /// The articles that its roles come from.
    var articles: [ArticleID: ArticleRow]
    /// At which moment it is seen; nil for now.
    var asOf: AsOf?
}
