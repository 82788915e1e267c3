/// Nouns before a number that is a name: "Resolution 136", "Phase 2", "aged 81".
enum NumberLabels {
    static let nouns: Set<String> = [
        "no", "no.", "nos", "nos.", "number", "resolution", "article", "section", "chapter", "phase", "stage", "decree",
        "directive", "circular", "decision", "act", "law", "rule", "clause", "paragraph", "page", "pages", "room",
        "line",
        "route", "highway", "flight", "gate", "unit", "block", "zone", "district", "ward", "lot", "photo", "figure",
        "table", "appendix", "annex", "version", "series", "model", "level", "grade", "class", "tier", "category",
        "type",
        "sdg", "goal", "agenda", "vision", "boeing", "airbus", "cop", "iso", "nikkei", "ftse", "s&p", "aged", "age",
        "part", "step", "chapter", "vol", "vol.", "issue", "apollo", "fortune", "forbes", "top", "group", "channel",
        "page",
        "question", "priority", "track", "unesco", "proposition", "title", "bill",
    ]
}
