extension TokenScanner {
    /// The end of the number that begins here, with its ordinal ending, but without its unit.
    func numberEnd(isFirstOfLine: Bool) -> Int {
        if let stop = digitGroupsEnd([4, 2, 2]) ?? digitGroupsEnd([3, 3, 4]) ?? digitGroupsEnd([3, 4]) {
            return stop
        }
        var index = position
        while index < end, kind(index).kind == .digit || isInsideNumber(index) { index += kind(index).length }
        if isFirstOfLine, byte(index) == UInt8(ascii: "."), index - position <= 2, isSpace(index + 1) {
            return index + 1
        }
        return suffixEnd(index)
    }

    /// A point, comma, colon or slash between digits.
    private func isInsideNumber(_ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"): isDigit(index + 1)
        default: false
        }
    }

    /// The end of groups of digits of these lengths with hyphens between: an ISO date, a telephone number.
    private func digitGroupsEnd(_ lengths: [Int]) -> Int? {
        var index = position
        for (number, length) in lengths.enumerated() {
            if number > 0 {
                guard byte(index) == UInt8(ascii: "-") else { return nil }
                index += 1
            }
            for _ in 0..<length {
                guard isDigit(index) else { return nil }
                index += 1
            }
        }
        return isDigit(index) || isLetter(index) || byte(index) == UInt8(ascii: "-") ? nil : index
    }

    /// "20th", "1970s", "1990's" and "5G" are one token, "370|m", "40|GW" and "5|pm" are two.
    private func suffixEnd(_ index: Int) -> Int {
        guard isLetter(index) else { return decadeEnd(index) }
        var stop = index
        while isLetter(stop) { stop += kind(stop).length }
        if isListed(index..<stop, WordLists.ordinalEndings) { return stop }
        let isSum = position > 0 && (bytes[position - 1] == UInt8(ascii: "$") || bytes[position - 1] >= 0x80)
        if isSum, isListed(index..<stop, WordLists.magnitudes) { return index }
        let isShort = stop - index <= 8
        if isShort, WordLists.units.contains(String(decoding: bytes[index..<stop], as: UTF8.self)) { return index }
        while isLetter(stop) || isDigit(stop) { stop += kind(stop).length }
        return stop
    }

    private func decadeEnd(_ index: Int) -> Int {
        let apostrophe = apostropheLength(index)
        guard apostrophe > 0, byte(index - 1) == UInt8(ascii: "0"), index - position == 2 || index - position == 4,
            byte(index + apostrophe) == UInt8(ascii: "s"), !isLetter(index + apostrophe + 1)
        else { return index }
        return index + apostrophe + 1
    }
}
