/// The words with which a letter begins.
enum Salutation {
    static func matches(_ line: String) -> Bool {
        guard line.utf8.count <= 80,
            line.hasSuffix(",") || line.hasSuffix(":") || line.hasSuffix("—") || line.hasSuffix("-")
        else {
            return false
        }
        let folded = line.lowercased()
        return openers.contains(where: folded.hasPrefix)
    }

    private static let openers = [
        "dear ", "sir,", "sirs,", "madam,", "excellency", "excellencies", "your excellency", "to the editor",
        "to whom it may concern",
        "ladies and gentlemen", "honourable ", "honorable ",
    ]
}
