import PledgedCore

extension Pledge.Kind {
    /// What a party does that states such a pledge: "Việt Nam plans", "the two agree".
    func verb(plural: Bool) -> String {
        switch self {
        case .commitment: plural ? "commit" : "commits"
        case .plan: plural ? "plan" : "plans"
        case .target: plural ? "aim" : "aims"
        case .offer: plural ? "offer" : "offers"
        case .agreement: plural ? "agree" : "agrees"
        case .request: plural ? "ask" : "asks"
        }
    }
}
