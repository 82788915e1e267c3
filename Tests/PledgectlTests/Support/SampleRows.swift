import PledgedCore

/// Rows that outputs are tested with, built by hand.
enum SampleRows {
    static let japan = ActorReference(id: 12, name: "Japan")
    static let vietNam = ActorReference(id: 3, name: "Việt Nam")

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        guard let date = CalendarDate(year: year, month: month, day: day) else { preconditionFailure("No such day.") }
        return date
    }

    static func pledge(
        _ id: UInt64 = 42,
        _ kind: Pledge.Kind = .plan,
        by: [ActorReference] = [vietNam],
        byText: String? = nil,
        to: [ActorReference] = [],
        action: String = "train 50,000 engineers",
        quantity: Quantity? = Quantity(value: 50_000, unit: "engineers"),
        deadline: EDTFDate? = .year(2030),
        status: PledgeStatus = .open,
        quote: String = "plans to train 50,000 engineers by 2030"
    ) -> PledgeRow {
        PledgeRow(
            id: LogPosition(offset: id),
            kind: kind,
            by: by,
            byText: byText,
            to: to,
            speaker: nil,
            action: action,
            quantity: quantity,
            deadline: deadline,
            said: day(2024, 7, 9),
            lastSaid: day(2026, 1, 3),
            status: status,
            tellings: 2,
            revisions: 1,
            article: Sample.article,
            cue: "plan",
            quote: quote,
            span: TextSpan(0..<10),
            confidence: 80
        )
    }

    static func telling(_ id: UInt64, _ quote: String, match: MatchExplanation? = nil) -> TellingRow {
        TellingRow(
            id: LogPosition(offset: id),
            article: Sample.article,
            title: "Plans for *chips*",
            source: "VNS",
            date: day(2024, 7, 10),
            kind: .plan,
            by: [vietNam],
            byText: nil,
            to: [],
            speaker: ActorReference(id: 7, name: "Nguyễn Chí Dũng"),
            action: "train engineers",
            quantity: Quantity(value: 50_000, unit: "engineers"),
            deadline: nil,
            said: day(2024, 7, 9),
            cue: "plan",
            quote: quote,
            span: TextSpan(0..<10),
            confidence: 80,
            match: match
        )
    }

    static let detail = PledgeDetail(
        pledge: pledge(status: .overdue),
        tellings: [
            telling(42, "plans to train 50,000 engineers"),
            telling(
                57,
                "will train 60,000 engineers",
                match: MatchExplanation(
                    with: LogPosition(offset: 42),
                    words: ["engin", "train"],
                    overlap: 80,
                    reasons: ["the same party"]
                )
            ),
        ],
        revisions: [
            RevisionRow(
                field: .quantity,
                old: "50,000 engineers",
                new: "60,000 engineers",
                telling: LogPosition(offset: 57),
                article: Sample.article,
                said: day(2026, 1, 3),
                speaker: ActorReference(id: 7, name: "Nguyễn Chí Dũng")
            )
        ],
        decisions: [
            DecisionRow(
                position: LogPosition(offset: 61),
                recorded: Sample.moment,
                decision: .pledgeReopened,
                resolution: nil,
                name: nil,
                who: "anna",
                reason: "Not \u{1B}[31mdone"
            )
        ],
        evidence: [
            TimelineRow(
                id: LogPosition(offset: 70),
                article: Sample.earlier,
                date: .month(2, of: 2026),
                place: nil,
                actors: [vietNam],
                quote: "has trained 52,000 engineers",
                span: TextSpan(0..<10)
            )
        ]
    )

    static let actor = ActorDetail(
        actor: ActorRow(
            id: 3,
            kind: .country,
            name: "Việt Nam",
            aliases: ["Việt Nam", "Vietnam"],
            roles: [],
            articles: 2,
            pledges: 51,
            asked: 0,
            firstSeen: day(2024, 7, 10),
            lastSeen: day(2026, 1, 3)
        ),
        roles: [
            RoleRow(
                role: "Minister",
                affiliation: japan,
                firstSeen: day(2024, 7, 10),
                lastSeen: day(2026, 1, 3),
                articles: 2,
                source: Sample.article
            )
        ],
        pledged: [pledge(status: .overdue)],
        asked: [],
        with: [CompanionRow(actor: japan, articles: 1)],
        decisions: []
    )

    static func change(
        _ kind: ChangeRow.Kind,
        position: UInt64? = 57,
        revisions: [RevisionRow] = []
    ) -> ChangeRow {
        let position = position.map { LogPosition(offset: $0) }
        return ChangeRow(
            change: kind,
            cursor: ChangeCursor(day: day(2026, 3, 31), position: position, pledge: LogPosition(offset: 42)),
            position: position,
            pledge: pledge(to: [japan]),
            revisions: revisions
        )
    }
}
