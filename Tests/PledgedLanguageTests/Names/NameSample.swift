@testable import PledgedLanguage

/// A text with names marked in it, "[[PER Ana Lima]]", for tests to write down what goes in and what comes out.
struct NameSample {
    var document: Document
    var names: [FoundName] = []

    init(_ marked: String) throws {
        var text = ""
        var marks: [(Range<Int>, Name.Kind)] = []
        var rest = marked[...]
        while let open = rest.firstRange(of: "[["), let close = rest.firstRange(of: "]]") {
            text += rest[..<open.lowerBound]
            let mark = rest[open.upperBound..<close.lowerBound].split(separator: " ", maxSplits: 1)
            let start = text.utf8.count
            text += mark[1]
            if let kind = Name.Kind(label: String(mark[0])) { marks.append((start..<text.utf8.count, kind)) }
            rest = rest[close.upperBound...]
        }
        text += rest
        let model = try Self.model()
        let steps: [any Annotator] = [Tokenizer(), SentenceSplitter(), try WordFeaturizer(model)]
        document = try Pipeline(steps).document(text)
        names = marks.map { FoundName(document.tokens(touching: $0), $1) }
    }

    /// What the second pass makes of the marked names, as a marked text.
    func agreed() throws -> String {
        let gazetteer = try Gazetteer(Self.model())
        var agreement = NameAgreement(document, NameClues(document, gazetteer), gazetteer)
        return marked(agreement.names(names))
    }

    func marked(_ names: [Name]) -> String {
        var text = ""
        var end = 0
        for name in names {
            let bytes = document.byteRange(name.span)
            text += document.text(end..<bytes.lowerBound) + "[[\(name.kind.label) \(document.text(bytes))]]"
            end = bytes.upperBound
        }
        return text + document.text(end..<document.bytes.count)
    }

    /// A model with a few words in its lists, and no weights.
    static func model() throws -> ModelFile {
        var file = ModelFileBuilder()
        WordClusters.add([], to: &file)
        var gazetteer = GazetteerBuilder()
        let words: [(WordClass, String)] = [
            (.country, "Vietnam,Việt Nam,Japan,South Korea,Georgia"), (.unsureCountry, "Georgia"),
            (.place, "The Hague,Osaka,Hue"), (.familyFirst, "Kao"), (.commonLetters, "LNG"),
            (.title, "minister,president,mayor"), (.legal, "AS,Ltd,Inc"),
            (.calendar, "Monday,July"), (.koreanSyllable, "ji,hoon,byeong,tae"), (.particle, "van,der"),
            (.opener, "The,On"), (.body, "bank,ministry,embassy"), (.letters, "EU"), (.organization, "European Union"),
        ]
        for (classes, list) in words { for word in list.split(separator: ",") { gazetteer.add(word, classes) } }
        gazetteer.add(to: &file)
        return try ModelFile(ModelBytes(copying: file.build()))
    }
}
