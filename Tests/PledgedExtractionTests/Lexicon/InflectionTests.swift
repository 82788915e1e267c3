import Testing

@testable import PledgedExtraction

struct InflectionTests {
    @Test(arguments: [
        ("pledge", "pledge pledges pledging pledged"), ("commit", "commit commits committing committed"),
        ("agree", "agree agrees agreeing agreed"), ("supply", "supply supplies supplying supplied"),
        ("undertake", "undertake undertakes undertaking undertook undertaken"),
        ("reach", "reach reaches reaching reached"),
        ("set", "set sets setting"), ("be", "be is being was were been am are"),
        ("deploy", "deploy deploys deploying deployed"),
        ("offer", "offer offers offering offered"), ("have", "have has having had"),
    ])
    func `a verb has its forms`(base: String, forms: String) {
        #expect(Inflection.forms(of: base) == forms.split(separator: " ").map(String.init))
    }
}
