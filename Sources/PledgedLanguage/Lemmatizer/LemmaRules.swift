/// What makes dictionary forms out of words: irregular words one by one, the others by their ends.
///
///     "lemmas.rules"     32 bytes a rule: how many bytes to cut off the word's end (1), how many to put on (1), these
///     "lemmas.endings"   a ``FeatureTable``: tag and word, or tag and ending, to the number of a rule plus one;
///                        word to 1 where it is a name as a rule
package struct LemmaRules: Sendable {
    /// One change to a word's end.
    package struct Rule: Hashable, Sendable {
        package let cut: Int
        package let added: String

        package init(cut: Int, added: String) {
            self.cut = cut
            self.added = added
        }
    }

    package static let rulesSection = "lemmas.rules"
    package static let endingsSection = "lemmas.endings"
    /// Endings are looked up by so many scalars at the most.
    package static let endingMax = 6
    private static let ruleBytes = 32

    private let rules: [Rule]
    private let endings: FeatureTable

    init(_ model: ModelFile) throws(ModelError) {
        rules = try Self.rules(model.section(Self.rulesSection))
        endings = try FeatureTable(model.section(Self.endingsSection))
    }

    /// The dictionary form of `word`, which is in lower case but for names; whether it is that of the whole word, and not
    /// of its ending.
    func lemma(_ word: String, _ tag: Tag) -> (lemma: String, isWhole: Bool) {
        var word = word
        let (number, isWhole) = word.withUTF8 { bytes in
            let number = unsafe endings.payload(Self.key(wordBytes: bytes, tag))
            if number != 0 { return (number, true) }
            return unsafe (longest(bytes, Self.endingMax) { unsafe Self.key(endingBytes: $0, tag) }, false)
        }
        guard let rule = rule(numbered: number), rule.cut > 0 || !rule.added.isEmpty, rule.cut <= word.utf8.count else {
            return (word, isWhole)
        }
        return (String(decoding: word.utf8.dropLast(rule.cut), as: UTF8.self) + rule.added, isWhole)
    }

    /// Whether the word, given in lower case, is a name whenever it is written with care.
    func isNameAsARule(_ lower: String) -> Bool { endings.payload(Self.key(nameBytes: lower.utf8)) == 1 }

    /// What the longest ending has that has anything; 0 for nothing.
    private func longest(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ max: Int,
        key: (Slice<UnsafeBufferPointer<UInt8>>) -> UInt64
    ) -> UInt64 {
        var starts = SIMD8<Int32>(repeating: Int32(bytes.count))
        var count = 0
        while count < max, starts[count] > 0 {
            starts[count + 1] = unsafe Int32(Self.scalarStart(bytes, before: Int(starts[count])))
            count += 1
        }
        for length in stride(from: count, through: 0, by: -1) {
            let number = unsafe endings.payload(key(bytes[Int(starts[length])...]))
            if number != 0 { return number }
        }
        return 0
    }

    private func rule(numbered number: UInt64) -> Rule? {
        (1...UInt64(rules.count)).contains(number) ? rules[Int(number) - 1] : nil
    }

    private static func scalarStart(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
        var start = end - 1
        while unsafe start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The key of a whole word.
    package static func key(wordBytes bytes: some Sequence<UInt8>, _ tag: Tag) -> UInt64 {
        FeatureHash.mix(FeatureHash.hash(bytes), UInt64(tag.universal.rawValue), UInt64(tag.penn.rawValue), 1)
    }

    /// The key of an ending.
    package static func key(endingBytes bytes: some Sequence<UInt8>, _ tag: Tag) -> UInt64 {
        FeatureHash.mix(FeatureHash.hash(bytes), UInt64(tag.universal.rawValue), UInt64(tag.penn.rawValue), 2)
    }

    /// The key that tells whether a word is a name as a rule.
    package static func key(nameBytes bytes: some Sequence<UInt8>) -> UInt64 {
        FeatureHash.mix(FeatureHash.hash(bytes), 3)
    }

    // MARK: Bytes

    private static func rules(_ bytes: ModelBytes) throws(ModelError) -> [Rule] {
        guard bytes.count >= ruleBytes, bytes.count % ruleBytes == 0 else {
            throw .damaged("the rules of lemmas are cut short")
        }
        var rules: [Rule] = []
        for place in stride(from: 0, to: bytes.count, by: ruleBytes) {
            let count = Int(bytes.load(at: place + 1, as: UInt8.self))
            guard count <= ruleBytes - 2 else { throw .damaged("rule \(rules.count) of lemmas is too long") }
            let added = (0..<count).map { bytes.load(at: place + 2 + $0, as: UInt8.self) }
            rules.append(
                Rule(cut: Int(bytes.load(at: place, as: UInt8.self)), added: String(decoding: added, as: UTF8.self))
            )
        }
        return rules
    }

    /// Whether a rule has room in the section.
    package static func fits(_ rule: Rule) -> Bool { rule.cut <= 255 && rule.added.utf8.count <= ruleBytes - 2 }

    /// Adds the sections to a model.
    ///
    /// - Parameters:
    ///   - endings: the rule of each key.
    ///   - names: words that are names as a rule, in lower case.
    ///   - file: gets the sections.
    package static func add(
        _ endings: [UInt64: Rule],
        names: [String] = [],
        to file: inout ModelFileBuilder
    ) {
        let rules = Set(endings.values).sorted { ($0.cut, $0.added) < ($1.cut, $1.added) }
        let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, UInt64($0 + 1)) })
        var bytes: [UInt8] = []
        for rule in rules {
            precondition(fits(rule))
            bytes += [UInt8(rule.cut), UInt8(rule.added.utf8.count)] + Array(rule.added.utf8)
            bytes.pad(to: (bytes.count + ruleBytes - 1) / ruleBytes * ruleBytes)
        }
        var table = FeatureTableBuilder()
        for name in names { table.add(key(nameBytes: name.utf8), payload: 1) }
        for (key, rule) in endings { table.add(key, payload: numbers[rule] ?? 0) }
        file.add(rulesSection, bytes)
        file.add(endingsSection, table.build())
    }
}
