/// One event of `text/event-stream`, as the daemon writes it: `id`, `event` and `data`, each on one line, `data` last.
struct ServerSentEvent: Hashable, Sendable {
    private(set) var id: String?
    private(set) var name = ""
    private(set) var data = ""

    init() {}

    /// Takes one more line, and returns the event where that makes it whole.
    mutating func take(_ line: String) -> ServerSentEvent? {
        if let value = Self.value("id", in: line) {
            id = value
        } else if let value = Self.value("event", in: line) {
            name = value
        } else if let value = Self.value("data", in: line) {
            defer { self = ServerSentEvent() }
            data = value
            return self
        }
        return nil
    }

    private static func value(_ field: String, in line: String) -> String? {
        line.hasPrefix("\(field): ") ? String(line.dropFirst(field.count + 2)) : nil
    }
}
