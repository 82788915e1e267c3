import PledgedAPI

/// Says in words what a verification found.
enum VerifyWording {
    /// A few lines, harmless for a terminal, each ended by a line feed.
    static func paragraph(_ reply: VerifyReply) -> String {
        let log = reply.logDamage.map { "damaged: \(PlainText.line($0))" } ?? "whole"
        let views = reply.viewsDigest == reply.rebuildDigest ? "as the log says" : "NOT as the log says"
        let entries = Figures.count(reply.logEntries, "entry", "entries")
        let counts = "\(Figures.count(reply.logEvents, "event")) in \(entries)"
        return """
            \(reply.isSound ? "sound" : "not sound") at \(Moments.position(reply.position))
              log       \(log) (\(counts))
              views     \(views)
              digest    \(PlainText.line(reply.viewsDigest)) served
                        \(PlainText.line(reply.rebuildDigest)) from the log
              took      \(Moments.duration(microseconds: reply.microseconds))

            """
    }

    /// What to do about what was found.
    static func advice(_ reply: VerifyReply) -> String {
        reply.logDamage != nil
            ? "The log is damaged. Keep a copy of it, and restore the damaged part from a copy that verifies."
            : "The views differ from the log. The log is whole: 'pledgectl rebuild' makes the views anew."
    }
}
