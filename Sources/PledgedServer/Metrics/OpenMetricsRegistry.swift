public import Metrics
import Synchronization

/// Keeps what the program counts, and renders it as OpenMetrics text.
///
/// A backend of swift-metrics: give it to `MetricsSystem.bootstrap`. Counters become counters, gauges and meters
/// gauges, recorders and timers histograms (timers in seconds). A label that was used for one kind of metric stays
/// that: metrics of another kind under it are counted, but not shown.
public final class OpenMetricsRegistry: MetricsFactory {
    private struct State {
        var families: [String: MetricFamily] = [:]
        var help: [String: String] = [:]
    }

    private let seriesMax: Int
    private let state = Mutex(State())

    /// Bounds of timers, in seconds.
    static let secondsBounds: [Double] = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]
    /// Bounds of recorders, whatever they record.
    static let countBounds: [Double] = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576]

    /// - Parameter seriesMax: The most sets of labels that a metric may have; further ones are counted together, under
    ///   labels whose value is `other`.
    public init(seriesMax: Int = 256) {
        precondition(seriesMax > 0)
        self.seriesMax = seriesMax
    }

    /// Says in one sentence what the metric with this label counts.
    public func describe(_ label: String, _ sentence: String) {
        state.withLock { $0.help[label] = sentence }
    }

    /// Everything in `application/openmetrics-text; version=1.0.0`, sorted by name, with `# EOF` at the end.
    public func render() -> String {
        let (families, help) = state.withLock { ($0.families, $0.help) }
        var sentences: [String: String] = [:]
        for (label, sentence) in help {
            for kind in [MetricKind.counter, .gauge, .histogram] {
                sentences[MetricName.family(label, kind: kind, unit: nil)] = sentence
                sentences[MetricName.family(label, kind: kind, unit: "seconds")] = sentence
            }
        }
        var text = ""
        for (name, family) in families.sorted(by: { $0.key < $1.key }) where !family.series.isEmpty {
            family.render(name: name, help: sentences[name], into: &text)
        }
        return text + "# EOF\n"
    }

    private func series<Series: MetricSeries>(
        _ label: String,
        _ dimensions: [(String, String)],
        _ kind: MetricKind,
        unit: String? = nil,
        make: () -> Series
    ) -> Series {
        let name = MetricName.family(label, kind: kind, unit: unit)
        return state.withLock { state in
            var family = state.families[name] ?? MetricFamily(kind: kind, unit: unit)
            guard family.kind == kind else { return make() }
            let series = family.series(MetricLabels(dimensions), max: seriesMax, make: make)
            state.families[name] = family
            return series
        }
    }

    private func remove(_ gone: some AnyObject) {
        state.withLock { state in
            for name in state.families.keys { state.families[name]?.remove(gone) }
        }
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter, make: CounterSeries.init)
    }

    public func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(label, dimensions, .counter, make: CounterSeries.init)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge, make: GaugeSeries.init)
    }

    public func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        guard aggregate else { return series(label, dimensions, .gauge, make: GaugeSeries.init) }
        return series(label, dimensions, .histogram) { HistogramSeries(bounds: Self.countBounds) }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram, unit: "seconds") { HistogramSeries(bounds: Self.secondsBounds) }
    }

    public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { remove(handler) }
    public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }
}
