import ArgumentParser
import PledgedCore

/// One status, or several between commas.
struct StatusArgument: ExpressibleByArgument, Hashable, Sendable {
    let statuses: [PledgeStatus]

    init?(argument: String) {
        let words = argument.split(separator: ",", omittingEmptySubsequences: false)
        statuses = words.compactMap { PledgeStatus(rawValue: String($0)) }
        guard statuses.count == words.count else { return nil }
    }

    static var allValueStrings: [String] { PledgeStatus.allCases.map(\.rawValue) }
}
