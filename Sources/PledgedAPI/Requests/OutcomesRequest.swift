public import PledgedCore

/// `GET /outcomes`: what became of a dropped file, or of every drop of an article; answered with ``ListReply`` of
/// `OutcomeRow`.
public struct OutcomesRequest: APIRequest {
    public static let path = "/outcomes"
    public static let parameters = ["file", "article"]

    public enum Subject: Hashable, Sendable {
        /// A name within the drop folder.
        case file(String)
        case article(ArticleID)
    }

    public var subject: Subject

    public init(_ subject: Subject) { self.subject = subject }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        switch (try reader.text("file"), try reader.article("article")) {
        case (let file?, nil): subject = .file(file)
        case (nil, let article?): subject = .article(article)
        case (nil, nil):
            throw .missingParameter("file", expected: "the dropped file's name, or 'article' with an article id")
        case (_?, _?): throw .conflictingParameters("file", "article")
        }
    }

    public var query: [QueryItem] {
        switch subject {
        case .file(let name): [QueryItem("file", name)]
        case .article(let id): [QueryItem("article", id.hexadecimal)]
        }
    }
}
