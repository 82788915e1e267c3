/// The mark before a bullet or a numbered point, such as "-", "•", "(a)" or a number with a full stop.
enum ListMarker {
    static func begins(_ range: Range<Int>, in text: SourceText) -> Bool {
        let front = text.string(text.front(range, countMax: 8))
        guard let first = front.first else { return false }
        if "•◦▪‣●○■·".contains(first) { return true }
        if "-*+–".contains(first) { return front.dropFirst().first?.isWhitespace == true }
        return isNumbered(front)
    }

    /// True for a number or letter with a bracket or full stop after it.
    private static func isNumbered(_ front: String) -> Bool {
        let opened = front.hasPrefix("(")
        let number = front.dropFirst(opened ? 1 : 0).prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
        let rest = front.dropFirst((opened ? 1 : 0) + number.count)
        guard let close = rest.first, rest.dropFirst().first?.isWhitespace == true else { return false }
        let isNumber = (1...2).contains(number.count) && number.allSatisfy(\.isNumber)
        let isLetter = number.count == 1 && number.allSatisfy { $0.isLowercase }
        return close == ")" ? isNumber || isLetter : close == "." && isNumber && !opened
    }
}
