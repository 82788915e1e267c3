import PledgedCore
import PledgedLanguage

/// Who says what stands at a token.
struct Speakers: Sendable {
    private let statements: [Statement]
    private var byToken: [Int: Int] = [:]

    init(_ statements: [Statement]) {
        self.statements = statements
        for (index, statement) in statements.enumerated() {
            for token in statement.content.range {
                // "We promised ..." inside a quotation: whoever is quoted still says it.
                if statement.speaker == nil, let outer = byToken[token], statements[outer].speaker != nil { continue }
                byToken[token] = index
            }
        }
    }

    /// The nearest statement that the token is part of.
    func statement(at token: Int) -> Statement? { byToken[token].map { statements[$0] } }
}
