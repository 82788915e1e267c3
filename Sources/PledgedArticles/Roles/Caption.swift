/// Tells a photo's caption from the story.
enum Caption {
    static func matches(_ range: Range<Int>, in text: SourceText) -> Bool {
        guard range.count <= bytesMax else { return false }
        let front = text.string(text.front(range, countMax: 40)).lowercased().drop { "*_[( ".contains($0) }
        if openers.contains(where: front.hasPrefix) { return true }
        let back = Array(text.string(text.back(range, countMax: 70)).utf8)
        return credits.contains { holds(back, $0) } || endings.contains { back.suffix($0.count).elementsEqual($0) }
    }

    private static func holds(_ text: [UInt8], _ words: [UInt8]) -> Bool {
        guard let first = words.first, text.count >= words.count else { return false }
        return (0...(text.count - words.count)).contains { start in
            text[start] == first && text[start..<(start + words.count)].elementsEqual(words)
        }
    }

    private static let bytesMax = 700
    private static let openers = [
        "photo ", "photo:", "photo by", "photos:", "photo/", "photo caption", "photo credit", "caption:", "image:",
        "image credit",
        "images:", "picture:", "picture by", "file photo", "a file photo", "this file photo", "in this photo",
        "in this file photo",
        "video:", "graphic:", "illustration:", "figure:", "pictured:", "(photo", "credit:",
    ]
    private static let credits: [[UInt8]] = [
        "(Photo", "(photo", "[Photo", "Photo:", "Photo by ", "Photo courtesy", "Photo/", "AP Photo", "VNS Photo",
        "VNA Photo",
        "AFP Photo", "AFP PHOTO", "Photo credit", "Getty Images", "/Getty", "(Xinhua/", "REUTERS/", "Reuters/",
        "EPA-EFE",
        "Handout via", "(Kyodo/", "Courtesy of", "(Image:", "Image:", "Photograph:", "(Yonhap/", "Shutterstock",
        "/AFP)", "(Source:",
    ].map { Array($0.utf8) }
    private static let endings = [" Photo", " photo"].map { Array($0.utf8) }
}
