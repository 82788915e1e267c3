import PledgedAPI
import PledgedCore

/// Turns a stream of events into what `subscribe` prints.
struct EventPrinter: Sendable {
    private let types: Set<Event.Name>
    private let json: Bool
    private let countMax: Int?
    private var printed = 0
    private var wording = EventWording()

    /// - Parameters:
    ///   - types: what to print; empty for all.
    ///   - json: for programs instead of people.
    ///   - countMax: how many to print at the most; nil for no end.
    init(types: Set<Event.Name>, json: Bool, countMax: Int?) {
        self.types = types
        self.json = json
        self.countMax = countMax
    }

    /// What must be asked for: sentences need the events that name actors, whether these are printed or not.
    var typesNeeded: [Event.Name] {
        let needsNames = !json && !types.isDisjoint(with: [.actorNamed, .pledgeStated, .requestStated])
        let needed = needsNames ? types.union([.actorNamed]) : types
        return Event.Name.allCases.filter(needed.contains)
    }

    var isDone: Bool { countMax.map { printed >= $0 } ?? false }

    /// The line for an event, without its end; nil where it is not to be printed.
    mutating func text(for line: StreamLine) throws -> String? {
        let text = json ? JSONText.harmless(line.json) : try sentence(for: line)
        guard isWanted(line) else { return nil }
        printed += 1
        return text
    }

    private func isWanted(_ line: StreamLine) -> Bool {
        types.isEmpty || types.contains { CloudEvent.typePrefix + $0.rawValue == line.type }
    }

    private mutating func sentence(for line: StreamLine) throws -> String {
        let position = line.position.map { String($0.offset) } ?? ""
        guard let event = try line.event() else {
            return "\(position)  \(PlainText.line(line.type)): update this program to see what it says, or use --json"
        }
        return "\(position)  \(Moments.moment(event.recorded.recorded))  \(wording.sentence(for: event.recorded))"
    }
}
