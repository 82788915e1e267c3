import PledgedCore

/// A pledge in words, as several outputs need it.
enum PledgeWords {
    /// Who is bound, or asks: "Japan, Việt Nam"; empty where the article names nobody.
    static func bound(_ pledge: PledgeRow) -> String {
        (pledge.by.map(\.name) + [pledge.byText].compactMap { $0 }).joined(separator: ", ")
    }

    static func names(_ actors: [ActorReference]) -> String { actors.map(\.name).joined(separator: ", ") }

    /// "Việt Nam, to Japan"; "Japan, of Việt Nam" for a request.
    static func parties(_ pledge: PledgeRow) -> String {
        let bound = bound(pledge)
        let subject = bound.isEmpty ? "nobody named" : bound
        guard !pledge.to.isEmpty else { return subject }
        return "\(subject), \(pledge.kind == .request ? "of" : "to") \(names(pledge.to))"
    }

    /// What the status is painted in; nil for one that needs no attention.
    static func ink(_ status: PledgeStatus) -> Palette.Ink? {
        switch status {
        case .overdue, .broken: .bad
        case .due: .doubtful
        case .fulfilled: .good
        case .withdrawn, .dismissed: .faint
        case .open, .restated, .revised: nil
        }
    }

    /// "quantity: 50,000 engineers -> 60,000 engineers".
    static func change(_ revision: RevisionRow) -> String {
        "\(revision.field.rawValue): \(revision.old) -> \(revision.new)"
    }

    /// What was decided: "fulfilled", "named Việt Nam", "dismissed".
    static func decision(_ decision: DecisionRow) -> String {
        if let resolution = decision.resolution { return resolution.rawValue }
        if let name = decision.name { return "named \(name)" }
        switch decision.decision {
        case .pledgeReopened: return "reopened"
        case .pledgeDismissed: return "dismissed"
        case .pledgesLinked: return "linked to another telling"
        case .pledgesUnlinked: return "unlinked"
        case .actorsMerged: return "merged with another actor"
        case .actorsSeparated: return "separated"
        default: return decision.decision.rawValue
        }
    }
}
