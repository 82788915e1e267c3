internal import PledgedCore

/// Two tellings of one party in two articles that are more alike than either is to anything else in the other's article.
///
/// Between two articles a telling is mostly told once in each: what is not plainly the same by itself may be, where nothing
/// else comes as near. Where something does, neither is joined. Whatever party a rival is of, it counts. And the two articles
/// have to be of one matter, by the words of all that they tell: a country promises much.
struct LikeliestMatch {
    let one: Telling
    let other: Telling
    private let likeness: Int

    /// How alike two must be at least.
    static let likenessMin = 6
    /// Per cent of the specific words in which the article that has fewer of them tells anything, which the other has too.
    static let sharedMin = 15

    /// The two, with what `evidence`, theirs, makes of them.
    init(_ one: Telling, _ other: Telling, _ evidence: PledgeEvidence) {
        (self.one, self.other, likeness) = (one, other, evidence.likeness)
    }

    /// Whether the two are alike enough to be one pledge, if nothing is more so.
    static func mayBe(_ one: Telling, _ other: Telling, _ evidence: PledgeEvidence) -> Bool {
        PledgeMatcher.mayBeOne(one, other) && evidence.likeness >= likenessMin && evidence.mayBeLikeliest
    }

    /// Whether nothing is as much alike among all tellings of the article of the one, and all of the other's.
    func isLikeliest(among article: [Telling], and otherArticle: [Telling]) -> Bool {
        !hasRival(in: article)
            && !otherArticle.contains { $0.position != other.position && isRival($0, for: one) }
            && Self.areOfOneMatter(article, otherArticle)
    }

    /// Whether anything that the one's article tells is as much like the other.
    func hasRival(in article: [Telling]) -> Bool {
        article.contains { $0.position != one.position && isRival($0, for: other) }
    }

    private static func areOfOneMatter(_ article: [Telling], _ otherArticle: [Telling]) -> Bool {
        let (words, otherWords) = (specificWords(article), specificWords(otherArticle))
        let shared = words.intersection(otherWords).count
        return shared * 100 >= sharedMin * max(1, min(words.count, otherWords.count))
    }

    /// The specific words of what is told, and of the sentences around it.
    private static func specificWords(_ tellings: [Telling]) -> Set<UInt64> {
        var words: Set<UInt64> = []
        for telling in tellings {
            words.formUnion(telling.sketch.context)
            for word in telling.sketch.words where word.weight >= ContentWords.specific { words.insert(word.stem) }
        }
        return words
    }

    /// Whether `telling` is as much like `kept` as the one that it would take the place of.
    private func isRival(_ telling: Telling, for kept: Telling) -> Bool {
        telling.isRequest == kept.isRequest && PledgeEvidence(telling, kept).likeness >= likeness
    }
}
