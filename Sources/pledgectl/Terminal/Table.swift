/// Rows for people, in columns that fit the terminal.
struct Table: Sendable {
    struct Column: Sendable {
        enum Alignment: Sendable { case left, right }

        let title: String
        let alignment: Alignment
        /// The columns it keeps when space runs out; nil for one that is never cut.
        let widthMin: Int?

        /// - Parameters:
        ///   - title: what the column holds.
        ///   - alignment: numbers stand on the right.
        ///   - widthMin: how narrow it may become, or nil where its cells are never cut.
        init(_ title: String, _ alignment: Alignment = .left, widthMin: Int? = nil) {
            self.title = title
            self.alignment = alignment
            self.widthMin = widthMin
        }
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row of one cell a column; whatever in them would steer a terminal is escaped.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count)
        rows.append(cells.map(PlainText.line))
    }

    /// The table as text, a line a row under a line of titles, each ended by a line feed.
    ///
    /// Fits into `width` columns, nil for no limit. Where even the narrowest cells need more, lines are longer: what is
    /// never cut stays whole.
    func text(width: Int?) -> String {
        let widths = layout(width: width)
        let lines = [columns.map(\.title)] + rows
        return lines.map { line($0, widths: widths) + "\n" }.joined()
    }

    private static let gap = "  "

    /// Gives each column what its longest cell needs, then takes from the widest that may be cut until all fit.
    private func layout(width: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            rows.reduce(DisplayWidth.columns(of: columns[index].title)) {
                max($0, DisplayWidth.columns(of: $1[index]))
            }
        }
        guard let width else { return widths }
        var excess = widths.reduce(0, +) + Self.gap.utf8.count * (columns.count - 1) - width
        while excess > 0, let widest = widestShrinkable(widths) {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func widestShrinkable(_ widths: [Int]) -> Int? {
        let shrinkable = columns.indices.filter { index in
            columns[index].widthMin.map { widths[index] > max($0, 1) } ?? false
        }
        return shrinkable.max { widths[$0] < widths[$1] }
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let fitted = Self.cut(cell, to: widths[index])
            let padding = String(repeating: " ", count: widths[index] - DisplayWidth.columns(of: fitted))
            if index > 0 { line += Self.gap }
            line += columns[index].alignment == .right ? padding + fitted : fitted + padding
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
