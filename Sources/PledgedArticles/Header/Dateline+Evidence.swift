extension Dateline {
    /// Adds what the dateline says to `evidence`.
    func add(to evidence: inout HeaderEvidence) {
        if let place { evidence.suggest(place: place) }
        if let date { evidence.add(date, from: .dateline) }
        if let source {
            evidence.add(source: source, from: NewsAgency.isDistributor(source) ? .distributor : .dateline)
        }
    }
}
