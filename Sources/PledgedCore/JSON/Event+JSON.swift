extension Event {
    /// What the event holds, without its name, as JSON: the bytes that ``EventCoding`` gives.
    ///
    /// - Throws: `EncodingError` for a quantity that is no number.
    package func writeData(to json: inout JSONWriter) throws {
        switch self {
        case .articleReceived(let data): try data.write(to: &json)
        case .actorNamed(let data): try data.write(to: &json)
        case .pledgeStated(let data), .requestStated(let data): try data.write(to: &json)
        case .happeningReported(let data): try data.write(to: &json)
        case .articleRead(let data): try data.write(to: &json)
        case .articleDuplicated(let data): try data.write(to: &json)
        case .articleRejected(let data): try data.write(to: &json)
        case .decided(let data): try data.write(to: &json)
        case .articleRedacted(let data): try data.write(to: &json)
        case .unknown(let event): throw event.notWritable
        }
    }
}

extension ArticleReceived: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("article", article)
            try json.member("file", file)
            try json.member("revises", revises)
        }
    }
}

extension ArticleRead: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("actors", actors)
            try json.member("happenings", happenings)
            try json.member("microseconds", microseconds)
            try json.member("pledges", pledges)
            json.member("reader", reader)
            try json.member("requests", requests)
        }
    }
}

extension ArticleDuplicated: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("file", file)
            try json.member("original", original)
            try json.member("originalPosition", originalPosition)
        }
    }
}

extension ArticleRejected: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("digest", digest)
            try json.member("file", file)
            try json.member("reason", reason)
            json.member("sentence", sentence)
        }
    }
}

extension ArticleRedacted: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            json.member("by", by)
            try json.member("entries", entries)
            json.member("reason", reason)
        }
    }
}

extension ArticleRedacted.Entry: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            json.member("digest", digest)
            json.member("hash", hash)
            try json.member("position", position)
        }
    }
}
