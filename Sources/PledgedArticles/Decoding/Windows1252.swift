import PledgedCore

/// Windows-1252, in which mail programs and old content systems wrote English.
enum Windows1252 {
    /// Decodes `bytes`, refusing the five that the code page leaves undefined: text in another code page has them
    /// early.
    static func decode(_ bytes: some Sequence<UInt8>) throws(Rejection) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            guard let scalar = scalar(byte) else {
                throw .undecodable("is neither UTF-8 nor Windows-1252 (byte \(String(byte, radix: 16)))")
            }
            text.append(scalar)
        }
        return String(text)
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return high[Int(byte) - 0x80]
    }

    /// What 0x80 to 0x9F mean; the rest is as in Latin-1.
    private static let high: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
