import PledgedCore

/// Pledges in the forms that other programs read.
enum PledgesOutput {
    static func csv(_ pledges: [PledgeRow]) -> String {
        let titles = [
            "pledge", "kind", "status", "by", "by_actors", "to", "to_actors", "speaker", "action", "quantity", "unit",
            "deadline", "deadline_first_day", "deadline_last_day", "said", "last_said", "tellings", "revisions",
            "article",
            "cue", "quote", "confidence",
        ]
        return CSVText.document(titles, pledges.map(fields))
    }

    private static func fields(_ pledge: PledgeRow) -> [String] {
        [
            "\(pledge.id.offset)", pledge.kind.rawValue, pledge.status.rawValue,
            (pledge.by.map(\.name) + [pledge.byText].compactMap { $0 }).joined(separator: "; "), numbers(pledge.by),
            pledge.to.map(\.name).joined(separator: "; "), numbers(pledge.to), pledge.speaker?.name ?? "",
            pledge.action, pledge.quantity.map { Figures.plain($0.value) } ?? "", pledge.quantity?.unit ?? "",
            Cell.text(pledge.deadline), Cell.text(pledge.deadline?.firstDay), Cell.text(pledge.deadline?.lastDay),
            Cell.text(pledge.said), Cell.text(pledge.lastSaid), "\(pledge.tellings)", "\(pledge.revisions)",
            pledge.article.hexadecimal, pledge.cue, pledge.quote, "\(pledge.confidence)",
        ]
    }

    private static func numbers(_ actors: [ActorReference]) -> String {
        actors.map { "\($0.id)" }.joined(separator: "; ")
    }
}
