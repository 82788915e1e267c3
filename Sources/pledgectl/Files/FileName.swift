/// Parts of a path that name a file.
enum FileName {
    /// The last component: "story.txt" of "/news/story.txt".
    static func last(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The last component without its extension: "story" of "/news/story.txt", ".story" of ".story".
    static func stem(of path: String) -> String {
        let name = last(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
