/// Reads an older form of an event as the next one.
///
/// An event whose form changes so that the old one can no longer be read keeps its name and gets the next version, which
/// stands beside it in the log as `"version":2`; where nothing stands, it is 1. One upcaster leads from each version to
/// the next: a function of what the event holds, that reads nothing else. Nothing in a log is ever rewritten.
struct Upcaster: Sendable {
    /// Of the event.
    let name: Event.Name
    /// The version that it reads; it gives the next.
    let version: Int
    /// - Throws: What is wrong with an event that does not have its form.
    let lift: @Sendable (inout [String: JSONValue]) throws -> Void

    /// All that there are: none, for no form has changed yet.
    static let all: [Upcaster] = []
}

/// Which forms of events can be read.
package struct Upcasters: Sendable {
    private let upcasters: [Upcaster]

    init(_ upcasters: [Upcaster]) { self.upcasters = upcasters }

    package static let current = Upcasters(Upcaster.all)

    /// The newest version of an event's form: the one that is written; 0 for a name that is not known.
    func version(of name: Event.Name) -> Int {
        guard Event.Name.allCases.contains(name) else { return 0 }
        return 1 + upcasters.count { $0.name == name }
    }

    /// Reads an event of any version, one after the other up to the newest.
    func event(_ name: Event.Name, version: Int, data: ArraySlice<UInt8>) -> Event {
        let newest = self.version(of: name)
        guard newest > 0, version <= newest else { return .unknown(UnknownEvent(newer: name, version: version)) }
        do {
            var members = try EventCoding.members(Array(data))
            for step in version..<newest {
                try upcasters.first { $0.name == name && $0.version == step }?.lift(&members)
            }
            return try EventCoding.event(name, members)
        } catch {
            let reason = "it does not have the form of its name: \(error)"
            return .unknown(UnknownEvent(name: name, version: version, reason: reason))
        }
    }
}

extension Event.Name {
    /// The version of the form in which it is written.
    var version: Int { Upcasters.current.version(of: self) }
}
