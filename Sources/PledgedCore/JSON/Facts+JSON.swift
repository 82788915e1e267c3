// What the log keeps, as JSON: the same members as each type's coding keys, sorted. A test holds them against the encoder.

extension ArticleID: JSONWritable {
    package func write(to json: inout JSONWriter) { json.string(hexadecimal) }
}

extension ActorLabel: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.plain("\"A")
        json.integer(number)
        json.plain("\"")
    }
}

extension CalendarDate: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.plain("\"")
        writePlain(to: &json)
        json.plain("\"")
    }

    fileprivate func writePlain(to json: inout JSONWriter) {
        json.digits(year, 4)
        json.plain("-")
        json.digits(month, 2)
        json.plain("-")
        json.digits(day, 2)
    }
}

extension EDTFDate: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.plain("\"")
        start.writePlain(to: &json)
        if let end {
            json.plain("/")
            end.writePlain(to: &json)
        }
        json.plain("\"")
    }
}

extension EDTFDate.Point {
    fileprivate func writePlain(to json: inout JSONWriter) {
        switch self {
        case .year(let year) where year >= 0: json.digits(year, 4)
        case .month(let year, let second) where year >= 0 && second >= 0,
            .season(let year, let second) where year >= 0 && second >= 0,
            .quarter(let year, let second) where year >= 0 && second >= 0:
            json.digits(year, 4)
            json.plain("-")
            json.digits(second, 2)
        case .day(let date): date.writePlain(to: &json)
        case .year, .month, .season, .quarter, .open: json.plain(description)
        }
    }
}

extension Timestamp: JSONWritable {
    package func write(to json: inout JSONWriter) { json.string(description) }
}

extension LogPosition: JSONWritable {
    package func write(to json: inout JSONWriter) { json.integer(offset) }
}

extension ArticleBlock.Role: JSONWritable {}
extension ArticleNote: JSONWritable {}
extension ActorKind: JSONWritable {}
extension Pledge.Kind: JSONWritable {}
extension RejectionReason: JSONWritable {}

extension TextSpan: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("end", end)
            try json.member("start", start)
        }
    }
}

extension Anchor: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            json.member("quote", quote)
            try json.member("span", span)
        }
    }
}

extension Quantity: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            json.member("unit", unit)
            try json.member("value", value)
        }
    }
}

extension DroppedFile: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("inode", inode)
            try json.member("modified", modified)
            json.member("name", name)
            try json.member("size", size)
        }
    }
}

extension Article: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("blocks", blocks)
            try json.member("header", header)
            try json.member("id", id)
            try json.member("notes", notes)
            json.member("text", text)
        }
    }
}

extension ArticleHeader: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("date", date)
            json.member("language", language)
            try json.member("period", period)
            json.member("place", place)
            json.member("source", source)
            json.member("title", title)
        }
    }
}

extension ArticleBlock: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("role", role)
            try json.member("span", span)
        }
    }
}

extension NamedActor: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("affiliation", affiliation)
            json.member("canonicalName", canonicalName)
            try json.member("confidence", confidence)
            try json.member("kind", kind)
            try json.member("label", label)
            try json.member("mentions", mentions)
            try json.member("names", names)
            json.member("role", role)
        }
    }
}

extension Pledge: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            json.member("action", action)
            try json.member("also", also)
            try json.member("anchor", anchor)
            try json.member("by", by)
            json.member("byText", byText)
            try json.member("confidence", confidence)
            json.member("cue", cue)
            try json.member("deadline", deadline)
            try json.member("kind", kind)
            try json.member("quantity", quantity)
            try json.member("said", said)
            try json.member("speaker", speaker)
            try json.member("to", to)
        }
    }
}

extension Happening: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("actors", actors)
            try json.member("anchor", anchor)
            try json.member("confidence", confidence)
            try json.member("date", date)
            json.member("place", place)
        }
    }
}
