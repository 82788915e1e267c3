import PledgedCore
import Testing

@testable import pledgectl

@Suite struct BriefTextTests {
    @Test func `each line cites its article`() {
        let brief = ActorBrief(
            actor: SampleRows.actor,
            pledged: [SampleRows.detail],
            asked: [],
            articles: [:],
            asOf: .day(SampleRows.day(2026, 3, 31))
        )
        let (id, earlier) = (Moments.short(Sample.article), Moments.short(Sample.earlier))
        let expected = #"""
            # Việt Nam

            country · actor 3 · 2 articles · 2024-07-10 to 2026-01-03 · as of 2026-03-31

            Also: Vietnam

            ## Roles

            - Minister of Japan, 2024-07-10 to 2026-01-03 — article ONE

            ## Pledged

            ### Overdue (1)

            - **train 50,000 engineers** (plan, 50,000 engineers, due 2030, pledge 42)
              - “plans to train 50,000 engineers” — 2024-07-10, VNS, “Plans for \*chips\*”, article ONE
              - “will train 60,000 engineers” — 2024-07-10, VNS, “Plans for \*chips\*”, article ONE
              - revised: quantity: 50,000 engineers -\> 60,000 engineers, said by Nguyễn Chí Dũng: “will train 60,000 engineers” — 2024-07-10, VNS, “Plans for \*chips\*”, article ONE
              - decided on 2024-07-09: reopened by anna, for: Not \\u{1B}\[31mdone — position 61
              - may show that it was kept: 2026-02, “has trained 52,000 engineers” — article EARLIER

            ## Named with

            - Japan, 1 article

            """#
        let text = BriefText.document(brief)
        #expect(text == expected.replacing("EARLIER", with: earlier).replacing("ONE", with: id))
    }

    @Test func `an actor that did nothing has a head alone`() {
        var actor = SampleRows.actor
        (actor.roles, actor.with) = ([], [])
        let brief = ActorBrief(actor: actor, pledged: [], asked: [], articles: [:], asOf: nil)
        #expect(!BriefText.document(brief).contains("##"))
    }

    @Test func `what needs attention comes first`() throws {
        var (overdue, kept) = (SampleRows.detail, SampleRows.detail)
        overdue.pledge.status = .overdue
        kept.pledge.status = .fulfilled
        let brief = ActorBrief(
            actor: SampleRows.actor,
            pledged: [kept, overdue],
            asked: [kept],
            articles: [:],
            asOf: nil
        )
        let heads = BriefText.document(brief).split(separator: "\n").filter { $0.hasPrefix("##") }
        #expect(
            heads == [
                "## Roles", "## Pledged", "### Overdue (1)", "### Fulfilled (1)", "## Asked of it", "### Fulfilled (1)",
                "## Named with",
            ]
        )
    }
}
