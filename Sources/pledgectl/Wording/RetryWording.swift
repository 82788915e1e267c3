import PledgedAPI
import PledgedCore

/// What trying quarantined events again did, in words.
enum RetryWording {
    static func paragraph(_ reply: RetryReply) -> String {
        if reply.before == 0 { return "no event is in quarantine\n" }
        let took = Moments.duration(microseconds: reply.microseconds)
        var lines = [
            "tried \(Figures.count(reply.before, "event")) again in \(took): "
                + "\(reply.before - min(reply.after, reply.before)) applied, \(reply.after) still in quarantine"
        ]
        for event in reply.quarantined {
            lines.append("  \(event.position.offset)  \(PlainText.line(event.reason))")
        }
        let more = reply.after - reply.quarantined.count
        if more > 0 { lines.append("  and \(more) more") }
        return lines.map { $0 + "\n" }.joined()
    }
}
