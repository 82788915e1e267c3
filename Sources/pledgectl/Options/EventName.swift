import ArgumentParser
import PledgedAPI
import PledgedCore

extension Event.Name: ExpressibleByArgument {
    /// Reads `pledge.stated` or, as CloudEvents have it, `pledged.pledge.stated`.
    init?(argument: String) {
        let prefix = CloudEvent.typePrefix
        self.init(rawValue: argument.hasPrefix(prefix) ? String(argument.dropFirst(prefix.count)) : argument)
    }
}
