public import ArgumentParser
public import PledgedAPI
public import PledgedCore

extension ActorKind: ExpressibleByArgument {}
extension Pledge.Kind: ExpressibleByArgument {}

extension PledgeQuery.Sort: ExpressibleByArgument {}
extension Resolution: ExpressibleByArgument {}

extension EDTFDate: ExpressibleByArgument {
    /// Reads `2024-07-09`, `2024-07`, `2024` and whatever else EDTF has that pledges speak of.
    public init?(argument: String) {
        do {
            self = try EDTFDate(parsing: argument)
        } catch {
            return nil
        }
    }
}

extension AsOf: ExpressibleByArgument {
    /// Reads a position in the log, or a date, whose last day is meant.
    public init?(argument: String) { self.init(parsing: argument) }
}

extension ChangesRequest.Start: ExpressibleByArgument {
    /// Reads the cursor of a change, or a position in the log.
    public init?(argument: String) { self.init(parsing: argument) }
}

extension LogPosition: ExpressibleByArgument {
    /// Reads decimal digits, padded or not.
    public init?(argument: String) { self.init(parsing: argument) }
}
