/// How the party was found that a title belongs to.
enum AffiliationStep: String, Hashable, Sendable {
    case ministry, state, name, field, described, home
    case lastBody = "last-body"

    var step: Explanation.Step {
        let sentence =
            switch self {
            case .ministry: "The title names a field, and a ministry or department of that field is named."
            case .state: "A state's name or adjective stands before the title."
            case .name: "A party is named beside the title."
            case .field: "The field beside the title is that of a body named elsewhere."
            case .described: "A noun beside the title is part of a body's name told before."
            case .home: "An office of state: the state that the text names most."
            case .lastBody: "Nobody is named beside the title: the body spoken of last."
            }
        return Explanation.Step(name: rawValue, sentence: sentence)
    }
}
