import PledgedCore

/// Takes the events of an entry apart without a JSON decoder, because the log writes one form only.
///
///     [{"data":{…},"type":"article.received"},{"data":{…},"type":"actor.named"}]
enum EventSplitter {
    /// What one event of an entry is called and holds.
    struct Part: Hashable {
        let name: Event.Name
        let data: ArraySlice<UInt8>
    }

    /// Nil where the bytes do not have that form.
    static func parts(of events: ArraySlice<UInt8>) -> [Part]? {
        guard events.first == UInt8(ascii: "["), events.last == UInt8(ascii: "]") else { return nil }
        var (parts, rest) = ([Part](), events.dropFirst().dropLast())
        while let end = objectEnd(in: rest) {
            guard let part = part(rest[..<end]) else { return nil }
            parts.append(part)
            rest = rest[end...]
            if rest.isEmpty { return parts }
            guard rest.first == UInt8(ascii: ",") else { return nil }
            rest = rest.dropFirst()
        }
        return nil
    }

    private static func part(_ event: ArraySlice<UInt8>) -> Part? {
        var parser = FrameParser(event)
        guard parser.take("{\"data\":"), parser.takeLast("}") else { return nil }
        var isPlain = parser.takeLast("\"")
        // An event whose form has changed says so behind its name.
        if !isPlain, parser.takeLastNumber() != nil {
            isPlain = parser.takeLast(",\"version\":") && parser.takeLast("\"")
        }
        guard isPlain, let quote = parser.bytes.lastIndex(of: UInt8(ascii: "\"")) else { return nil }
        let name = Event.Name(unverified: String(decoding: parser.bytes[(quote + 1)...], as: UTF8.self))
        guard parser.takeLast(name: name.rawValue), parser.takeLast(",\"type\":\"") else { return nil }
        return Part(name: name, data: parser.bytes)
    }

    /// Where the object ends with which `bytes` begin.
    private static func objectEnd(in bytes: ArraySlice<UInt8>) -> Int? {
        var (depth, isText, isEscaped, index) = (0, false, false, bytes.startIndex)
        while index < bytes.endIndex {
            defer { index += 1 }
            let byte = bytes[index]
            if isEscaped {
                isEscaped = false
            } else if isText {
                isEscaped = byte == UInt8(ascii: "\\")
                isText = byte != UInt8(ascii: "\"")
            } else {
                switch byte {
                case UInt8(ascii: "\""): isText = true
                case UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "}"):
                    depth -= 1
                    if depth == 0 { return index + 1 }
                default: if depth == 0 { return nil }
                }
            }
        }
        return nil
    }
}
