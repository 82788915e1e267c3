/// What a decision holds as JSON: `fact`, `reason`, `who`, and by its kind `other`, `name` or `resolution`.
private struct DecisionRecord {
    let fact: FactReference
    let name: String?
    let other: FactReference?
    let reason: String
    let resolution: Resolution?
    let who: String

    init(_ decision: Decision) {
        (reason, who) = (decision.reason, decision.who)
        fact = decision.references[0]
        other = decision.references.count > 1 ? decision.references[1] : nil
        switch decision.choice {
        case .resolve(_, let resolution): (name, self.resolution) = (nil, resolution)
        case .rename(_, let name): (self.name, resolution) = (name, nil)
        case .reopen, .dismiss, .link, .unlink, .merge, .separate: (name, resolution) = (nil, nil)
        }
    }

    /// The decision that an event called `eventName` records; nil where a member is missing or the name is no decision's.
    func decision(named eventName: Event.Name) -> Decision? {
        let choice: Decision.Choice? =
            switch eventName {
            case .pledgeResolved: resolution.map { .resolve(fact, $0) }
            case .pledgeReopened: .reopen(fact)
            case .pledgeDismissed: .dismiss(fact)
            case .pledgesLinked: other.map { .link(fact, $0) }
            case .pledgesUnlinked: .unlink(fact)
            case .actorsMerged: other.map { .merge(fact, into: $0) }
            case .actorRenamed: name.map { .rename(fact, $0) }
            case .actorsSeparated: .separate(fact)
            default: nil
            }
        return choice.map { Decision($0, who: who, reason: reason) }
    }
}

extension DecisionRecord: Codable {}

extension DecisionRecord: JSONReadable {
    init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        fact = try json.member("fact")
        name = try json.optional("name")
        other = try json.optional("other")
        reason = try json.member("reason")
        resolution = try json.optional("resolution")
        who = try json.member("who")
        try json.endObject()
    }
}

extension Decision: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        let record = DecisionRecord(self)
        try json.object { json in
            try json.member("fact", record.fact)
            json.member("name", record.name)
            try json.member("other", record.other)
            json.member("reason", record.reason)
            try json.member("resolution", record.resolution)
            json.member("who", record.who)
        }
    }
}

extension Resolution: JSONWritable {}
extension Resolution: JSONReadable {}

extension FactReference: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        try json.object { json in
            try json.member("article", article)
            try json.member("position", position)
            try json.member("span", span)
        }
    }
}

extension FactReference: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        try json.beginObject()
        article = try json.member("article")
        position = try json.member("position")
        span = try json.member("span")
        try json.endObject()
    }
}

extension Decision: Encodable {
    public func encode(to encoder: any Encoder) throws { try DecisionRecord(self).encode(to: encoder) }
}

extension Decision {
    init(from json: inout JSONReader, named eventName: Event.Name) throws(JSONReader.OtherForm) {
        guard let decision = try DecisionRecord(from: &json).decision(named: eventName) else {
            throw JSONReader.OtherForm()
        }
        self = decision
    }

    /// Reads what an event called `eventName` holds.
    ///
    /// - Throws: `DecodingError` where it holds something else.
    init<Key>(
        named eventName: Event.Name,
        in container: KeyedDecodingContainer<Key>,
        forKey key: Key
    ) throws {
        let record = try container.decode(DecisionRecord.self, forKey: key)
        guard let decision = record.decision(named: eventName) else {
            let text = "It lacks what a decision called \(eventName.rawValue) holds."
            throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: text)
        }
        self = decision
    }
}
