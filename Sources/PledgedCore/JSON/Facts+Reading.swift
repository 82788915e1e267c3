// What the log keeps, read from the form in which it was written; a test holds it against the decoder.

extension ArticleID: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        self = try unsafe json.plainString { unsafe ArticleID(digits: $0) }
    }
}

extension ActorLabel: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        self = try unsafe json.plainString { text in
            guard unsafe text.first == UInt8(ascii: "A"), let number = unsafe Self.number(text, 1..<text.count) else {
                return nil
            }
            return ActorLabel(number)
        }
    }

    /// Nil where it is not written with one to nine digits.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        (1...9).contains(range.count) ? unsafe text.number(in: range) : nil
    }
}

extension EDTFDate: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        self = try unsafe json.plainString { text in
            // Days and years are most of them.
            if let day = unsafe CalendarDate(text) { return .day(day) }
            if text.count == 4, let year = unsafe text.number(in: 0..<4), year > 0 { return .year(year) }
            do throws(EDTFDate.ParseError) {
                return unsafe try EDTFDate(parsing: String(decoding: text, as: UTF8.self))
            } catch {
                return nil
            }
        }
    }
}

extension CalendarDate: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        self = try unsafe json.plainString { unsafe CalendarDate($0) }
    }

    /// Reads `2024-07-09`, and nothing else.
    fileprivate init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 10, unsafe text[4] == UInt8(ascii: "-"), unsafe text[7] == UInt8(ascii: "-"),
            let year = unsafe text.number(in: 0..<4), let month = unsafe text.number(in: 5..<7),
            let day = unsafe text.number(in: 8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number that a few digits make; nil where one of them is none.
    fileprivate func number(in range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            let digit = unsafe self[index] &- 48
            if digit > 9 { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}

extension LogPosition: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        self.init(offset: try json.integer())
    }
}

extension ArticleBlock.Role: JSONReadable {}
extension ArticleNote: JSONReadable {}
extension ActorKind: JSONReadable {}
extension Pledge.Kind: JSONReadable {}
extension RejectionReason: JSONReadable {}

extension TextSpan: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        let end: Int = try json.member("end")
        let start: Int = try json.member("start")
        try json.endObject()
        guard start <= end else { throw JSONReader.OtherForm() }
        self.init(start..<end)
    }
}

extension Anchor: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        quote = try json.member("quote")
        span = try json.member("span")
        try json.endObject()
    }
}

extension Quantity: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        unit = try json.member("unit")
        value = try json.member("value")
        try json.endObject()
    }
}

extension DroppedFile: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        inode = try json.member("inode")
        modified = try json.member("modified")
        name = try json.member("name")
        size = try json.member("size")
        try json.endObject()
    }
}

extension Article: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        blocks = try json.member("blocks")
        header = try json.member("header")
        id = try json.member("id")
        notes = try json.member("notes")
        text = try json.member("text")
        try json.endObject()
    }
}

extension ArticleHeader: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        date = try json.optional("date")
        language = try json.optional("language")
        period = try json.optional("period")
        place = try json.optional("place")
        source = try json.optional("source")
        title = try json.optional("title")
        try json.endObject()
    }
}

extension ArticleBlock: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        role = try json.member("role")
        span = try json.member("span")
        try json.endObject()
    }
}

extension NamedActor: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        affiliation = try json.optional("affiliation")
        canonicalName = try json.member("canonicalName")
        confidence = try json.member("confidence")
        kind = try json.member("kind")
        label = try json.member("label")
        mentions = try json.member("mentions")
        names = try json.member("names")
        role = try json.optional("role")
        try json.endObject()
    }
}

extension Pledge: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        action = try json.member("action")
        also = try json.member("also")
        anchor = try json.member("anchor")
        by = try json.member("by")
        byText = try json.optional("byText")
        confidence = try json.member("confidence")
        cue = try json.member("cue")
        deadline = try json.optional("deadline")
        kind = try json.member("kind")
        quantity = try json.optional("quantity")
        said = try json.optional("said")
        speaker = try json.optional("speaker")
        to = try json.member("to")
        try json.endObject()
    }
}

extension Happening: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        actors = try json.member("actors")
        anchor = try json.member("anchor")
        confidence = try json.member("confidence")
        date = try json.member("date")
        place = try json.optional("place")
        try json.endObject()
    }
}

extension ArticleReceived: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        article = try json.member("article")
        file = try json.member("file")
        revises = try json.optional("revises")
        try json.endObject()
    }
}

extension ArticleRead: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        actors = try json.member("actors")
        happenings = try json.member("happenings")
        microseconds = try json.optional("microseconds")
        pledges = try json.member("pledges")
        reader = try json.member("reader")
        requests = try json.member("requests")
        try json.endObject()
    }
}

extension ArticleDuplicated: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        file = try json.member("file")
        original = try json.member("original")
        originalPosition = try json.member("originalPosition")
        try json.endObject()
    }
}

extension ArticleRejected: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        digest = try json.optional("digest")
        file = try json.member("file")
        reason = try json.member("reason")
        sentence = try json.member("sentence")
        try json.endObject()
    }
}

extension ArticleRedacted: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        by = try json.optional("by")
        entries = try json.member("entries")
        reason = try json.member("reason")
        try json.endObject()
    }
}

extension ArticleRedacted.Entry: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        digest = try json.member("digest")
        hash = try json.member("hash")
        position = try json.member("position")
        try json.endObject()
    }
}

extension Event {
    /// Reads what an event of that name holds.
    package init(_ name: Name, from json: inout JSONReader) throws(JSONReader.OtherForm) {
        switch name {
        case .articleReceived: self = .articleReceived(try ArticleReceived(from: &json))
        case .actorNamed: self = .actorNamed(try NamedActor(from: &json))
        case .pledgeStated: self = .pledgeStated(try Pledge(from: &json))
        case .requestStated: self = .requestStated(try Pledge(from: &json))
        case .happeningReported: self = .happeningReported(try Happening(from: &json))
        case .articleRead: self = .articleRead(try ArticleRead(from: &json))
        case .articleDuplicated: self = .articleDuplicated(try ArticleDuplicated(from: &json))
        case .articleRejected: self = .articleRejected(try ArticleRejected(from: &json))
        case .articleRedacted: self = .articleRedacted(try ArticleRedacted(from: &json))
        case .pledgeResolved, .pledgeReopened, .pledgeDismissed, .pledgesLinked, .pledgesUnlinked, .actorsMerged,
            .actorRenamed, .actorsSeparated:
            self = .decided(try Decision(from: &json, named: name))
        default: throw JSONReader.OtherForm()
        }
    }
}
