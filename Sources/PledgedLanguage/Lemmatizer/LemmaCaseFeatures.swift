/// What tells whether a word's capitals belong to its dictionary form: the word, its tag, and how the sentence is written.
package struct LemmaCaseFeatures {
    /// More than there are templates.
    package static let countMax = 40

    /// How much of a sentence is written with capitals.
    package enum Style: UInt64, Sendable {
        case prose = 1, mixed, title, loud, short

        /// - Parameters:
        ///   - tokens: all tokens.
        ///   - sentence: the tokens of the sentence.
        package init(_ tokens: [Token], _ sentence: Range<Int>) {
            var (small, capital, loud) = (0, 0, 0)
            for token in tokens[sentence.dropFirst()] where token.isWord {
                if token.isAllCapitals {
                    loud += 1
                } else if token.isCapitalized {
                    capital += 1
                } else if token.form.utf8.count > 3 {
                    small += 1
                }
            }
            if small + capital + loud == 0 {
                self = .short
            } else if loud > small + capital {
                self = .loud
            } else if small == 0 {
                self = .title
            } else {
                self = (capital + loud) * 2 > small ? .mixed : .prose
            }
        }
    }

    /// A document's words with their tags, and what is known of the words.
    package struct Words {
        let tokens: [Token]
        let features: [WordFeatures]
        package let tags: [Tag]
        /// How the document writes each word that it also writes with a capital.
        let spellings: [UInt64: Spelling]
        private let clusters: WordClusters
        private let lexicon: TaggerLexicon

        package init(
            tokens: [Token],
            features: [WordFeatures],
            tags: [Tag],
            clusters: WordClusters,
            lexicon: TaggerLexicon
        ) {
            (self.tokens, self.features, self.tags) = (tokens, features, tags)
            (self.clusters, self.lexicon) = (clusters, lexicon)
            var spellings: [UInt64: Spelling] = [:]
            // Most words in small letters are never written with a capital: a bit tells without a look-up.
            var mayBeCapital = [Bool](repeating: false, count: 1 << 12)
            for (token, word) in zip(tokens, features) where token.isCapitalized && token.isWord {
                spellings[word.lower, default: Spelling()].countCapital()
                mayBeCapital[Int(word.lower & 0xFFF)] = true
            }
            for (token, word) in zip(tokens, features)
            where mayBeCapital[Int(word.lower & 0xFFF)] && !token.isCapitalized && token.isWord {
                spellings[word.lower]?.countSmall()
            }
            self.spellings = spellings
        }

        /// Whether the word is common in small letters, and in which spellings its classes are known.
        func common(_ index: Int) -> UInt64 {
            let word = features[index]
            return UInt64(lexicon.kinds(word.lower)) << 2 | (clusters.knows(word.lower) ? 2 : 0)
                | (clusters.knows(word.form) ? 1 : 0)
        }
    }

    /// How often a document writes a word with a capital and without, up to three times.
    package struct Spelling: Hashable, Sendable {
        private(set) var number: UInt64 = 0

        mutating func countCapital() { number += number & 3 < 3 ? 1 : 0 }
        mutating func countSmall() { number += number < 12 ? 4 : 0 }
    }

    /// Whether the case of a word's lemma is decided so; other words' lemmas are found in tables alone.
    package static func apply(to token: Token, _ tag: Tag) -> Bool {
        guard token.isWord, token.isCapitalized else { return false }
        return tag.isName || openKinds.contains(tag.universal)
    }

    private static let openKinds: Set<UniversalTag> = [
        .noun, .adjective, .verb, .numeral, .other, .adverb, .interjection,
    ]

    /// Writes the keys of the features; returns how many.
    package static func write(
        _ index: Int,
        of words: Words,
        in sentence: Range<Int>,
        _ style: Style,
        to start: UnsafeMutablePointer<UInt64>
    ) -> Int {
        var keys = unsafe FeatureKeys(start)
        let (token, word, own) = (words.tokens[index], words.features[index], words.tags[index])
        func tag(_ place: Int, _ turn: UInt64) -> UInt64 {
            guard sentence.contains(place) else { return FeatureHash.mix(0, turn) }
            let tag = words.tags[place]
            return FeatureHash.mix(UInt64(tag.universal.rawValue) << 8 | UInt64(tag.penn.rawValue), turn)
        }
        func lower(_ place: Int, _ turn: UInt64) -> UInt64 {
            FeatureHash.mix(sentence.contains(place) ? words.features[place].lower : 0, turn)
        }
        func looks(_ place: Int, _ turn: UInt64) -> UInt64 {
            guard sentence.contains(place) else { return FeatureHash.mix(0, turn) }
            let token = words.tokens[place]
            let look: UInt64 =
                !token.isWord
                ? 1 : token.isAllCapitals ? 2 : token.isCapitalized ? 3 : token.form.utf8.count > 3 ? 4 : 5
            return FeatureHash.mix(look, turn)
        }
        let this = FeatureHash.mix(word.lower, 11)
        let kind = FeatureHash.mix(UInt64(own.universal.rawValue) << 8 | UInt64(own.penn.rawValue), 12)
        let written = FeatureHash.mix(WrittenCase(index, of: words.tokens, in: sentence).rawValue, 13)
        let isFirst = !words.tokens[sentence.lowerBound..<index].contains { $0.isWord }
        let place = FeatureHash.mix(isFirst ? index == sentence.lowerBound ? 1 : 2 : 0, 14)
        let look = looks(index, 15)
        let (before, after) = (looks(index - 1, 16), looks(index + 1, 17))
        let sound = FeatureHash.mix(style.rawValue, 18)
        let (suffix, ending) = (FeatureHash.mix(word.suffixes[2], 19), FeatureHash.mix(word.suffixes[1], 20))
        let fine = FeatureHash.mix(UInt64(word.classes.fine), 21)
        let middle = FeatureHash.mix(UInt64(word.classes.middle), 22)
        let shape = FeatureHash.mix(word.shape, 23)
        let length = FeatureHash.mix(UInt64(min(token.form.utf8.count, 8)), 24)
        let size = FeatureHash.mix(UInt64(min(sentence.count, 12)), 25)
        let spelling = FeatureHash.mix(words.spellings[word.lower]?.number ?? 0, 26)
        let common = FeatureHash.mix(words.common(index), 27)
        let known = FeatureHash.mix(words.common(index) & 3, 28)
        keys.add(kind &+ spelling)
        keys.add(kind &+ spelling &+ look &+ place)
        keys.add(kind &+ spelling &+ sound)
        keys.add(kind &+ common)
        keys.add(kind &+ common &+ sound &+ place)
        keys.add(kind &+ known &+ look)
        keys.add(kind &+ known &+ spelling)
        keys.add(kind &+ common &+ spelling)
        keys.add(kind)
        keys.add(this)
        keys.add(this &+ kind)
        keys.add(this &+ look &+ place)
        keys.add(this &+ sound)
        keys.add(kind &+ written &+ place)
        keys.add(kind &+ look &+ sound &+ place)
        keys.add(kind &+ tag(index - 1, 31) &+ tag(index + 1, 32))
        keys.add(kind &+ tag(index - 1, 31))
        keys.add(kind &+ tag(index + 1, 32))
        keys.add(kind &+ before &+ after &+ place)
        keys.add(kind &+ suffix)
        keys.add(kind &+ ending &+ sound)
        keys.add(kind &+ fine)
        keys.add(kind &+ middle &+ sound)
        keys.add(kind &+ shape)
        keys.add(shape &+ sound &+ place)
        keys.add(kind &+ lower(index - 1, 33))
        keys.add(kind &+ lower(index + 1, 34))
        keys.add(this &+ lower(index - 1, 33))
        keys.add(this &+ lower(index + 1, 34))
        keys.add(kind &+ length &+ look)
        keys.add(kind &+ size &+ look &+ sound)
        keys.add(kind &+ before &+ after &+ sound &+ look)
        keys.add(kind &+ fine &+ look)
        return keys.count
    }
}
