/// All series of one name.
struct MetricFamily {
    let kind: MetricKind
    let unit: String?
    private(set) var series: [MetricLabels: any MetricSeries] = [:]

    init(kind: MetricKind, unit: String?) {
        self.kind = kind
        self.unit = unit
    }

    /// The series with these labels, made where it is new; beyond `seriesMax` labels the one for all others.
    mutating func series<Series: MetricSeries>(_ labels: MetricLabels, max: Int, make: () -> Series) -> Series {
        let labels = series[labels] != nil || series.count < max ? labels : labels.overflow
        if let known = series[labels] as? Series { return known }
        let new = make()
        series[labels] = new
        return new
    }

    mutating func remove(_ gone: some AnyObject) { series = series.filter { $0.value !== gone } }

    func render(name: String, help: String?, into text: inout String) {
        text += "# TYPE \(name) \(kind.rawValue)\n"
        if let unit { text += "# UNIT \(name) \(unit)\n" }
        if let help { text += "# HELP \(name) \(MetricName.escaped(help))\n" }
        for (labels, series) in series.sorted(by: { $0.key < $1.key }) {
            series.render(family: name, labels: labels, into: &text)
        }
    }
}
