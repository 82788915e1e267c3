import PledgedArticles
import PledgedCore
import Testing

@Suite struct `ninjs` {
    @Test(arguments: [
        """
        {"uri": "tag:1", "type": "text", "versioncreated": "2024-07-10T08:15:00Z", "headline": "Clinics to open", "byline": "Ada Menk",
         "usageterms": "(c) 2024 Kyodo News. All rights reserved.", "language": "en",
         "body_text": "PORT MELL, July 10 -- Lorandia will build three clinics by 2027.\\n\\nIt said so on Tuesday, and asked for help."}
        """,
        """
        {"headlines": [{"role": "main", "value": "Clinics to open"}], "versionCreated": "2024-07-10T08:15:00+09:00", "provider": {"name": "Kyodo News"},
         "bodies": [{"contentType": "text/html", "value": "<p>PORT MELL, July 10 -- Lorandia will build three clinics by 2027.</p><p>It said so on Tuesday, and asked for help.</p>"}]}
        """,
        """
        {"headline": "Clinics to open", "firstcreated": "2024-07-10", "provider": "Kyodo News", "byline": null,
         "body_html": "<p>PORT MELL, July 10 -- Lorandia will build three clinics by 2027.</p><p>It said so on Tuesday, and asked for help.</p>"}
        """,
    ])
    func `gives the readable text and its header in every version`(json: String) throws {
        let article = try article(json)
        #expect(article.header.date?.description == "2024-07-10")
        #expect(article.header.title == "Clinics to open")
        #expect(article.header.place == "PORT MELL")
        #expect(article.header.source == "Kyodo News")
        #expect(article.texts(.title) == ["Clinics to open"])
        #expect(
            article.texts(.paragraph) == [
                "Lorandia will build three clinics by 2027.", "It said so on Tuesday, and asked for help.",
            ]
        )
    }
}
