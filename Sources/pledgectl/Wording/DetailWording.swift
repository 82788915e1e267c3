import PledgedCore

/// Shows one pledge, or one actor, with all that belongs to it.
struct DetailWording: Sendable {
    let palette: Palette
    /// Columns that tables fit into; nil for no limit.
    let width: Int?

    /// A pledge with its tellings; with `isExplained` also why each telling counts as one.
    func text(_ detail: PledgeDetail, isExplained: Bool) -> String {
        let tellings = detail.tellings.flatMap { lines($0, isExplained: isExplained) }
        let sections = [
            head(detail.pledge), section("TELLINGS", tellings), section("REVISIONS", detail.revisions.map(line)),
            section("DECISIONS", detail.decisions.map(line)),
            section("EVIDENCE, which decides nothing", detail.evidence.map(line)),
        ]
        return joined(sections)
    }

    func text(_ detail: ActorDetail) -> String {
        let sections = [
            head(detail.actor), section("ROLES", detail.roles.map(line)),
            table("PLEDGED", detail.pledged, of: detail.actor.pledges),
            table("ASKED", detail.asked, of: detail.actor.asked),
            section("NAMED WITH", detail.with.map(line)), section("DECISIONS", detail.decisions.map(line)),
        ]
        return joined(sections)
    }

    private func joined(_ sections: [[String]]) -> String {
        sections.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [palette.paint(title, .strong)] + lines
    }

    private func head(_ pledge: PledgeRow) -> [String] {
        let status = PledgeWords.ink(pledge.status).map { palette.paint(pledge.status.rawValue, $0) }
        let times = "\(Figures.count(pledge.tellings, "telling")), \(Figures.count(pledge.revisions, "revision"))"
        let said = [pledge.said, pledge.lastSaid == pledge.said ? nil : pledge.lastSaid].compactMap { $0?.description }
        let members: [(String, String?)] = [
            ("by", plain(PledgeWords.bound(pledge))),
            (pledge.kind == .request ? "of" : "to", plain(PledgeWords.names(pledge.to))),
            ("speaker", pledge.speaker.map { plain($0.name) }), ("what", plain(pledge.action)),
            ("quantity", pledge.quantity.map { plain(Figures.quantity($0)) }),
            ("due", pledge.deadline?.description), ("said", said.joined(separator: ", last ")), ("told", times),
        ]
        let lines = members.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "  \(name.padded(to: 9)) \($0)" }
        }
        return ["pledge \(pledge.id.offset): \(pledge.kind.rawValue), \(status ?? pledge.status.rawValue)"] + lines
    }

    private func head(_ actor: ActorRow) -> [String] {
        let others = actor.aliases.filter { $0 != actor.name }.joined(separator: ", ")
        let seen = [actor.firstSeen, actor.lastSeen].compactMap { $0?.description }.joined(separator: " to ")
        let members = [
            ("also", plain(others)), ("articles", Figures.grouped(actor.articles)), ("seen", seen),
            ("pledged", Figures.grouped(actor.pledges)), ("asked", Figures.grouped(actor.asked)),
        ]
        return ["actor \(actor.id): \(plain(actor.name)), \(actor.kind.rawValue)"]
            + members.filter { !$0.1.isEmpty }.map { "  \($0.0.padded(to: 9)) \($0.1)" }
    }

    private func lines(_ telling: TellingRow, isExplained: Bool) -> [String] {
        let source = [telling.date?.description, telling.source, telling.title.map { "“\($0)”" }].compactMap { $0 }
        let facts = [
            telling.quantity.map(Figures.quantity), telling.deadline.map { "due \($0)" },
            telling.speaker.map { "said by \($0.name)" },
        ].compactMap { $0 }
        let article = palette.paint("article \(Moments.short(telling.article))", .source)
        let first = "  \(String(telling.id.offset).padded(to: 6)) \(plain(source.joined(separator: ", "))) \(article)"
        let tail = facts.isEmpty ? "" : "  [\(plain(facts.joined(separator: "; ")))]"
        let quote = "         \(palette.paint("“\(plain(telling.quote))”", .words))\(tail)"
        return [first, quote] + (isExplained ? [explanation(telling.match)] : [])
    }

    private func explanation(_ match: MatchExplanation?) -> String {
        guard let match else { return "         the first telling: nothing to be joined to" }
        let words = match.words.isEmpty ? "" : " (\(match.words.joined(separator: ", ")))"
        let reasons = match.reasons.isEmpty ? "" : "; \(match.reasons.joined(separator: "; "))"
        return "         joined to \(match.with.offset): \(match.overlap)% of the words are the same"
            + plain(words + reasons).prefixedBySpace(if: !words.isEmpty)
    }

    private func line(_ revision: RevisionRow) -> String {
        let by = revision.speaker.map { ", said by \($0.name)" } ?? ""
        let said = revision.said.map { "\($0), " } ?? ""
        let place = "\(said)telling \(revision.telling.offset), article \(Moments.short(revision.article))\(by)"
        let change = "\(plain(revision.old)) -> \(palette.paint(plain(revision.new), .strong))"
        return "  \(revision.field.rawValue.padded(to: 9)) \(change)  (\(plain(place)))"
    }

    private func line(_ decision: DecisionRow) -> String {
        let what = plain(PledgeWords.decision(decision))
        let who = "\(Moments.moment(decision.recorded)) by \(plain(decision.who))"
        return "  \(String(decision.position.offset).padded(to: 6)) \(who): \(what), for: \(plain(decision.reason))"
    }

    private func line(_ entry: TimelineRow) -> String {
        "  \(String(entry.id.offset).padded(to: 6)) \(entry.date): \(plain(entry.quote))"
            + "  (article \(Moments.short(entry.article)))"
    }

    private func line(_ role: RoleRow) -> String {
        let seen = [role.firstSeen, role.lastSeen].compactMap { $0?.description }
        let span = Set(seen).count > 1 ? seen.joined(separator: " to ") : seen.first ?? "undated"
        let affiliation = role.affiliation.map { " of \($0.name)" } ?? ""
        let articles = Figures.count(role.articles, "article")
        return "  \(span): \(plain(role.role + affiliation))  (\(articles), first \(Moments.short(role.source)))"
    }

    private func line(_ companion: CompanionRow) -> String {
        "  \(String(companion.actor.id).padded(to: 6)) \(plain(companion.actor.name)), "
            + Figures.count(companion.articles, "article")
    }

    private func table(_ title: String, _ rows: [PledgeRow], of total: Int) -> [String] {
        guard !rows.isEmpty else { return [] }
        let table = Pledges.listing.table(rows, width: width, palette)
        let rest =
            total > rows.count
            ? ["the last \(rows.count) of \(Figures.grouped(total)); 'pledgectl pledges' has all"] : []
        return section(title, table.split(separator: "\n").map(String.init) + rest)
    }

    private func plain(_ text: String) -> String { PlainText.line(text) }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    fileprivate func prefixedBySpace(if isWanted: Bool) -> String { isWanted ? " \(self)" : self }
}
