internal import PledgedCore

/// What the matcher looks at in one telling of a pledge.
struct Telling: Hashable, Sendable {
    /// The position of the event that states it, and of its article.
    let position: Int64
    let article: Int64
    /// A party asking another for something is never what a party binds itself to.
    let isRequest: Bool
    /// As ``TellingWords/text`` gives it.
    private(set) var text: String
    let quantity: Quantity?
    let deadline: EDTFDate?
    let said: CalendarDate?
    /// Where it stands in the article.
    let span: TextSpan
    /// What is made of the text.
    let sketch: TellingSketch

    init(
        position: Int64,
        article: Int64,
        isRequest: Bool,
        text: String,
        quantity: Quantity?,
        deadline: EDTFDate?,
        said: CalendarDate?,
        span: TextSpan
    ) {
        (self.position, self.article, self.isRequest, self.text) = (position, article, isRequest, text)
        (self.quantity, self.deadline, self.said, self.span) = (quantity, deadline, said, span)
        sketch = TellingSketch(text: text, hasQuantity: quantity != nil)
    }

    /// The telling for comparing alone; what it says in full stays in the database.
    var withoutText: Telling {
        var telling = self
        telling.text = ""
        return telling
    }

    /// The text, read in full.
    var words: TellingWords { TellingWords(text: text) }
}
