import Metrics
import Synchronization

/// A value that comes and goes.
final class GaugeSeries: MeterHandler, RecorderHandler, MetricSeries {
    private let value = Mutex<Double>(0)

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }

    func render(family: String, labels: MetricLabels, into text: inout String) {
        text += "\(family)\(labels.rendered()) \(MetricNumber.format(value.withLock { $0 }))\n"
    }
}
