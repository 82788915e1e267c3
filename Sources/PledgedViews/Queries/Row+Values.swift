internal import GRDB
internal import PledgedCore

extension Row {
    /// The value in `column` read as the text of a noun of the core; what cannot be read is damage.
    private func noun<Noun>(_ column: String, _ read: (String) throws -> Noun?) throws -> Noun? {
        guard let text: String = self[column] else { return nil }
        do {
            if let noun = try read(text) { return noun }
        } catch {
            throw ViewError.unreadable(text, column)
        }
        throw ViewError.unreadable(text, column)
    }

    private func required<Value>(_ column: String, _ value: Value?) throws -> Value {
        guard let value else { throw ViewError.unreadable("NULL", column) }
        return value
    }

    func articleIDIfAny(_ column: String) throws -> ArticleID? {
        try noun(column) { ArticleID(hexadecimal: $0) }
    }

    func articleID(_ column: String) throws -> ArticleID { try required(column, articleIDIfAny(column)) }

    func dateIfAny(_ column: String) throws -> CalendarDate? {
        try noun(column) { text in
            guard case .day(let date) = try EDTFDate(parsing: text).start else { return nil }
            return date
        }
    }

    func edtfIfAny(_ column: String) throws -> EDTFDate? { try noun(column) { try EDTFDate(parsing: $0) } }

    func edtf(_ column: String) throws -> EDTFDate { try required(column, edtfIfAny(column)) }

    func timestamp(_ column: String) throws -> Timestamp {
        try required(column, noun(column) { Timestamp(parsing: $0) })
    }

    func codeIfAny<Code: RawRepresentable<String>>(_ column: String, as type: Code.Type) throws -> Code? {
        try noun(column) { Code(rawValue: $0) }
    }

    func code<Code: RawRepresentable<String>>(_ column: String, as type: Code.Type) throws -> Code {
        try required(column, codeIfAny(column, as: type))
    }

    func positionIfAny(_ column: String) throws -> LogPosition? {
        guard let offset: Int64 = self[column] else { return nil }
        guard offset >= 0 else { throw ViewError.unreadable("\(offset)", column) }
        return LogPosition(offset: UInt64(offset))
    }

    func position(_ column: String) throws -> LogPosition { try required(column, positionIfAny(column)) }

    func span() throws -> TextSpan {
        let (start, end): (Int, Int) = (self["span_start"], self["span_end"])
        guard start <= end else { throw ViewError.unreadable("\(start)..<\(end)", "span_start") }
        return TextSpan(start..<end)
    }
}

extension ViewError {
    static func unreadable(_ text: String, _ column: String) -> ViewError {
        ViewError(
            code: .damaged,
            message: "The views hold '\(text)' as \(column), which cannot be. Rebuild them from the log."
        )
    }
}
