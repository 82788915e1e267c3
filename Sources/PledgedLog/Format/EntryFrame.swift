import PledgedCore

/// One line of a segment taken apart, its events still JSON.
///
/// Everything but the events is found without a JSON decoder, because the log writes one form only.
struct EntryFrame: Sendable {
    let hash: ChainHash
    /// The whole entry.
    let json: ArraySlice<UInt8>
    let article: ArticleID?
    /// How many events.
    let count: Int
    /// Every event before it was on disk when this entry was written.
    let durable: LogPosition
    /// Of the first event.
    let position: LogPosition
    let recorded: Timestamp
    /// A JSON array.
    let events: ArraySlice<UInt8>

    /// Whether its words were taken out; set by who checks the chain.
    var redaction = RedactionState.none

    enum RedactionState: Hashable {
        case none
        /// The file still has words that are to be overwritten; ``json`` has none.
        case unfinished
        case finished
    }

    /// The position after the last event.
    var end: LogPosition { position.advanced(by: count) }

    /// Takes a line apart; nil where it does not have the log's form.
    ///
    /// - Parameter line: Without its line feed.
    init?(line: ArraySlice<UInt8>) {
        var rest = FrameParser(line)
        guard let hash = ChainHash(line.prefix(ChainHash.length)), rest.skip(ChainHash.length), rest.take(" ") else {
            return nil
        }
        self.hash = hash
        json = rest.bytes
        guard rest.take("{") else { return nil }
        if rest.take("\"article\":\"") {
            guard let article = rest.takeArticle(), rest.take("\",") else { return nil }
            self.article = article
        } else {
            article = nil
        }
        guard rest.take("\"count\":"), let count = rest.takeNumber(), (1...UInt64(EntryDraft.bytesMax)).contains(count)
        else { return nil }
        self.count = Int(count)
        let durable = rest.take(",\"durable\":") ? rest.takeNumber() : nil
        guard rest.take(",\"events\":["), rest.takeLast("\"}"), let recorded = rest.takeLastTime(),
            rest.takeLast(",\"recorded\":\""), let position = rest.takeLastNumber(), rest.takeLast("],\"position\":"),
            position <= UInt64.max - count, durable.map({ $0 < position }) ?? true
        else { return nil }
        self.recorded = recorded
        self.position = LogPosition(offset: position)
        self.durable = LogPosition(offset: durable ?? position)
        // The brackets were taken off on both sides.
        events = line[rest.bytes.startIndex - 1..<rest.bytes.endIndex + 1]
    }
}
