import PledgedCore

/// One actor on a page of Markdown, with each thing's source beside it.
enum BriefText {
    static func document(_ brief: ActorBrief) -> String {
        let sections = [
            head(brief), roles(brief), pledges("Pledged", brief.pledged), pledges("Asked of it", brief.asked),
            companions(brief.actor), decisions(brief.actor),
        ]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private static func head(_ brief: ActorBrief) -> [String] {
        let actor = brief.actor.actor
        let others = actor.aliases.filter { $0 != actor.name }
        let seen = [actor.firstSeen, actor.lastSeen].compactMap { $0?.description }.joined(separator: " to ")
        let facts = [
            actor.kind.rawValue, "actor \(actor.id)", Figures.count(actor.articles, "article"), seen,
            brief.asOf.map { "as of \($0)" } ?? "",
        ]
        let line = facts.filter { !$0.isEmpty }.joined(separator: " · ")
        return ["# \(plain(actor.name))", "", line]
            + (others.isEmpty ? [] : ["", "Also: \(plain(others.joined(separator: ", ")))"])
    }

    private static func roles(_ brief: ActorBrief) -> [String] {
        let lines = brief.actor.roles.map { role in
            let seen = [role.firstSeen, role.lastSeen].compactMap { $0?.description }
            let span = Set(seen).count > 1 ? seen.joined(separator: " to ") : seen.first ?? "undated"
            let affiliation = role.affiliation.map { " of \($0.name)" } ?? ""
            return
                "- \(plain(role.role + affiliation)), \(span) — \(citation(role.source, brief.articles[role.source]))"
        }
        return section("Roles", lines)
    }

    /// Grouped by status, those first that need attention.
    private static func pledges(_ title: String, _ pledges: [PledgeDetail]) -> [String] {
        let groups = order.compactMap { status -> [String]? in
            let group = pledges.filter { $0.pledge.status == status }
            guard !group.isEmpty else { return nil }
            return ["", "### \(status.rawValue.capitalizedFirst) (\(group.count))", ""] + group.flatMap(lines)
        }
        return groups.isEmpty ? [] : ["## \(title)"] + groups.flatMap { $0 }
    }

    private static let order: [PledgeStatus] = [
        .overdue, .due, .open, .broken, .withdrawn, .fulfilled, .dismissed, .restated, .revised,
    ]

    private static func lines(_ detail: PledgeDetail) -> [String] {
        let pledge = detail.pledge
        let facts = [
            pledge.kind.rawValue, pledge.kind == .request ? "by \(PledgeWords.bound(pledge))" : "",
            pledge.kind != .request && !pledge.to.isEmpty ? "to \(PledgeWords.names(pledge.to))" : "",
            pledge.quantity.map(Figures.quantity) ?? "", pledge.deadline.map { "due \($0)" } ?? "",
            "pledge \(pledge.id.offset)",
        ]
        let head = "- **\(plain(pledge.action))** (\(plain(facts.filter { !$0.isEmpty }.joined(separator: ", "))))"
        return [head] + detail.tellings.map(line) + detail.revisions.map { line($0, detail.tellings) }
            + detail.decisions.map(line).map { "  \($0)" } + detail.evidence.map { line($0, detail.tellings) }
    }

    private static func line(_ telling: TellingRow) -> String {
        "  - “\(plain(telling.quote))” — \(citation(telling))"
    }

    private static func line(_ revision: RevisionRow, _ tellings: [TellingRow]) -> String {
        let by = revision.speaker.map { ", said by \($0.name)" } ?? ""
        let telling = tellings.first { $0.id == revision.telling }
        let quote = telling.map { "“\(plain($0.quote))” — " } ?? ""
        let source = telling.map(citation) ?? citation(revision.article, nil)
        return "  - revised: \(plain(PledgeWords.change(revision) + by)): \(quote)\(source)"
    }

    private static func line(_ decision: DecisionRow) -> String {
        let what = plain("\(PledgeWords.decision(decision)) by \(decision.who), for: \(decision.reason)")
        return "- decided on \(decision.recorded.date): \(what) — position \(decision.position.offset)"
    }

    private static func line(_ evidence: TimelineRow, _ tellings: [TellingRow]) -> String {
        let telling = tellings.first { $0.article == evidence.article }
        let source = telling.map(citation) ?? citation(evidence.article, nil)
        return "  - may show that it was kept: \(evidence.date), “\(plain(evidence.quote))” — \(source)"
    }

    private static func companions(_ detail: ActorDetail) -> [String] {
        let lines = detail.with.map { "- \(plain($0.actor.name)), \(Figures.count($0.articles, "article"))" }
        return section("Named with", lines)
    }

    private static func decisions(_ detail: ActorDetail) -> [String] {
        section("Decisions", detail.decisions.map(line))
    }

    private static func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["## \(title)", ""] + lines
    }

    private static func citation(_ telling: TellingRow) -> String {
        citation(telling.article, telling.date, telling.source, telling.title)
    }

    private static func citation(_ id: ArticleID, _ row: ArticleRow?) -> String {
        citation(id, row?.header.date, row?.header.source, row?.header.title)
    }

    /// "2024-07-09, VNS, “Plans for chips”, article 4171af…".
    private static func citation(_ id: ArticleID, _ date: CalendarDate?, _ source: String?, _ title: String?) -> String
    {
        let parts = [date?.description, source.map(plain), title.map { "“\(plain($0))”" }].compactMap { $0 }
        return (parts + ["article \(Moments.short(id))"]).joined(separator: ", ")
    }

    /// `text` on one line, of which Markdown takes nothing for its own.
    static func plain(_ text: String) -> String {
        PlainText.line(text, escaping: ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$"])
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
