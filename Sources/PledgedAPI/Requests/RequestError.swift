/// Why a request's parameters make no sense; each case knows what would.
public enum RequestError: Error, Hashable, Sendable {
    /// The query is not percent-encoded UTF-8.
    case malformedQuery(text: String)
    case unknownParameter(String, nearest: String?, known: [String])
    /// A parameter that may be given once came again.
    case repeatedParameter(String)
    case missingParameter(String, expected: String)
    case malformedValue(parameter: String, value: String, expected: String, nearest: String?)
    /// Two parameters that exclude each other.
    case conflictingParameters(String, String)
    /// A parameter that the route knows, and that means nothing beside another.
    case superfluousParameter(String, with: String, known: [String])
}

extension RequestError: CustomStringConvertible {
    /// What is wrong and what to write instead.
    public var description: String {
        switch self {
        case .malformedQuery(let text): "'\(text)' is not percent-encoded UTF-8. Encode '%' itself as '%25'."
        case .unknownParameter(let name, let nearest, let known): Self.unknown(name, nearest, known)
        case .repeatedParameter(let name): "The parameter '\(name)' was given more than once. Give it once."
        case .missingParameter(let name, let expected): "The parameter '\(name)' is missing. Give it: \(expected)."
        case .malformedValue(let parameter, let value, let expected, let nearest):
            "The parameter '\(parameter)' cannot be '\(value)'. It takes \(expected)." + Self.suggestion(nearest)
        case .conflictingParameters(let one, let other):
            "The parameters '\(one)' and '\(other)' exclude each other. Give one of them."
        case .superfluousParameter(let name, let other, let known):
            "The parameter '\(name)' does not go with '\(other)'. That takes: \(known.joined(separator: ", "))."
        }
    }

    private static func unknown(_ name: String, _ nearest: String?, _ known: [String]) -> String {
        guard !known.isEmpty else { return "There is no parameter '\(name)'. This route takes none." }
        let list = known.joined(separator: ", ")
        return "There is no parameter '\(name)'.\(suggestion(nearest)) This route takes: \(list)."
    }

    private static func suggestion(_ nearest: String?) -> String { nearest.map { " Did you mean '\($0)'?" } ?? "" }
}
