import Foundation
import PledgedLanguage

/// The gazetteer: our own lists, and lists of first and family names that are free to use.
enum NameLists {
    /// - Throws: ``CorpusError`` with the line that is wrong, or Foundation's error when a file cannot be read.
    static func gazetteer(_ corpora: Corpora) throws -> GazetteerBuilder {
        var gazetteer = GazetteerBuilder()
        try addOwn(to: &gazetteer)
        for list in free { try addColumns(list.file, list.columns, list.classes, corpora, &gazetteer) }
        return gazetteer
    }

    /// The lists of names among the corpora, relative to them.
    static var files: [String] { free.map(\.file) }

    private static let free: [(file: String, columns: Int, classes: WordClass)] = [
        ("gazetteer/given-names.tsv", 1, .given),
        ("gazetteer/surnames.tsv", 1, .family),
        ("gazetteer/vietnamese-family-names.tsv", 2, [.vietnameseFamily, .familyFirst]),
        ("gazetteer/vietnamese-name-syllables.tsv", 2, .vietnameseSyllable),
    ]

    /// The lists that need no corpora.
    static func addOwn(to gazetteer: inout GazetteerBuilder) throws(CorpusError) {
        let words = String(decoding: PackageResources.words_txt, as: UTF8.self)
        try WordListFile.add(file: "words.txt", text: words, to: &gazetteer)
        addCountries(String(decoding: Countries.list, as: UTF8.self), to: &gazetteer)
    }

    private static func addCountries(_ text: String, to gazetteer: inout GazetteerBuilder) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            for (column, words) in columns.prefix(3).enumerated() {
                for name in words.split(separator: ",") { gazetteer.add(name, column == 2 ? .demonym : .country) }
            }
        }
    }

    /// Adds the words of a table's first columns.
    private static func addColumns(
        _ name: String,
        _ columns: Int,
        _ classes: WordClass,
        _ corpora: Corpora,
        _ gazetteer: inout GazetteerBuilder
    ) throws {
        let text = try String(
            decoding: Data(contentsOf: URL(filePath: corpora.path(name))),
            as: UTF8.self
        )
        for line in text.split(separator: "\n") {
            for word in line.split(separator: "\t").prefix(columns) where word.count > 1 {
                gazetteer.add(word, classes)
            }
        }
    }
}
