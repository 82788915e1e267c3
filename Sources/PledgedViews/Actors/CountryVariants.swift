/// Ways of writing one country that share no letters, or too few.
enum CountryVariants {
    /// The key of a country: its letters without spaces ("Việt Nam" is "Vietnam"), or the usual name's where the name is
    /// a variant.
    static func key(_ name: NameKey) -> String {
        let joined = name.words.joined()
        return usual[joined] ?? joined
    }

    private static let usual: [String: String] = {
        var table: [String: String] = [:]
        for variants in groups {
            for variant in variants.dropFirst() { table[variant] = variants[0] }
        }
        return table
    }()

    /// The usual name first.
    private static let groups: [[String]] = [
        ["unitedstates", "us", "usa", "unitedstatesofamerica", "america"],
        ["unitedkingdom", "uk", "britain", "greatbritain"],
        ["southkorea", "republicofkorea", "rok", "korea"],
        ["northkorea", "democraticpeoplesrepublicofkorea", "dprk"],
        ["vietnam", "socialistrepublicofvietnam"],
        ["china", "peoplesrepublicofchina", "prc"],
        ["russia", "russianfederation"],
        ["laos", "laopdr", "lao", "laopeoplesdemocraticrepublic"],
        ["brunei", "bruneidarussalam"],
        ["myanmar", "burma"],
        ["timorleste", "easttimor"],
        ["unitedarabemirates", "uae"],
        ["turkiye", "turkey"],
        ["czechrepublic", "czechia"],
        ["ivorycoast", "cotedivoire"],
        ["netherlands", "holland"],
        ["eswatini", "swaziland"],
        ["northmacedonia", "macedonia"],
        ["capeverde", "caboverde"],
        ["iran", "islamicrepublicofiran"],
        ["syria", "syrianarabrepublic"],
        ["moldova", "republicofmoldova"],
        ["tanzania", "unitedrepublicoftanzania"],
        ["democraticrepublicofthecongo", "democraticrepublicofcongo", "drcongo", "drc", "congokinshasa"],
        ["republicofthecongo", "republicofcongo", "congobrazzaville"],
        ["vatican", "vaticancity", "holysee"],
    ]
}
