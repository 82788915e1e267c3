@testable import train_language

/// A treebank of a few words, in our own sentences.
enum SampleTrees {
    private static let nouns = ["minister", "port", "bank", "road", "plan", "firm", "river", "train"]
    private static let verbs = ["builds", "opens", "plans", "funds", "trains"]
    private static let names = ["Acme", "Hanoi", "Lee", "Tokyo"]

    /// "Lee plans the port.", "The train opens in Tokyo." and their like.
    static func make(_ count: Int, seed: UInt64 = 5) -> [TreeSentence] {
        var random = SeededShuffle(seed: seed)
        return (0..<count).map { number in
            let (noun, verb) = (nouns[random.below(nouns.count)], verbs[random.below(verbs.count)])
            let name = names[random.below(names.count)]
            let lemma = String(verb.dropLast())
            var words: [TreeSentence.Word]
            if number % 2 == 0 {
                words = [
                    word(name, name, "PROPN", "NNP", 2, "nsubj"), word(verb, lemma, "VERB", "VBZ", 0, "root"),
                    word("the", "the", "DET", "DT", 4, "det"), word(noun, noun, "NOUN", "NN", 2, "obj"),
                ]
            } else {
                words = [
                    word("The", "the", "DET", "DT", 2, "det"), word(noun, noun, "NOUN", "NN", 3, "nsubj"),
                    word(verb, lemma, "VERB", "VBZ", 0, "root"), word("in", "in", "ADP", "IN", 5, "case"),
                    word(name, name, "PROPN", "NNP", 3, "obl"),
                ]
            }
            words[words.count - 1].hasSpaceAfter = false
            words.append(word(".", ".", "PUNCT", ".", number % 2 == 0 ? 2 : 3, "punct"))
            return TreeSentence(words: words, startsDocument: number == 0)
        }
    }

    private static func word(
        _ form: String,
        _ lemma: String,
        _ universal: String,
        _ penn: String,
        _ head: Int,
        _ relation: String
    ) -> TreeSentence.Word {
        TreeSentence.Word(
            form: form,
            lemma: lemma,
            universal: universal,
            penn: penn,
            head: head,
            relation: relation,
            hasSpaceAfter: true
        )
    }
}
