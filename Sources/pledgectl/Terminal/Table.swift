/// Rows for people, in columns that fit the terminal.
struct Table: Sendable {
    struct Column: Sendable {
        enum Alignment: Sendable { case left, right }

        let title: String
        let alignment: Alignment
        /// The columns it keeps when space runs out; nil for one that is never cut.
        let widthMin: Int?
        /// Whether it may be left out where the terminal is too narrow.
        let isExpendable: Bool

        /// - Parameters:
        ///   - title: what the column holds.
        ///   - alignment: numbers stand on the right.
        ///   - widthMin: how narrow it may become, or nil where its cells are never cut.
        ///   - isExpendable: whether it may be left out; the last such column goes first.
        init(_ title: String, _ alignment: Alignment = .left, widthMin: Int? = nil, isExpendable: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.widthMin = widthMin
            self.isExpendable = isExpendable
        }
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []
    /// In which colours a row's cells are shown, by column.
    private var inks: [[Int: Palette.Ink]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row of one cell a column; whatever in them would steer a terminal is escaped.
    ///
    /// `inks` colours cells by the titles of their columns.
    mutating func add(_ cells: [String], inks: [String: Palette.Ink] = [:]) {
        precondition(cells.count == columns.count)
        rows.append(cells.map(PlainText.line))
        let colored = columns.indices.compactMap { index in inks[columns[index].title].map { (index, $0) } }
        self.inks.append(Dictionary(uniqueKeysWithValues: colored))
    }

    /// The table as text, a line a row under a line of titles, each ended by a line feed.
    ///
    /// Fits into `width` columns, nil for no limit: cells are cut, then expendable columns left out. Where even that is
    /// not enough, lines are longer: what is never cut stays whole.
    func text(width: Int?, _ palette: Palette = Palette(isColored: false)) -> String {
        let natural = naturalWidths
        let shown = width.map { fitting(natural, width: $0) } ?? Array(columns.indices)
        let widths = layout(shown, natural, width: width)
        let lines = zip([columns.map(\.title)] + rows, [[:]] + inks)
        return lines.map { line($0, shown, widths, $1, palette) + "\n" }.joined()
    }

    private static let gap = "  "

    /// What the longest cell of each column needs.
    private var naturalWidths: [Int] {
        columns.indices.map { index in
            rows.reduce(DisplayWidth.columns(of: columns[index].title)) {
                max($0, DisplayWidth.columns(of: $1[index]))
            }
        }
    }

    /// The columns that there is room for when all are as narrow as they may be.
    private func fitting(_ natural: [Int], width: Int) -> [Int] {
        var shown = Array(columns.indices)
        while excess(shown.map { min(natural[$0], columns[$0].widthMin ?? natural[$0]) }, width: width) > 0 {
            guard let last = shown.lastIndex(where: { columns[$0].isExpendable }) else { break }
            shown.remove(at: last)
        }
        return shown
    }

    private func excess(_ widths: [Int], width: Int) -> Int {
        widths.reduce(0, +) + Self.gap.utf8.count * (widths.count - 1) - width
    }

    /// Gives each column what it needs, then takes from the widest that may be cut until all fit.
    private func layout(_ shown: [Int], _ natural: [Int], width: Int?) -> [Int] {
        var widths = natural
        guard let width else { return widths }
        var excess = self.excess(shown.map { widths[$0] }, width: width)
        while excess > 0, let widest = widestShrinkable(shown, widths) {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func widestShrinkable(_ shown: [Int], _ widths: [Int]) -> Int? {
        let shrinkable = shown.filter { index in columns[index].widthMin.map { widths[index] > max($0, 1) } ?? false }
        return shrinkable.max { widths[$0] < widths[$1] }
    }

    private func line(
        _ cells: [String],
        _ shown: [Int],
        _ widths: [Int],
        _ inks: [Int: Palette.Ink],
        _ palette: Palette
    ) -> String {
        var line = ""
        for index in shown {
            let fitted = Self.cut(cells[index], to: widths[index])
            let padding = String(repeating: " ", count: widths[index] - DisplayWidth.columns(of: fitted))
            let painted = inks[index].map { palette.paint(fitted, $0) } ?? fitted
            if index != shown.first { line += Self.gap }
            line += columns[index].alignment == .right ? padding + painted : painted + padding
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// `cell` in at most `width` columns, with `…` where something is missing.
    static func cut(_ cell: String, to width: Int) -> String {
        guard DisplayWidth.columns(of: cell) > width else { return cell }
        var (kept, used) = ("", 1)
        for character in cell {
            used += DisplayWidth.columns(of: character)
            if used > width { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }
}
