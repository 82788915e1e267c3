extension TokenScanner {
    /// The end of the e-mail address or link that begins here; nil where none does.
    mutating func addressEnd() -> Int? {
        guard position >= addressFreeEnd, isLetter(position) || isDigit(position) else { return nil }
        var stop = position
        var isAddress = false
        while stop < end, bytes[stop] > 32, bytes[stop] < 0x80, !Self.isBracket(bytes[stop]) {
            switch bytes[stop] {
            case UInt8(ascii: "@"): isAddress = isAddress || isLetter(stop + 1) || isDigit(stop + 1)
            case UInt8(ascii: ":"):
                isAddress = isAddress || (byte(stop + 1) == UInt8(ascii: "/") && byte(stop + 2) == UInt8(ascii: "/"))
            case UInt8(ascii: "."): isAddress = isAddress || (stop == position + 3 && lowered(position..<stop) == "www")
            default: break
            }
            stop += 1
        }
        guard isAddress else {
            addressFreeEnd = stop
            return nil
        }
        while stop > position + 1, Self.isTrailing(bytes[stop - 1]) { stop -= 1 }
        return stop
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "\""):
            true
        default: false
        }
    }

    /// What ends the sentence and not the address.
    private static func isTrailing(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
