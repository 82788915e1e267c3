public import ArgumentParser
public import PledgedCore

extension ActorKind: ExpressibleByArgument {}
extension Pledge.Kind: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `2024-07-09`.
    public init?(argument: String) {
        do {
            guard case .day(let day) = try EDTFDate(parsing: argument).start, argument.utf8.count == 10 else {
                return nil
            }
            self = day
        } catch {
            return nil
        }
    }
}

extension LogPosition: ExpressibleByArgument {
    /// Reads decimal digits, padded or not.
    public init?(argument: String) { self.init(parsing: argument) }
}
