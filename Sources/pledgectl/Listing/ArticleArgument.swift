import ArgumentParser
import PledgedAPI
import PledgedCore

/// An article's id as people write it: whole, or its first digits.
struct ArticleArgument: ExpressibleByArgument, Hashable, Sendable {
    /// Fewer would match too much.
    static let digitsMin = 6

    /// 6 to 64 lower-case hexadecimal digits.
    let digits: String

    init?(argument: String) {
        let isHexadecimal = argument.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isHexadecimal, (Self.digitsMin...64).contains(argument.utf8.count) else { return nil }
        digits = argument
    }

    /// The article itself, asking the daemon where only the first digits are known.
    ///
    /// - Throws: ``Failure`` where no article or more than one begins so.
    func resolved(by client: DaemonClient) async throws -> ArticleID {
        if let article = ArticleID(hexadecimal: digits) { return article }
        var query = ArticleQuery()
        query.includesSuperseded = true
        let articles = try await ListReader(client: client).all(ArticlesRequest(query), of: ArticleRow.self) { _ in }
        let found = articles.items.map(\.id).filter { $0.hexadecimal.hasPrefix(digits) }
        guard let article = found.first else {
            throw Failure(.no, "No article's id begins with '\(digits)'. 'pledgectl articles' lists them.")
        }
        guard found.count == 1 else {
            throw Failure(.usage, "\(found.count) articles' ids begin with '\(digits)'. Give more digits.")
        }
        return article
    }
}

extension Optional<ArticleArgument> {
    /// The article that was asked for, nil where none was.
    func resolved(by client: DaemonClient) async throws -> ArticleID? { try await self?.resolved(by: client) }
}
