import PledgedArticles
import PledgedCore
import Testing

@Suite struct `HTML` {
    private static let page = """
        <!DOCTYPE html>
        <html lang="en-GB"><head>
        <title>Clinics to open in the north | Mell Daily</title>
        <meta property="og:title" content="Clinics to open in the north">
        <meta property="article:published_time" content="2024-07-10T08:15:00+00:00">
        <meta name="author" content="Ada Menk">
        <script>var promise = "We will pay $9 billion";</script><style>p { color: red }</style>
        </head><body>
        <nav><ul><li>Home</li><li>World</li></ul></nav>
        <article>
        <header><h1>Clinics to open in&nbsp;the north</h1><time datetime="2024-07-10">10 July</time></header>
        <figure><img src="a.jpg"><figcaption>The minister &amp; her staff.</figcaption></figure>
        <p>PORT MELL &mdash; Lorandia will <b>build</b> three
           clinics by 2027, the ministry said on Tuesday, and asked for help.<br>It promised US$40 million.</p>
        <h2>Nurses</h2>
        <ul><li>Forty will be hired by May.</li></ul>
        <div class="share-bar">Share this</div>
        <aside>Most read: We will rule the world</aside>
        </article>
        <footer>© 2019 Mell Daily will own everything</footer>
        </body></html>
        """

    @Test func `gives header and story, and nothing of the page around it`() throws {
        let article = try article(Self.page, fileName: "page.txt")
        #expect(article.header.date?.description == "2024-07-10")
        #expect(article.header.title == "Clinics to open in\u{A0}the north")
        #expect(article.header.place == "PORT MELL")
        #expect(article.header.source == "Ada Menk")
        #expect(article.texts(.title) == ["Clinics to open in\u{A0}the north"])
        #expect(article.texts(.caption) == ["The minister & her staff."])
        #expect(article.texts(.heading) == ["Nurses"])
        #expect(article.texts(.listItem) == ["Forty will be hired by May."])
        #expect(
            article.texts(.paragraph) == [
                "Lorandia will build three clinics by 2027, the ministry said on Tuesday, and asked for help.",
                "It promised US$40 million.",
            ]
        )
        for word in ["Home", "billion", "Share", "rule the world", "own everything"] {
            #expect(!article.text.contains(word))
        }
    }

    @Test func `takes the title from the page's where the story has none`() throws {
        let text =
            "<html><head><title>Clinics to open in the north - Mell Daily</title></head><body><p>\(story)</p></body></html>"
        let article = try article(text)
        #expect(article.header.title == "Clinics to open in the north")
        #expect(article.texts(.title) == ["Clinics to open in the north"])
    }

    @Test func `takes the date from linked data where no tag has it`() throws {
        let script =
            "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\": \"2024-07-10\"}</script>"
        let article = try article(
            "<html><body><article><h1>Clinics to open</h1><p>\(story)</p>\(script)</article></body></html>"
        )
        #expect(article.header.date?.description == "2024-07-10")
        #expect(!article.text.contains("NewsArticle"))
    }

    @Test func `expands no entity of its own and opens no other file`() throws {
        let entities = (1...20).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);\">" }.joined()
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "lol">\(entities)<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <html><body><p>\(story) &e20; &x;</p></body></html>
            """
        let article = try article(bomb)
        #expect(article.text.utf8.count < bomb.utf8.count)
        #expect(article.text.contains("Lorandia"))
    }

    @Test func `may be the XML of agencies`() throws {
        let nitf = """
            <?xml version="1.0" encoding="UTF-8"?>
            <nitf><head><title>slug-clinics</title></head><body><body.head><hedline><hl1>Clinics to open</hl1></hedline>
            <dateline><location>PORT MELL</location>, July 10, 2024 (Mell News)</dateline></body.head>
            <body.content><p>\(story)</p></body.content></body></nitf>
            """
        let article = try article(nitf)
        #expect(article.header.title == "Clinics to open")
        #expect(article.header.place == "PORT MELL")
        #expect(article.header.source == "Mell News")
        #expect(article.header.date?.description == "2024-07-10")
    }

    @Test func `is told by its content, not by its name`() throws {
        #expect(try article("Prices < 5 and > 3\n\n\(story)", fileName: "a.html").text.hasPrefix("Prices <"))
        #expect(try article("<p>\(story)</p>", fileName: "a.txt").text.hasPrefix("Lorandia"))
    }
}
