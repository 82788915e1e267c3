/// Tells a photo's caption from the story.
enum Caption {
    static func matches(_ range: Range<Int>, in text: SourceText) -> Bool {
        guard range.count <= bytesMax else { return false }
        let front = String(text.string(text.front(range, countMax: 40)).lowercased().drop { "*_[( ".contains($0) })
        if openers.contains(where: front.hasPrefix) { return true }
        let back = text.bytes[text.back(range, countMax: 70)]
        return credits.contains { back.holds($0) } || endings.contains { back.suffix($0.count).elementsEqual($0) }
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
