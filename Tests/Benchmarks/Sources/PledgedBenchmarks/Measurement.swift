/// How long something took, several times over.
struct Measurement {
    private var seconds: [Double] = []

    mutating func add(_ duration: Duration) { seconds.append(duration / .seconds(1)) }

    /// Half took longer.
    var median: Double { quantile(0.5) }

    /// So large a share took no longer.
    func quantile(_ share: Double) -> Double { seconds.sorted()[Int(Double(seconds.count) * share)] }
}

func timed(_ body: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await body()
    return ContinuousClock.now - start
}

/// `text` filled up to `width`, on the left or on the right.
func cell(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + space : space + text
}

/// With two digits behind the point.
func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
