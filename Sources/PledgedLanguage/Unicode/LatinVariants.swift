/// Latin letters with diacritics, under the letters that they are variants of.
enum LatinVariants {
    /// Each precomposed letter that decomposes to the base letter and marks.
    static let composed: [(base: Unicode.Scalar, variants: String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"), ("d", "ďḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșṡṣṥṧṩ"),
        ("t", "ţťțṫṭṯṱẗ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕ"),
    ]

    /// Letters that Unicode does not decompose, but that people write with these.
    static let spelled: [(letter: Unicode.Scalar, plain: String)] = [
        ("đ", "d"), ("ð", "d"), ("ø", "o"), ("ł", "l"), ("ħ", "h"), ("ŧ", "t"), ("ı", "i"), ("ß", "ss"), ("æ", "ae"),
        ("œ", "oe"), ("þ", "th"),
    ]

    /// Signs that writers use for one another.
    static let signs: [(sign: Unicode.Scalar, plain: String)] = [
        ("\u{2018}", "'"), ("\u{2019}", "'"), ("\u{201B}", "'"), ("\u{02BC}", "'"), ("\u{2032}", "'"),
        ("\u{201C}", "\""), ("\u{201D}", "\""), ("\u{201E}", "\""), ("\u{2033}", "\""),
        ("\u{2010}", "-"), ("\u{2011}", "-"), ("\u{2012}", "-"), ("\u{2013}", "-"), ("\u{2014}", "-"),
        ("\u{2015}", "-"), ("\u{2212}", "-"), ("\u{2026}", "..."), ("²", "2"),
        ("³", "3"), ("₂", "2"), ("₃", "3"), ("₄", "4"),
    ]

    /// Base letter and mark, as one string, to the letter composed of them.
    ///
    /// Swift compares strings by canonical equivalence, so "e\u{301}" finds "é".
    static let compositions: [String: Unicode.Scalar] = {
        var table: [String: Unicode.Scalar] = [:]
        for (_, variants) in composed {
            for variant in variants.unicodeScalars {
                table[String(Character(variant))] = variant
                let capitals = variant.properties.uppercaseMapping.unicodeScalars
                if capitals.count == 1, let capital = capitals.first { table[String(Character(capital))] = capital }
            }
        }
        return table
    }()

    static func composition(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        var pair = String.UnicodeScalarView()
        pair.append(base)
        pair.append(mark)
        return compositions[String(pair)]
    }
}
