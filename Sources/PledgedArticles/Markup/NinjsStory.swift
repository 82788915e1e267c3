/// The members of a ninjs object that an article needs.
///
/// Version 1 writes `versioncreated` and `body_text`, version 3 `versionCreated` and `bodies`; keys are compared
/// without case and underscores.
struct NinjsStory: Decodable, Sendable {
    struct Body: Sendable {
        let text: String
        let isHTML: Bool
    }

    let headline: String?
    /// The story itself, plain text before HTML; nil where there is none.
    let body: Body?
    /// The present version's time first, then the first one's.
    let dates: [String]
    let byline: String?
    let located: String?
    let language: String?
    /// The agency that delivers the story, or else the one that its rights name.
    let source: String?

    init(from decoder: any Decoder) throws {
        let members = try NinjsMembers(decoder)
        headline =
            try members.string("headline") ?? members.first("value", ofList: "headlines") ?? members.string("title")
        body = try Self.body(of: members)
        dates = try ["versioncreated", "firstcreated", "contentcreated", "datepublished"].compactMap {
            try members.string($0)
        }
        byline = try members.string("byline") ?? members.first("byline", ofList: "infosources")
        located = try members.string("located")
        language = try members.string("language")
        source =
            try members.name("provider") ?? members.first("name", ofList: "infosources")
            ?? members.name("copyrightholder") ?? Self.creditor(in: members.string("usageterms"))
    }

    private static func body(of members: NinjsMembers) throws -> Body? {
        if let text = try members.string("bodytext") { return Body(text: text, isHTML: false) }
        if let html = try members.string("bodyhtml") ?? members.string("bodyxhtml") {
            return Body(text: html, isHTML: true)
        }
        let bodies = try members.list("bodies").compactMap { body in
            try body.string("value").map {
                Body(text: $0, isHTML: try body.string("contenttype")?.contains("html") == true)
            }
        }
        return bodies.first { !$0.isHTML } ?? bodies.first
    }

    /// The agency in "Credit: Xinhua" or "(c) 2024 Kyodo News".
    private static func creditor(in terms: String?) -> String? {
        let parts = (terms ?? "").split { ",;.©()|:".contains($0) || $0.isNumber }
        return parts.map { $0.split(separator: " ").joined(separator: " ") }.first(where: NewsAgency.isKnown)
    }
}
