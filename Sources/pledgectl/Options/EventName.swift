public import ArgumentParser
import PledgedAPI
public import PledgedCore

extension Event.Name: ExpressibleByArgument {
    /// Reads `pledge.stated` or, as CloudEvents have it, `pledged.pledge.stated`.
    public init?(argument: String) {
        let prefix = CloudEvent.typePrefix
        self.init(rawValue: argument.hasPrefix(prefix) ? String(argument.dropFirst(prefix.count)) : argument)
    }
}
