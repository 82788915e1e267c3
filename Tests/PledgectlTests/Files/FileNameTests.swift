import Testing

@testable import pledgectl

@Suite struct FileNameTests {
    @Test(arguments: [
        ("/news/story.txt", "story.txt", "story"), ("story", "story", "story"), ("a/b.tar.gz", "b.tar.gz", "b.tar"),
        (".story", ".story", ".story"), ("a/b/", "b", "b"), ("2024-07-10-x.txt", "2024-07-10-x.txt", "2024-07-10-x"),
    ])
    func `takes names from paths`(path: String, name: String, stem: String) {
        #expect(FileName.last(of: path) == name)
        #expect(FileName.stem(of: path) == stem)
    }
}
