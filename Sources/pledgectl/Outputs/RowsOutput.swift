import PledgedCore

/// Actors, dated happenings and changes as comma-separated values.
enum RowsOutput {
    static func csv(_ actors: [ActorRow]) -> String {
        let titles = [
            "actor", "kind", "name", "aliases", "roles", "articles", "pledges", "asked", "first_seen", "last_seen",
        ]
        let rows = actors.map { actor in
            [
                "\(actor.id)", actor.kind.rawValue, actor.name, actor.aliases.joined(separator: "; "),
                actor.roles.joined(separator: "; "), "\(actor.articles)", "\(actor.pledges)", "\(actor.asked)",
                Cell.text(actor.firstSeen), Cell.text(actor.lastSeen),
            ]
        }
        return CSVText.document(titles, rows)
    }

    static func csv(_ entries: [TimelineRow]) -> String {
        let titles = ["entry", "date", "first_day", "last_day", "actors", "place", "article", "quote"]
        let rows = entries.map { entry in
            [
                "\(entry.id.offset)", "\(entry.date)", Cell.text(entry.date.firstDay), Cell.text(entry.date.lastDay),
                entry.actors.map(\.name).joined(separator: "; "), entry.place ?? "", entry.article.hexadecimal,
                entry.quote,
            ]
        }
        return CSVText.document(titles, rows)
    }

    static let changeTitles = [
        "cursor", "day", "change", "position", "pledge", "kind", "status", "by", "to", "deadline", "revisions",
        "article",
        "quote",
    ]

    /// The fields of a change, one for each of ``changeTitles``.
    static func fields(_ change: ChangeRow) -> [String] {
        let pledge = change.pledge
        return [
            "\(change.cursor)", "\(change.cursor.day)", change.change.rawValue,
            change.position.map { "\($0.offset)" } ?? "", "\(pledge.id.offset)", pledge.kind.rawValue,
            pledge.status.rawValue, (pledge.by.map(\.name) + [pledge.byText].compactMap { $0 }).joined(separator: "; "),
            pledge.to.map(\.name).joined(separator: "; "), Cell.text(pledge.deadline),
            change.revisions.map { "\($0.field.rawValue): \($0.old) -> \($0.new)" }.joined(separator: "; "),
            pledge.article.hexadecimal, pledge.quote,
        ]
    }
}
