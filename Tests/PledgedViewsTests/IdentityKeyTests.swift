import PledgedCore
import PledgedTesting
import Testing

@testable import PledgedViews

struct IdentityKeyTests {
    private let article = SampleEvents.articleID(1)

    private func key(
        _ kind: ActorKind,
        _ name: String,
        _ names: [String]? = nil,
        role: String? = nil,
        of affiliation: IdentityKey? = nil
    ) -> IdentityKey {
        IdentityKey(SampleEvents.actor(1, kind, name, names: names, role: role), affiliation: affiliation, in: article)
    }

    @Test(arguments: [
        ("Việt Nam", "Vietnam"), ("VIETNAM", "Viet Nam"), ("RoK", "South Korea"), ("the US", "United States"),
        ("Lao PDR", "Laos"), ("Côte d'Ivoire", "Ivory Coast"), ("U.K.", "Britain"),
    ])
    func `knows a country by its letters and its other names`(one: String, other: String) {
        #expect(key(.country, one) == key(.country, other))
    }

    @Test func `keeps countries apart that are not the same`() {
        #expect(key(.country, "North Korea") != key(.country, "South Korea"))
        #expect(key(.country, "Niger") != key(.country, "Nigeria"))
    }

    @Test(arguments: [
        ("The World Bank", "World Bank"), ("Samsung Electronics Co., Ltd.", "Samsung Electronics"),
        ("Ministry of Planning & Investment", "Ministry of Planning and Investment"), ("AT&T Inc.", "AT & T"),
    ])
    func `knows an organisation without article and legal form`(one: String, other: String) {
        #expect(key(.organization, one).key == key(.organization, other).key)
    }

    @Test func `takes an acronym from among the names`() {
        let key = key(.organization, "Ministry of Education and Training", ["the ministry", "MoET", "MOET"])
        #expect(key.form == .full)
        #expect(key.key == "ministry of education and training")
        #expect(key.acronyms == ["moet"])
    }

    @Test(arguments: ["METI", "MoET", "G7", "U.S.", "ADB"])
    func `tells an acronym`(name: String) { #expect(NameKey.isAcronym(name)) }

    @Test(arguments: ["Intel", "VinFast", "World Bank", "A", "", "5G", "日本"])
    func `tells what is no acronym`(name: String) { #expect(!NameKey.isAcronym(name)) }

    @Test func `keeps a surname at home, and a person of whom nothing is said`() {
        let dung = SampleEvents.actor(1, .person, "Dũng", role: "Minister of Health")
        let elsewhere = IdentityKey(dung, affiliation: nil, in: SampleEvents.articleID(2))
        #expect(key(.person, "Dũng", role: "Minister of Health") != elsewhere)
        #expect(key(.person, "Nguyễn Chí Dũng").form == .lone)
        #expect(key(.person, "Nguyễn Chí Dũng", role: "Minister of Health").form == .person)
    }

    private static let vietnam = IdentityKey(
        SampleEvents.actor(1, .country, "Vietnam"),
        affiliation: nil,
        in: SampleEvents.articleID(1)
    )
    private static let police = IdentityKey(
        SampleEvents.actor(1, .organization, "Hanoi Police"),
        affiliation: nil,
        in: SampleEvents.articleID(1)
    )
    private static let agribank = IdentityKey(
        SampleEvents.actor(1, .organization, "Agribank"),
        affiliation: nil,
        in: SampleEvents.articleID(1)
    )

    @Test(
        arguments: [
            // The same office, or another high one, of the same country.
            ("Minister of Health", vietnam, "health minister", vietnam, true),
            ("Minister of Planning", vietnam, "Deputy Prime Minister", vietnam, true),
            ("coach of the under-23 team", vietnam, "Minister of Health", vietnam, false),
            // The same organisation, whatever the title.
            ("captain", police, "deputy chief", police, true), (nil, police, "captain", police, true),
            // Different ones.
            ("director", agribank, "director", police, false), ("captain", police, nil, vietnam, false),
            // One of which one article does not say whose office it is.
            ("Minister of Culture", vietnam, "Minister of Culture", nil, true),
            ("director", police, "director", nil, false),
            ("President", vietnam, "President", nil, true),
            ("Minister of Culture", nil, "Minister of Health", nil, false),
        ] as [(String?, IdentityKey?, String?, IdentityKey?, Bool)]
    )
    func `joins two of one name by role and affiliation, never by a guess`(
        role: String?,
        of: IdentityKey?,
        other: String?,
        otherOf: IdentityKey?,
        joins: Bool
    ) {
        let (one, two) = (
            PersonEvidence(role: role, affiliation: of), PersonEvidence(role: other, affiliation: otherOf)
        )
        #expect(one.joins(two) == joins)
        #expect(two.joins(one) == joins)
    }
}
