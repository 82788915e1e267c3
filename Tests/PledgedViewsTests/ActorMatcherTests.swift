import PledgedCore
import PledgedTesting
import Testing

@testable import PledgedViews

struct ActorMatcherTests {
    private let article = SampleEvents.articleID(1)

    private func keys(_ kind: ActorKind, _ name: String, _ names: [String]? = nil) -> ActorKeys {
        ActorKeys(SampleEvents.actor(1, kind, name, names: names), in: article)
    }

    @Test(arguments: [
        ("Việt Nam", "Vietnam"), ("VIETNAM", "Viet Nam"), ("RoK", "South Korea"), ("the US", "United States"),
        ("Lao PDR", "Laos"), ("Côte d'Ivoire", "Ivory Coast"), ("U.K.", "Britain"),
    ])
    func `knows a country by its letters and its other names`(one: String, other: String) {
        #expect(keys(.country, one) == keys(.country, other))
    }

    @Test func `keeps countries apart that are not the same`() {
        #expect(keys(.country, "North Korea") != keys(.country, "South Korea"))
        #expect(keys(.country, "Niger") != keys(.country, "Nigeria"))
    }

    @Test(arguments: [
        ("The World Bank", "World Bank"), ("Samsung Electronics Co., Ltd.", "Samsung Electronics"),
        ("Ministry of Planning & Investment", "Ministry of Planning and Investment"), ("AT&T Inc.", "AT & T"),
    ])
    func `knows an organisation without article and legal form`(one: String, other: String) {
        #expect(keys(.organization, one).full == keys(.organization, other).full)
    }

    @Test func `takes an acronym from among the names`() {
        let keys = keys(.organization, "Ministry of Education and Training", ["the ministry", "MoET", "MOET"])
        #expect(keys.full == "ministry of education and training")
        #expect(keys.acronyms == ["moet"])
    }

    @Test(arguments: ["METI", "MoET", "G7", "U.S.", "ADB"])
    func `tells an acronym`(name: String) { #expect(NameKey.isAcronym(name)) }

    @Test(arguments: ["Intel", "VinFast", "World Bank", "A", "", "5G", "日本"])
    func `tells what is no acronym`(name: String) { #expect(!NameKey.isAcronym(name)) }

    @Test func `keeps a surname at home`() {
        let elsewhere = ActorKeys(SampleEvents.actor(1, .person, "Dũng"), in: SampleEvents.articleID(2))
        #expect(keys(.person, "Dũng") != elsewhere)
        #expect(keys(.person, "Nguyễn Chí Dũng").full == "nguyen chi dung")
    }

    private func known(_ key: String, _ form: KnownKey.Form, _ actor: Int64, isBare: Bool = false) -> KnownKey {
        KnownKey(key: key, form: form, actor: actor, isBare: isBare)
    }

    private let ministry = "Ministry of Industry"

    @Test func `meets nobody where no key is known`() {
        #expect(ActorMatcher.decide(keys(.organization, ministry), among: []) == .unknown)
    }

    @Test func `joins what was known by acronym and by name`() {
        let decision = ActorMatcher.decide(
            keys(.organization, ministry, [ministry, "MOI"]),
            among: [known("ministry of industry", .full, 7), known("moi", .acronym, 3, isBare: true)]
        )
        #expect(decision == .known(id: 3, absorbing: [7]))
    }

    @Test func `leaves an acronym alone that stands for another name`() {
        let decision = ActorMatcher.decide(
            keys(.organization, ministry, [ministry, "MOI"]),
            among: [known("moi", .acronym, 3), known("moi", .acronym, 9, isBare: true)]
        )
        #expect(decision == .unknown)
    }

    @Test func `takes an acronym for its only holder`() {
        let holder = known("moi", .acronym, 3)
        #expect(ActorMatcher.decide(keys(.organization, "MOI"), among: [holder]) == .known(id: 3, absorbing: []))
    }

    @Test func `takes an acronym of two for neither`() {
        let holders = [known("moi", .acronym, 3), known("moi", .acronym, 4)]
        #expect(ActorMatcher.decide(keys(.organization, "MOI"), among: holders) == .unknown)
        let bare = known("moi", .acronym, 5, isBare: true)
        #expect(
            ActorMatcher.decide(keys(.organization, "MOI"), among: holders + [bare]) == .known(id: 5, absorbing: [])
        )
    }

    @Test func `knows a name again that a headline puts in capitals`() {
        let viettel = known("viettel", .full, 2)
        #expect(ActorMatcher.decide(keys(.organization, "VIETTEL"), among: [viettel]) == .known(id: 2, absorbing: []))
    }

    @Test func `calls more words, then more marks, then mixed case fuller`() {
        let names = ["METI", "NGUYEN CHI DUNG", "Nguyen Chi Dung", "NGUYỄN CHÍ DŨNG", "Nguyễn Chí Dũng"]
        let ranks = names.map { NameCompleteness.rank($0, kind: .person) }
        #expect(ranks == ranks.sorted())
        #expect(Set(ranks).count == ranks.count)
    }
}
