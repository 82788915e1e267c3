extension TokenScanner {
    /// What a sign inside or behind a word does to it.
    private enum Joint {
        /// The word ends at this byte.
        case ends(Int)
        /// The word goes on from this byte.
        case goesOn(Int)
    }

    /// The end of the word that begins here: letters, with what holds words together inside.
    mutating func wordEnd() -> Int {
        let start = position
        var index = start
        while index < end {
            let (kind, length) = self.kind(index)
            switch kind {
            case .letter, .mark: index += length
            case .digit:
                // "VNĐ500", "US$8.1": the sum begins.
                if isListed(start..<index, WordLists.currencyPrefixes) { return index }
                index += length
            case .space: return cutFused(start, index)
            case .other:
                switch joint(start, index) {
                case .ends(let stop): return cutFused(start, stop)
                case .goesOn(let next): index = next
                }
            }
        }
        return cutFused(start, index)
    }

    /// "cannot" is "can" and "not", "dont" is "do" and "nt".
    private mutating func cutFused(_ start: Int, _ stop: Int) -> Int {
        guard (2...8).contains(stop - start), WordLists.fusedEndings.contains(bytes[stop - 1] | 0x20) else {
            return stop
        }
        let word = lowered(start..<stop)
        let isSmall = bytes[start] & 0x20 != 0
        guard let first = WordLists.fused[word] ?? (isSmall ? WordLists.fusedSmall[word] : nil) else { return stop }
        cut(at: [start + first, stop])
        return stop
    }

    private func joint(_ start: Int, _ index: Int) -> Joint {
        let apostrophe = apostropheLength(index)
        if apostrophe > 0 { return jointAtApostrophe(start, index, length: apostrophe) }
        let hyphen = hyphenLength(index)
        if hyphen > 0 { return jointAtHyphen(start, index, length: hyphen) }
        switch bytes[index] {
        case UInt8(ascii: "."): return jointAtStop(start, index)
        case UInt8(ascii: "$") where isListed(start..<index, WordLists.dollarPrefixes):
            return .ends(index + 1)
        case UInt8(ascii: "&") where isCapital(index + 1) && isCapital(index - 1): return .goesOn(index + 1)
        case UInt8(ascii: "_") where isLetter(index + 1) || isDigit(index + 1): return .goesOn(index + 1)
        default: return .ends(index)
        }
    }

    /// "do|n't", "firm|'s", but "O'Reilly" and "o'clock".
    private func jointAtApostrophe(_ start: Int, _ index: Int, length: Int) -> Joint {
        guard isLetter(index + length) else { return .ends(index) }
        guard let suffix = contractionEnd(index, length: length) else { return .goesOn(index + length) }
        let isNot = bytes[suffix - 1] | 0x20 == UInt8(ascii: "t")
        guard isNot else { return .ends(index) }
        guard bytes[index - 1] | 0x20 == UInt8(ascii: "n") else { return .goesOn(index + length) }
        return index - 1 > start ? .ends(index - 1) : .goesOn(index + length)
    }

    /// Where a contraction that begins with this apostrophe ends; nil where it is none.
    func contractionEnd(_ index: Int, length: Int) -> Int? {
        var stop = index + length
        while stop < end, bytes[stop] < 0x80, isLetter(stop), stop - index - length < 3 { stop += 1 }
        guard !isLetter(stop), !isDigit(stop) else { return nil }
        return WordLists.contractions.contains(lowered(index + length..<stop)) ? stop : nil
    }

    /// "non-profit" stays whole; other compounds come apart.
    private func jointAtHyphen(_ start: Int, _ index: Int, length: Int) -> Joint {
        guard isLetter(index + length), isListed(start..<index, WordLists.prefixes) else { return .ends(index) }
        return .goesOn(index + length)
    }

    private func jointAtStop(_ start: Int, _ index: Int) -> Joint {
        let next = index + 1
        let isLetterAlone = start + kind(start).length == index
        let isSingle = isLetterAlone || byte(index - 2) == UInt8(ascii: ".")
        if isLetter(next) {
            // "U.S", "a.m": letters one by one. "Ph.D". "example.com": a name on the network.
            if isSingle, !isLetter(next + 1) { return .goesOn(next) }
            if isListed(start..<index, ["ph"]) { return .goesOn(next) }
            return !isCapital(next) && !isLetterAlone ? .goesOn(next) : .ends(index)
        }
        if byte(next) == UInt8(ascii: ".") { return .ends(index) }
        if isSingle, !isLetterAlone { return .ends(next) }
        if isLetterAlone, isCapital(start) { return .ends(isInitial(next) ? next : index) }
        return .ends(isAbbreviation(start, index) && !isLastOfSentence(start, index) ? next : index)
    }

    /// Whether a single capital with its stop is an initial, a name following it.
    private func isInitial(_ next: Int) -> Bool {
        var index = next
        while index < end, kind(index).kind == .space { index += kind(index).length }
        guard index > next, isCapital(index) else { return false }
        var stop = index
        while isLetter(stop) { stop += kind(stop).length }
        return !isListed(index..<stop, WordLists.sentenceOpeners)
    }

    /// Whether this is an "etc" whose stop ends the sentence, as the treebanks have it.
    private func isLastOfSentence(_ start: Int, _ index: Int) -> Bool {
        guard index - start == 3, isListed(start..<index, ["etc"]) else { return false }
        var next = index + 1
        while next < end, kind(next).kind == .space { next += kind(next).length }
        return next >= end || (next > index + 1 && isCapital(next))
    }

    private func isAbbreviation(_ start: Int, _ index: Int) -> Bool {
        if isListed(start..<index, WordLists.abbreviations) { return true }
        guard isListed(start..<index, WordLists.abbreviationsBeforeNumbers) else { return false }
        var next = index + 1
        while next < end, kind(next).kind == .space { next += kind(next).length }
        return isDigit(next)
    }
}
