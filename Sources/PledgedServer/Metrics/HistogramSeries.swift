import Metrics
import Synchronization

/// How often values fell below each of some bounds.
final class HistogramSeries: RecorderHandler, TimerHandler, MetricSeries {
    private struct State {
        /// One more than bounds: the last counts what lies above all of them.
        var counts: [UInt64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    /// - Parameter bounds: Ascending; a value equal to a bound falls below it.
    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard value.isFinite else { return }
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock {
            $0.counts[bucket] += 1
            $0.sum += value
        }
    }

    /// A timer's unit is the second.
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func render(family: String, labels: MetricLabels, into text: inout String) {
        let (counts, sum) = state.withLock { ($0.counts, $0.sum) }
        var below: UInt64 = 0
        for (bound, count) in zip(bounds.map(MetricNumber.format) + ["+Inf"], counts) {
            below += count
            text += "\(family)_bucket\(labels.rendered(adding: bound)) \(below)\n"
        }
        text += "\(family)_count\(labels.rendered()) \(below)\n"
        text += "\(family)_sum\(labels.rendered()) \(MetricNumber.format(sum))\n"
    }
}
