import Foundation
import NIOHTTP1
import PledgedAPI
import PledgedCore

/// What a server answered.
struct Answer {
    let status: Int
    let headers: HTTPHeaders
    let content: String

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try EventCoding.decode(type, from: Data(content.utf8))
    }

    var problem: Problem {
        get throws {
            guard headers.first(name: "Content-Type") == "application/problem+json" else {
                throw TestFailure("No problem, but \(status): \(content)")
            }
            return try decode(Problem.self)
        }
    }
}
