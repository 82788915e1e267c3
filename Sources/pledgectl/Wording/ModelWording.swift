import PledgedLanguage

/// Says in words what a language model is.
enum ModelWording {
    /// A few lines, harmless for a terminal, each ended by a line feed.
    static func paragraphs(_ model: ModelFile, provenance: String) -> String {
        var lines = ["model \(model.digest), \(Figures.grouped(model.sections.reduce(0) { $0 + $1.count })) bytes", ""]
        lines += provenance.split(separator: "\n", omittingEmptySubsequences: false).map { PlainText.line(String($0)) }
        lines.append("parts, in bytes")
        let width = model.sections.map(\.name.count).max() ?? 0
        for section in model.sections {
            let name = PlainText.line(section.name)
            let padding = String(repeating: " ", count: max(1, width + 2 - section.name.count))
            lines.append("  \(name)\(padding)\(Figures.grouped(section.count))")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
