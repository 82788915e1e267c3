/// The values of one metric under one set of labels.
protocol MetricSeries: AnyObject, Sendable {
    /// The lines of this series.
    func render(family: String, labels: MetricLabels, into text: inout String)
}
