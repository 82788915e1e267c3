import PledgedArticles
import PledgedCore
import Testing

@Suite struct `An article's identity` {
    @Test func `is the SHA-256 of the file's bytes`() {
        let abc = ArticleID(hashing: Array("abc".utf8))
        #expect(abc.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `differs for the same text in another encoding`() throws {
        let plain = Array(story.utf8)
        let marked = [0xEF, 0xBB, 0xBF] + plain
        let (a, b) = (try ArticleParser().parse(plain, fileName: "a"), try ArticleParser().parse(marked, fileName: "a"))
        #expect(a.text == b.text)
        #expect(a.id != b.id)
    }
}
