/// Hashes by which tellings are found that may be of the same pledge.
enum TellingKeys {
    /// 64-bit FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) of a party and of one of a telling's keys.
    ///
    /// Different ones may have the same; whoever finds a telling by it looks at the telling itself.
    static func hash(_ party: String, _ key: String) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in party.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = hash &* 0x100_0000_01b3
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }

    static func party(identity: Int64) -> String { "i\(identity)" }

    /// A party that is no actor, as the text puts it.
    static func party(text: String) -> String { "t\(Folding.line(text))" }
}
