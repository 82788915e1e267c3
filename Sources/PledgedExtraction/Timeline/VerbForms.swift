/// Words that are verbs whatever stands around them, and forms that usually are.
enum VerbForms {
    static func isVerb(_ word: String, after previous: String) -> Bool {
        if certain.contains(word) || TenseReader.irregular.contains(word) { return true }
        if previous == "to" { return !TenseReader.notVerbs.contains(word) && word.utf8.first != UInt8(ascii: "'") }
        if TenseReader.modals.contains(previous) || TenseReader.modals.contains(word) { return true }
        return TenseReader.isPastForm(word)
    }

    private static let certain: Set<String> = [
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "did", "does", "do", "says", "aims", "plans",
        "intends", "expects", "hopes", "commits", "targets", "wants", "makes", "takes", "sets", "set", "put", "cut",
        "hit",
        "let", "pledges", "vows", "promises", "agrees", "undertakes", "begins", "starts", "opens", "arrives", "visits",
        "leaves", "meets", "ends", "expires", "runs", "handles", "employs", "operates", "remains", "seeks", "calls",
        "urges", "asks", "guarantees", "offers", "provides", "gives", "brings", "holds", "hosts", "joins", "signs",
        "'s", "’s", "'re", "'ve", "'ll", "’re", "’ve", "’ll",
    ]
}
