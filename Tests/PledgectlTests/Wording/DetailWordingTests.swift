import PledgedCore
import Testing

@testable import pledgectl

@Suite struct DetailWordingTests {
    private static let plain = DetailWording(palette: Palette(isColored: false), width: nil)

    @Test func `a pledge is told with all that belongs to it`() {
        let (id, earlier) = (Moments.short(Sample.article), Moments.short(Sample.earlier))
        let expected = """
            pledge 42: plan, overdue
              by        Việt Nam
              what      train 50,000 engineers
              quantity  50,000 engineers
              due       2030
              said      2024-07-09, last 2026-01-03
              told      2 tellings, 1 revision

            TELLINGS
              42     2024-07-10, VNS, “Plans for *chips*” article ONE
                     “plans to train 50,000 engineers”  [50,000 engineers; said by Nguyễn Chí Dũng]
                     the first telling: nothing to be joined to
              57     2024-07-10, VNS, “Plans for *chips*” article ONE
                     “will train 60,000 engineers”  [50,000 engineers; said by Nguyễn Chí Dũng]
                     joined to 42: 80% of the words are the same (engin, train); the same party

            REVISIONS
              quantity  50,000 engineers -> 60,000 engineers  (2026-01-03, telling 57, article ONE, said by Nguyễn Chí Dũng)

            DECISIONS
              61     2024-07-09 08:15:00 UTC by anna: reopened, for: Not \\u{1B}[31mdone

            EVIDENCE, which decides nothing
              70     2026-02: has trained 52,000 engineers  (article EARLIER)

            """
        let text = Self.plain.text(SampleRows.detail, isExplained: true)
        #expect(text == expected.replacing("EARLIER", with: earlier).replacing("ONE", with: id))
    }

    @Test func `an actor is told with its roles and pledges`() {
        let text = Self.plain.text(SampleRows.actor)
        let head = """
            actor 3: Việt Nam, country
              also      Vietnam
              articles  2
              seen      2024-07-10 to 2026-01-03
              pledged   51
              asked     0

            ROLES
              2024-07-10 to 2026-01-03: Minister of Japan  (2 articles, first \(Moments.short(Sample.article)))

            PLEDGED

            """
        #expect(text.hasPrefix(head), "\(text)")
        #expect(
            text.contains("the last 1 of 51; 'pledgectl pledges' has all\n\nNAMED WITH\n  12     Japan, 1 article\n")
        )
    }

    @Test func `what is late is red, what is due yellow, on a terminal with colours`() {
        let colored = DetailWording(palette: Palette(isColored: true), width: 100)
        #expect(colored.text(SampleRows.detail, isExplained: false).contains("plan, \u{1B}[31moverdue\u{1B}[0m\n"))
        let table = Pledges.listing.table(
            [SampleRows.pledge(status: .due), SampleRows.pledge(status: .open)],
            width: 100,
            Palette(isColored: true)
        )
        #expect(table.contains("plan  \u{1B}[33mdue\u{1B}[0m     Việt Nam"), "\(table)")
        #expect(table.contains("plan  open    Việt Nam"))
        #expect(
            !Pledges.listing.table([SampleRows.pledge(status: .due)], width: 100, Palette(isColored: false)).contains(
                "\u{1B}"
            )
        )
    }

    @Test func `a change is one line`() {
        let change = SampleRows.change(.becameOverdue, position: nil)
        #expect(
            ChangeWording.line(change)
                == "2026-03-31  became-overdue  pledge 42  Việt Nam, to Japan: plans to train 50,000 engineers by 2030 [due 2030]"
        )
    }
}
