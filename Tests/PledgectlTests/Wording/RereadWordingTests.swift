import PledgedAPI
import PledgedCore
import Testing

@testable import pledgectl

@Suite struct RereadWordingTests {
    private static let reply = RereadReply(
        reader: "rules-1+00",
        isDryRun: false,
        articles: 1200,
        changed: 1,
        current: 3,
        before: .init(actors: 10, pledges: 5, requests: 2, happenings: 7),
        after: .init(actors: 11, pledges: 6, requests: 2, happenings: 1007),
        events: 2226,
        position: LogPosition(offset: 9000),
        microseconds: 2_000_000
    )

    @Test func `says what was read, what changed, and what was appended`() {
        #expect(
            RereadWording.paragraph(Self.reply) == """
                1,200 articles read again in 2 s
                  reader      rules-1+00
                  current     3 articles, which it had read already
                  changed     1 article, with other facts than before
                  actors      10 -> 11
                  pledges     5 -> 6
                  requests    2 -> 2
                  happenings  7 -> 1,007
                  appended    2,226 events, log at position 9000

                """
        )
    }

    @Test func `says of a dry run what would be read, and no more of nothing than that`() {
        var reply = RereadReply(reader: "rules-1+00", isDryRun: true, current: 3)
        #expect(
            RereadWording.paragraph(reply) == """
                0 articles would be read again
                  reader      rules-1+00
                  current     3 articles, which it had read already

                """
        )
        reply.articles = 1
        #expect(RereadWording.paragraph(reply).contains("  changed     0 articles, with other facts than before\n"))
    }
}
