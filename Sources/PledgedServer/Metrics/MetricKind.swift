/// The types of metrics that we render.
enum MetricKind: String, Sendable {
    case counter, gauge, histogram
}
