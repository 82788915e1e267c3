/// The words of a promise that say what is promised: stems, with how much each tells.
///
/// Cues ("pledged to"), numbers, dates, names of the party and small words say nothing of the act.
struct ContentWords: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        let stem: String
        /// 1 for what nearly every promise may have, 2 for common acts, 4 for other words, 6 for names.
        let weight: Int
    }

    static let (general, act, specific, name) = (1, 2, 4, 6)

    /// Each once; those that tell most first, of equals the longer, then by their letters.
    let words: [Word]

    init(_ words: [Word]) { self.words = words }

    /// - Parameters:
    ///   - quote: a promise in the article's words.
    ///   - names: for each of its parties the words of its names, folded, that tell nothing.
    ///   - vocabulary: remembers words.
    ///   - mark: is given the marks of the words.
    init(
        _ quote: String,
        without names: [Set<String>] = [],
        _ vocabulary: Vocabulary = Vocabulary(),
        _ mark: (TellingWords.Mark) -> Void = { _ in }
    ) {
        var found: [Word] = []
        var isFirst = true
        Folding.eachWord(in: quote) { word, isCapital in
            let isName = !isFirst && isCapital
            isFirst = false
            let known = vocabulary.known(word)
            if let found = known.mark { mark(found) }
            guard let content = known.content, !names.contains(where: { $0.contains(word) }) else { return }
            let weight = content.weight == Self.specific && isName ? Self.name : content.weight
            if let index = found.firstIndex(where: { $0.stem == content.stem }) {
                if found[index].weight < weight { found[index] = Word(stem: content.stem, weight: weight) }
            } else {
                found.append(Word(stem: content.stem, weight: weight))
            }
        }
        words = found.sorted { a, b in
            if a.weight != b.weight { return a.weight > b.weight }
            if a.stem.utf8.count != b.stem.utf8.count { return a.stem.utf8.count > b.stem.utf8.count }
            return a.stem < b.stem
        }
    }

    /// What `word`, folded, says of the act where it is no name; nil where it says nothing.
    static func content(of word: String) -> Word? {
        let isNumber = word.utf8.contains { (48...57).contains($0) }
        if isNumber || word.utf8.count < 2 || empty.contains(word) { return nil }
        let stem = Stem.of(word)
        return emptyStems.contains(stem) ? nil : Word(stem: stem, weight: weight(stem))
    }

    /// Reads ``text``.
    init(text: some StringProtocol) {
        words = text.split(separator: " ").map { part in
            if part.first == "^" { return Word(stem: String(part.dropFirst()), weight: Self.name) }
            return Word(stem: String(part), weight: Self.weight(String(part)))
        }
    }

    /// The stems as a column keeps them, names with a `^` before.
    var text: String { words.map { $0.weight == Self.name ? "^\($0.stem)" : $0.stem }.joined(separator: " ") }

    var weight: Int { words.reduce(0) { $0 + $1.weight } }

    /// What both have, each with its greater weight.
    func shared(with other: ContentWords) -> [Word] {
        let weights = Dictionary(uniqueKeysWithValues: other.words.map { ($0.stem, $0.weight) })
        return words.compactMap { word in
            weights[word.stem].map { Word(stem: word.stem, weight: max(word.weight, $0)) }
        }
    }

    private static func weight(_ stem: String) -> Int { weight(ofHash: TellingKeys.hash(stem)) }

    /// The weight of the stem, no name, that has this hash.
    static func weight(ofHash stem: UInt64) -> Int { lesser[stem] ?? specific }

    private static let lesser: [UInt64: Int] = {
        var weights: [UInt64: Int] = [:]
        for stem in acts { weights[TellingKeys.hash(stem)] = act }
        for stem in generals { weights[TellingKeys.hash(stem)] = general }
        return weights
    }()

    private static func set(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Small words, cues, words of time and measure: as they are written.
    private static let empty = set(
        """
        a an the this that these those its it their his her our your my he she they we i and or but nor of to in on at by
        for from with within into onto over under up down out off through throughout across between among as than then
        be is are was were been being will would shall should can could may might must do does did has have had having
        not no also more most less least very much many some any all each both every other another such same own so
        about around nearly almost approximately roughly some least further additional extra new total overall
        who which what when where whom whose while after before until till during since per via amid including include
        pledge pledged pledges pledging promise promised promises promising vow vowed vows commit commits committed
        committing commitment commitments plan plans planned planning intend intends intended intention aim aims aimed
        aiming target targets targeted targeting goal goals objective agree agreed agrees agreement agreements sign signed
        signs offer offered offers ready willing prepared undertake undertook undertaken undertakes guarantee guaranteed
        ensure ensured ensures assure assured determined decide decided decides approve approved approves announce
        announced announces say said says told tell expect expects expected hope hopes hoped set seek seeks sought look
        looking going strive strives try trying ask asked asks asking urge urged urges urging call called calls calling
        request requested requests demand demanded propose proposed proposes recommend recommended recommends encourage
        reaffirm reaffirmed reiterate reiterated confirm confirmed renew renewed
        year years month months week weeks day days decade decades quarter end early late mid middle beginning start today
        tomorrow yesterday next last this coming current fiscal annually annual yearly every time deadline
        january february march april june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday spring summer autumn winter
        one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
        billion trillion bn mn dozen half third quarter percent per cent percentage point points
        dollar dollars usd euro euros eur yen jpy pound pounds gbp won krw yuan renminbi cny rupee rupees dong vnd baht rand
        us rs sh nok sek dkk aud nzd cad krone kroner krona kronor crowns sol soles shilling shillings taka peso pesos rupiah
        ringgit franc francs lira real reais riyal dirham
        ton tons tonne tonnes km kilometre kilometres kilometer kilometers metres hectares square cubic litres mw gw kw
        """
    )
    private static let emptyStems: Set<String> = ["pledg", "promis", "commit", "plan", "target", "offer", "annual"]

    /// Acts that promises of any kind may be about.
    private static let acts: Set<String> = [
        "zero", "build", "provid", "invest", "rais", "reduc", "train", "open", "launch", "creat", "develop", "expand",
        "buy",
        "sell",
        "give", "lend", "pay", "spend", "send", "hold", "keep", "produc", "instal", "restor", "repair", "hir",
        "recruit",
        "complet", "finish", "establish", "introduc", "publish", "submit", "plant", "suppl", "donat", "extend",
        "double",
        "doubl", "tripl", "reach", "achiev", "deliv", "fund", "financ", "deploi", "connect", "upgrad", "modern", "move",
        "cover", "protect", "improv", "strengthen", "end", "stop", "phas", "ban", "clos", "resum", "cooper",
    ]
    /// What nearly every promise may have: of itself it tells nothing apart.
    private static let generals: Set<String> = [
        "support", "help", "continu", "work", "carri", "make", "take", "program", "programm", "project", "scheme",
        "strategi",
        "initiat", "effort", "measur", "step", "action", "govern", "countri", "nation", "national", "region", "local",
        "international", "compani", "firm", "group", "peopl", "sector", "industri", "area", "field", "part", "number",
        "level",
        "purpos", "order", "need", "use", "good", "great", "high", "qualifi", "key", "full", "public", "person", "man",
        "money", "worth", "amount", "sum", "fund", "cost", "valu", "increment", "domestic", "global", "world",
        "partner",
        "capac", "capacit", "qual", "begin", "servic", "system", "infrastructur",
    ]
}
