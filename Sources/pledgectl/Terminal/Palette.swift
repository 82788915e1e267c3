/// Colours of a terminal, or none.
struct Palette: Sendable {
    enum Ink: String, Sendable {
        case strong = "1"
        case faint = "2"
        case good = "32"
        case doubtful = "33"
        case bad = "31"
        case source = "36"
        case words = "35"
    }

    let isColored: Bool

    /// `text` in colour, with the terminal as it was behind it.
    func paint(_ text: String, _ ink: Ink) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Whether colours are welcome: on a terminal that has them, unless `NO_COLOR` holds anything (no-color.org).
    static func isWanted(onTerminal isTerminal: Bool, environment: [String: String]) -> Bool {
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
}
