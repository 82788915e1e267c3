extension String {
    /// The text without white space at its ends; nil where nothing is left.
    var nonBlank: String? {
        let text = SourceText(self)
        let range = text.trimmed(text.whole)
        return range.isEmpty ? nil : text.string(range)
    }
}
