import PledgedAPI

/// Says in words what reading articles again did.
enum RereadWording {
    /// A few lines, each ended by a line feed.
    static func paragraph(_ reply: RereadReply) -> String {
        let articles = Figures.count(reply.articles, "article")
        let duration = Moments.duration(microseconds: reply.microseconds)
        var lines = [
            reply.isDryRun ? "\(articles) would be read again" : "\(articles) read again in \(duration)",
            "  reader      \(PlainText.line(reply.reader))",
            "  current     \(Figures.count(reply.current, "article")), which it had read already",
        ]
        if reply.articles > 0 {
            lines += [
                "  changed     \(Figures.count(reply.changed, "article")), with other facts than before",
                change("actors", reply.before.actors, reply.after.actors),
                change("pledges", reply.before.pledges, reply.after.pledges),
                change("requests", reply.before.requests, reply.after.requests),
                change("happenings", reply.before.happenings, reply.after.happenings),
            ]
        }
        if !reply.isDryRun {
            lines.append(
                "  appended    \(Figures.count(reply.events, "event")), log at \(Moments.position(reply.position))"
            )
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func change(_ name: String, _ before: Int, _ after: Int) -> String {
        let padding = String(repeating: " ", count: 12 - name.utf8.count)
        return "  \(name)\(padding)\(Figures.grouped(before)) -> \(Figures.grouped(after))"
    }
}
