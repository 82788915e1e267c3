import PledgedCore
import PledgedLanguage

/// The parties of a story, and which of them each name means.
struct Cast: Sendable {
    /// In order of first mention.
    var actors: [NamedActor] = []
    /// In text order.
    var mentions: [Mention] = []
    /// By mention: its actor's place in ``actors``; nil where it names no party.
    var owners: [Int?] = []
    /// By actor: the folded words of its fullest name.
    var keys: [String] = []
    /// By actor: where it comes from.
    var origins: [ActorOrigin] = []
    /// By token: the mention that covers it.
    private var byToken: [Int: Int] = [:]

    /// Actors that also stand where places stand: "in Saxony".
    private var places: Set<Int> = []
    /// Actors that report what others say.
    private var media: Set<Int> = []

    /// Whose "we" it is in a statement that names no speaker.
    private(set) var principal: Int?
    /// Whose words the text is, by its title.
    private(set) var author: Int?
    /// Whose words the text is, by their own: "we, the leaders of Kenya and Norway, agree".
    var authors: [Int] = []
    /// By token: the state whose adjective it is, where that is a party: "Kenyan".
    var adjectives: [Int: Int] = [:]

    init() {}

    init(mentions: [Mention], owners: [Int?], actors: [NamedActor], keys: [String]) {
        self.mentions = mentions
        self.owners = owners
        self.actors = actors
        self.keys = keys
        principal = Self.principal(mentions, owners, actors, keys)
        let located = Set(
            mentions.filter { $0.kind == .place || !$0.signs.isDisjoint(with: [.located, .place]) }.map(\.key)
        )
        for (index, mention) in mentions.enumerated() {
            if let owner = owners[index], located.contains(mention.key) { places.insert(owner) }
            if let owner = owners[index], mention.signs.contains(.media) { media.insert(owner) }
            if mention.signs.contains(.author) { author = author ?? owners[index] }
            for token in mention.span.range { byToken[token] = index }
        }
    }

    func mention(at token: Int) -> Int? { byToken[token] }

    func actor(at token: Int) -> Int? { byToken[token].flatMap { owners[$0] } }

    /// The actors named in a stretch, each once, in text order.
    func actors(in span: Range<Int>) -> [Int] {
        var found: [Int] = []
        for token in span {
            if let actor = actor(at: token), !found.contains(actor) { found.append(actor) }
        }
        return found
    }

    /// Where the text names its actors, in text order.
    var actorMentions: [ActorMention] {
        mentions.indices.compactMap { index in
            owners[index].map { ActorMention(span: mentions[index].span, actor: actors[$0].label) }
        }
    }

    /// The body or state that acts most, of equals the first.
    private static func principal(
        _ mentions: [Mention],
        _ owners: [Int?],
        _ actors: [NamedActor],
        _ keys: [String]
    ) -> Int? {
        var acts: [Int: Int] = [:]
        for (index, mention) in mentions.enumerated() where mention.signs.contains(.acts) {
            guard let owner = owners[index], !mention.signs.contains(.media) else { continue }
            if actors[owner].kind != .person, !isInstrument(keys[owner]) { acts[owner, default: 0] += 1 }
        }
        let most = acts.keys.sorted().max { (acts[$0] ?? 0, $1) < (acts[$1] ?? 0, $0) }
        // "the Berg Government" is who acts where its country does.
        let government = actors.indices.first { actors[$0].kind == .organization && keys[$0].hasSuffix(" government") }
        let isCountry = most.map { actors[$0].kind == .country } ?? true
        return isCountry ? government ?? most : most
    }

    /// Whether others act by it; a fund may be a body.
    func isInstrument(_ actor: Int) -> Bool {
        Self.isInstrument(keys[actor]) && !keys[actor].hasSuffix("fund") && !keys[actor].hasSuffix("facility")
    }

    /// The person named most, of equals the first: whose "I" it is where nobody is named as speaking.
    var protagonist: Int? {
        let persons = actors.indices.filter { actors[$0].kind == .person }
        return persons.max { (actors[$0].mentions.count, $1) < (actors[$1].mentions.count, $0) }
    }

    /// "Jobs Fund", "Economic Framework for Prosperity": by which others act, and no "we".
    private static func isInstrument(_ key: String) -> Bool {
        let words = key.split(separator: " ")
        let joint = words.firstIndex { ["of", "for", "on", "to"].contains($0) } ?? words.endIndex
        return joint > 0 && instruments.contains(words[joint - 1])
    }

    private static let instruments: Set<Substring> = [
        "framework", "fund", "funds", "facility", "initiative", "program", "programme", "scheme", "strategy", "plan",
        "agreement",
        "accord", "treaty", "pact", "act", "package", "partnership", "project", "summit", "forum", "roadmap", "charter",
        "convention", "protocol", "mechanism", "compact", "declaration",
    ]

    /// The state in whose capital the dateline places the story, where it is a party.
    var datelineCountry: Int?

    /// The state of the dateline, else the one that acts most in the story, of equals the one named most.
    var homeCountry: Int? {
        if let datelineCountry { return datelineCountry }
        let states = actors.indices.filter { actors[$0].kind == .country }
        var acts: [Int: Int] = [:]
        for (index, mention) in mentions.enumerated() where mention.signs.contains(.acts) {
            if let owner = owners[index] { acts[owner, default: 0] += 1 }
        }
        return states.max { a, b in
            let (x, y) = ((acts[a] ?? 0, actors[a].mentions.count), (acts[b] ?? 0, actors[b].mentions.count))
            return x != y ? x < y : a > b
        }
    }

    /// Whom a speaker's "we" binds: the body of a person's title, else the one that acts most, else the speaker.
    func bodyBehind(_ speaker: Int) -> Int {
        if let body = affiliation(speaker) { return body }
        return kind(speaker) == .person ? principal ?? speaker : speaker
    }

    /// Whether it reports what others say: no speaker's body, and bound by nothing that it tells.
    func isMedia(_ actor: Int) -> Bool { media.contains(actor) }

    func isPlace(_ actor: Int) -> Bool { places.contains(actor) }

    func kind(_ actor: Int) -> ActorKind { actors[actor].kind }

    func affiliation(_ actor: Int) -> Int? { actors[actor].affiliation.map { $0.number - 1 } }
}
