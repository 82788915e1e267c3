import PledgedAPI
import PledgedCore
import Testing

@testable import pledgectl

@Suite struct VerifyWordingTests {
    private static func reply(views: String = "aa", damage: String? = nil) -> VerifyReply {
        VerifyReply(
            position: LogPosition(offset: 1746),
            viewsDigest: views,
            rebuildDigest: "aa",
            logDamage: damage,
            logEntries: 1,
            logEvents: 1747,
            microseconds: 1_250_000
        )
    }

    @Test func `says that all is sound`() {
        #expect(
            VerifyWording.paragraph(Self.reply()) == """
                sound at position 1746
                  log       whole (1,747 events in 1 entry)
                  views     as the log says
                  digest    aa served
                            aa from the log
                  took      1.2 s

                """
        )
    }

    @Test func `tells damage in the log from views that need a rebuild`() {
        let damaged = Self.reply(damage: "line 3")
        #expect(VerifyWording.paragraph(damaged).contains("damaged: line 3"))
        #expect(VerifyWording.advice(damaged).contains("from a copy"))
        let stale = Self.reply(views: "bb")
        #expect(VerifyWording.paragraph(stale).hasPrefix("not sound"))
        #expect(VerifyWording.advice(stale).contains("pledgectl rebuild"))
    }
}
