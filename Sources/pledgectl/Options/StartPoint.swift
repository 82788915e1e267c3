import ArgumentParser
import PledgedCore

/// Where a subscription begins.
enum StartPoint: ExpressibleByArgument, Hashable, Sendable, CustomStringConvertible {
    /// With the very first event.
    case beginning
    /// After this one.
    case position(LogPosition)
    /// After the newest.
    case end

    init?(argument: String) {
        switch argument {
        case "beginning": self = .beginning
        case "end": self = .end
        default:
            guard let position = LogPosition(parsing: argument) else { return nil }
            self = .position(position)
        }
    }

    var description: String {
        switch self {
        case .beginning: "beginning"
        case .position(let position): String(position.offset)
        case .end: "end"
        }
    }
}
