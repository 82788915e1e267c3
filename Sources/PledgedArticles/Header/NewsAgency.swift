/// The names by which wires sign their stories.
enum NewsAgency {
    /// True for a name on the list, for several of them between slashes, and for a name that says what it is.
    static func isKnown(_ name: String) -> Bool {
        let parts = name.split(separator: "/").map { key(String($0)) }
        return !parts.isEmpty && parts.allSatisfy { names.contains($0) || saysSo($0) }
    }

    /// `name` without a desk's initials: "CNA" for "CNA/am".
    static func withoutDesk(_ name: String) -> String {
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count == 2, isKnown(parts[0]), parts[1].utf8.count <= 3, parts[1] == parts[1].lowercased() else {
            return name
        }
        return parts[0]
    }

    /// True for a service that spreads the releases of others, whose issuer is the source.
    static func isDistributor(_ name: String) -> Bool {
        let key = key(name)
        return distributors.contains { key == $0 || key.hasPrefix($0 + " ") || key.hasPrefix($0 + "-") }
    }

    /// True for a word of capitals, as agencies abbreviate themselves.
    static func isAbbreviation(_ name: String) -> Bool {
        let letters = name.unicodeScalars
        return (2...7).contains(letters.count) && letters.allSatisfy { ("A"..."Z").contains($0) }
    }

    /// "Global Health Wire", "Tuoi Tre News": a few words of which the last says that they name a wire or a newspaper.
    private static func saysSo(_ key: String) -> Bool {
        let words = key.split(separator: " ")
        guard (2...5).contains(words.count),
            key.unicodeScalars.allSatisfy({ $0.isAlphabetic || " '-".unicodeScalars.contains($0) })
        else { return false }
        return words.last.map { namingWords.contains(String($0)) } ?? false
    }

    private static func key(_ name: String) -> String {
        let words = name.lowercased().split { $0.isWhitespace || $0 == "." }.joined(separator: " ")
        return words.hasPrefix("the ") ? String(words.dropFirst(4)) : words
    }

    private static let distributors: Set<String> = [
        "prnewswire", "pr newswire", "business wire", "businesswire", "business wire india", "globenewswire",
        "globe newswire",
        "accesswire", "newsfile corp", "newsfile", "jcn newswire", "jcn network", "media outreach",
        "media outreach newswire",
        "eqs", "eqs newswire", "cnw", "cnw group", "asianet", "asianet-pakistan", "ein presswire", "einpresswire",
        "einpresswire com", "marketwired",
        "kyodo jbn",
        "acn newswire", "news aktuell", "pressetext", "cision", "africa newsroom", "apo group", "scoop media",
    ]

    private static let namingWords: Set<String> = [
        "news", "newswire", "wire", "press", "agency", "presse", "agencies", "service", "times", "post", "herald",
        "tribune",
    ]

    private static let names: Set<String> = distributors.union([
        "aa", "aap", "abc", "abi", "abna", "adnkronos", "afp", "agence france-presse", "agencia brasil",
        "agência brasil",
        "agerpres", "agi", "akp", "al jazeera", "anadolu", "anadolu agency", "andina", "ani", "anp", "ansa", "antara",
        "ap",
        "apa", "app", "aps", "associated press", "azertac", "bangkok post", "bbc", "bbc news", "belga", "belta",
        "bernama",
        "bloomberg", "bloomberg news", "bna", "bss", "bta", "canadian press", "cna", "cnbc", "cnn", "cns",
        "china daily",
        "china news service", "cp", "ctk", "čtk", "cubadebate", "deutsche welle", "dha", "dow jones", "dpa", "dw",
        "efe",
        "ena", "eurasianet", "euractiv", "euronews", "fars", "focus taiwan", "gna", "hina", "ians", "ina",
        "inter press service",
        "interfax", "interfax-ukraine", "ips", "irna", "isna", "itar-tass", "jiji", "jiji press", "kazinform", "kcna",
        "kpl",
        "kuna", "kyodo", "kyodo news", "lusa", "map", "mehr", "mena", "mia", "mna", "montsame", "mti", "nan", "newsis",
        "nhk", "nikkei", "nikkei asia", "nna", "notimex", "npr", "ntb", "ona", "pa", "pa media", "pana", "pap", "petra",
        "philippine news agency", "pib", "pna", "ppi", "prensa latina", "press association", "press trust of india",
        "pti",
        "qna", "radio free asia", "reuter", "reuters", "rfa", "rfe/rl", "ria", "ria novosti", "ritzau", "rss", "rtt",
        "saba",
        "sana",
        "sanews", "scidev.net", "sda", "slna", "spa", "sputnik", "sta", "stt", "taiwan news", "tanjug", "tap", "tasnim",
        "tasr",
        "tass", "thomson reuters foundation", "tna", "trend", "tt", "télam", "telam", "ukrinform", "unb", "uni", "upi",
        "uza",
        "uznews", "vna", "vna/vns", "vns", "vnexpress", "voa", "voa news", "voice of america", "vov", "wafa", "wam",
        "xinhua",
        "yonhap", "yonhap news", "yonhap news agency",
    ])
}
