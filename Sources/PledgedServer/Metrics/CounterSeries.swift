import Metrics
import Synchronization

/// A sum that only grows.
final class CounterSeries: CounterHandler, FloatingPointCounterHandler, MetricSeries {
    private let value = Mutex<Double>(0)

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    func increment(by amount: Double) {
        // OpenMetrics allows no other: a counter that shrinks would be read as a restart.
        guard amount >= 0, amount.isFinite else { return }
        value.withLock { $0 += amount }
    }

    func reset() { value.withLock { $0 = 0 } }

    func render(family: String, labels: MetricLabels, into text: inout String) {
        text += "\(family)_total\(labels.rendered()) \(MetricNumber.format(value.withLock { $0 }))\n"
    }
}
