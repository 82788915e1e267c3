extension HeaderEvidence {
    /// Adds the first date in a short text, such as the value of a field.
    mutating func add(datesIn value: String, from origin: DateOrigin) {
        let text = SourceText(String(value.prefix(120)))
        let lexemes = Lexeme.lexemes(of: text, in: text.whole)
        if let finding = DateScanner(lexemes: lexemes).findings().first { add(finding.date, from: origin) }
    }
}
