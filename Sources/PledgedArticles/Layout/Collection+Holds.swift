extension Collection<UInt8> {
    /// True where `words`, of at least one byte, stand somewhere in these bytes.
    func holds(_ words: some Collection<UInt8>) -> Bool {
        guard let first = words.first else { return true }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: words) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
