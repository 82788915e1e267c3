/// The plain letters under Latin letters with diacritics, by code point.
enum LatinBase {
    /// U+00C0 to U+024F; a full stop where no single plain letter lies beneath.
    private static let first: UInt32 = 0xC0
    private static let extended = Array(
        """
        aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll.\
        .llnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
        bbbb...ccdddd.e..ffg...ikkl..nnooo..pp......tttuu.vyyzz.........\
        .............aaiioouuuuuuuuuueaaaa..ggggkkoooo..j...gg..nnaa..oo\
        aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..accl.s\
        z..bu.eejj..rryy
        """.utf8
    )
    /// U+1E00 to U+1EFF, where Vietnamese letters with two marks lie.
    private static let firstAdditional: UInt32 = 0x1E00
    private static let additional = Array(
        """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
        mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
        wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """.utf8
    )

    /// The lower-case ASCII letter under `scalar`, or nil where there is none.
    static func letter(under scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        let byte: UInt8
        if value >= first, Int(value - first) < extended.count {
            byte = extended[Int(value - first)]
        } else if value >= firstAdditional, Int(value - firstAdditional) < additional.count {
            byte = additional[Int(value - firstAdditional)]
        } else {
            return nil
        }
        return byte == UInt8(ascii: ".") ? nil : byte
    }
}
