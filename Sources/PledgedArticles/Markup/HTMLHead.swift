/// What a page says of itself: meta tags, `title`, `time` elements, the language of the root element.
enum HTMLHead {
    static func evidence(in outline: HTMLOutline) -> HeaderEvidence {
        var (evidence, pageTitle, site) = (HeaderEvidence(), String?.none, String?.none)
        let metas = outline.elements("meta", in: outline.events.indices).map(outline.attributes)
        for meta in metas {
            let key = (meta["property"] ?? meta["name"] ?? meta["itemprop"] ?? meta["http-equiv"] ?? "").lowercased()
            guard let content = meta["content"]?.nonBlank else { continue }
            if publishedKeys.contains(key) { evidence.add(datesIn: content, from: .field) }
            if updatedKeys.contains(key) { evidence.add(datesIn: content, from: .updateLine) }
            if titleKeys.contains(key) { pageTitle = pageTitle ?? content }
            if authorKeys.contains(key), !content.hasPrefix("http") { Byline(naming: content).add(to: &evidence) }
            if key == "og:site_name" { site = content }
        }
        addTimes(of: outline, to: &evidence)
        addLinkedData(of: outline, to: &evidence)
        if let html = outline.elements("html", in: outline.events.indices).first {
            evidence.language = outline.attributes(at: html)["lang"].flatMap(LanguageTag.tag)
        }
        if let title = title(of: outline, pageTitle: pageTitle, site: site) { evidence.suggest(title: title) }
        return evidence
    }

    /// The only first-level heading, or else the page's title without the site's name.
    private static func title(of outline: HTMLOutline, pageTitle: String?, site: String?) -> String? {
        let headings = ["h1", "hl1", "headline"].flatMap { outline.elements($0, in: outline.events.indices) }
            .map(outline.line).filter { !$0.isEmpty }
        let metaTitle = pageTitle.map { withoutSite($0, site: site, isSure: false) }
        if headings.count == 1, headings[0].split(separator: " ").count > 2 || metaTitle == nil { return headings[0] }
        if let metaTitle { return headings.first { $0 == metaTitle } ?? metaTitle }
        let titles = outline.elements("title", in: outline.events.indices).map(outline.line)
        return headings.first ?? titles.first?.nonBlank.map { withoutSite($0, site: site, isSure: true) }
    }

    /// "Chip plant opens | Daily News" without what follows the last bar or dash.
    private static func withoutSite(_ title: String, site: String?, isSure: Bool) -> String {
        let source = SourceText(title)
        let line = source.line(source.whole)
        for separator in [" | ", " – ", " — ", " - ", " :: "] {
            let parts = line.split(separator: separator, omittingEmptySubsequences: true)
            guard parts.count > 1, let last = parts.last else { continue }
            guard isSure && last.split(separator: " ").count <= 4 || site.map({ $0 == last }) ?? false else { continue }
            return parts.dropLast().joined(separator: separator)
        }
        return line
    }

    /// The date in schema.org's `"datePublished": "2024-07-10"`, where the page's scripts hold it.
    private static func addLinkedData(of outline: HTMLOutline, to evidence: inout HeaderEvidence) {
        for index in outline.elements("script", in: outline.events.indices)
        where outline.attributes(at: index)["type"] == "application/ld+json" {
            let strings = outline.line(at: index).split(separator: "\"", omittingEmptySubsequences: false)
            guard let key = strings.firstIndex(of: "datePublished"), key + 2 < strings.count else { continue }
            evidence.add(datesIn: String(strings[key + 2]), from: .field)
        }
    }

    private static func addTimes(of outline: HTMLOutline, to evidence: inout HeaderEvidence) {
        for index in outline.elements("time", in: outline.events.indices).prefix(8) {
            let attributes = outline.attributes(at: index)
            let isUpdate = [attributes["itemprop"], attributes["class"]].contains { value in
                value.map { $0.lowercased().contains("modif") || $0.lowercased().contains("updat") } ?? false
            }
            evidence.add(
                datesIn: attributes["datetime"] ?? outline.line(at: index),
                from: isUpdate ? .updateLine : .line
            )
        }
    }

    private static let publishedKeys: Set<String> = [
        "article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate",
        "publishdate",
        "publish-date", "publish_date", "publication_date", "publication-date", "dc.date", "dc.date.issued",
        "dcterms.date",
        "dcterms.created", "dcterms.issued", "dc.date.created", "parsely-pub-date", "sailthru.date", "citation_date",
        "citation_publication_date", "article.published", "originalpublicationdate", "displaydate", "date.issued",
        "created",
        "bt:pubdate", "rnews:datepublished", "cxenseparse:recs:publishtime", "release_date",
    ]
    private static let updatedKeys: Set<String> = [
        "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified",
    ]
    private static let titleKeys: Set<String> = [
        "og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title",
    ]
    private static let authorKeys: Set<String> = [
        "author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
        "citation_author",
    ]
}
