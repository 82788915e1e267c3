/// Tells by its name alone whether an entry is not meant as an article.
struct SkipRules: Sendable {
    /// Further endings to skip.
    private let suffixes: [[UInt8]]

    init(suffixes: [String] = []) { self.suffixes = suffixes.map { Array($0.utf8) } }

    /// Why the entry is skipped, or nil where it is not.
    func reason(for name: EntryName) -> SkipReason? {
        let bytes = name.bytes
        let lowercased = bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
        if Self.systemFiles.contains(lowercased) { return .systemFile }
        if bytes.first == UInt8(ascii: ".") { return .hidden }
        // Emacs saves by itself to #name#.
        if bytes.count > 1, bytes.first == UInt8(ascii: "#"), bytes.last == UInt8(ascii: "#") { return .temporary }
        if Self.temporaryPrefixes.contains(where: { lowercased.starts(with: $0) }) { return .temporary }
        if Self.temporarySuffixes.contains(where: { lowercased.ends(with: $0) }) { return .temporary }
        if Self.partialSuffixes.contains(where: { lowercased.ends(with: $0) }) { return .partial }
        return suffixes.contains { bytes.ends(with: $0) } ? .configured : nil
    }

    /// Windows, macOS, Synology and friends leave them wherever they go.
    private static let systemFiles = Set(
        [
            "desktop.ini", "thumbs.db", "ehthumbs.db", "@eadir", "#recycle", "$recycle.bin", "lost+found",
            "system volume information", "__macosx", ".ds_store", ".directory", "icon\r",
        ].map { Array($0.utf8) }
    )

    /// Word's owner file.
    private static let temporaryPrefixes = ["~$"].map { Array($0.utf8) }

    /// Back-up copies and working files of editors.
    private static let temporarySuffixes = ["~", ".tmp", ".temp", ".swp", ".swo", ".swx", ".lock", ".lck"]
        .map { Array($0.utf8) }

    /// Browsers, curl, wget, rclone, SFTP clients and Syncthing name what is not whole yet like this.
    private static let partialSuffixes = [
        ".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", ".uploading", ".incomplete",
        ".aria2", ".!ut", ".!qb",
    ].map { Array($0.utf8) }
}

extension [UInt8] {
    fileprivate func ends(with suffix: [UInt8]) -> Bool {
        count > suffix.count && self.suffix(suffix.count) == suffix[...]
    }
}
