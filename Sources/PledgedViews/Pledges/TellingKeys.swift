/// Hashes by which tellings are found that may be of the same pledge, and words compared.
///
/// 64-bit FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). Different things may have the same hash; whoever finds a
/// telling by one looks at the telling itself.
enum TellingKeys {
    /// What a key is made of.
    enum Form: UInt64 {
        case word = 1
        case number, unit, identity, text, calling
    }

    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* prime }

    static func hash(_ text: some StringProtocol) -> UInt64 { text.utf8.reduce(seed) { add($1, to: $0) } }

    /// A key, or a party, of one form; `value` is a hash or a number's bits.
    static func key(_ form: Form, _ value: UInt64) -> UInt64 { mix(value &+ form.rawValue &* 0x9E37_79B9_7F4A_7C15) }

    static func party(identity: Int64) -> UInt64 { key(.identity, UInt64(bitPattern: identity)) }

    /// A party that is no actor, as the text puts it.
    static func party(text: String) -> UInt64 { key(.text, hash(Folding.line(text))) }

    /// What a party may be called.
    static func party(calling: some StringProtocol) -> UInt64 { key(.calling, hash(calling)) }

    /// The last steps of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
