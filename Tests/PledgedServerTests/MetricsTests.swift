import Metrics
import PledgedServer
import Testing

struct MetricsTests {
    @Test func `each kind of metric is rendered as OpenMetrics wants it`() {
        let registry = OpenMetricsRegistry()
        registry.describe("drops", "Files dropped.")
        Counter(label: "drops", dimensions: [("kind", "a\"b\\c\nd")], factory: registry).increment(by: 3)
        FloatingPointCounter(label: "joules_total", factory: registry).increment(by: 1.5)
        Gauge(label: "log.lag", factory: registry).record(7)
        let meter = Meter(label: "open-streams", factory: registry)
        meter.increment(by: 2.0)
        meter.decrement()
        Timer(label: "sync", factory: registry).recordMilliseconds(2)
        Recorder(label: "batch", factory: registry).record(5)
        let text = registry.render()
        for line in [
            "# TYPE drops counter", "# HELP drops Files dropped.", #"drops_total{kind="a\"b\\c\nd"} 3"#,
            "# TYPE joules counter", "joules_total 1.5", "# TYPE log_lag gauge", "log_lag 7", "open_streams 1",
            "# TYPE sync_seconds histogram", "# UNIT sync_seconds seconds", #"sync_seconds_bucket{le="0.001"} 0"#,
            #"sync_seconds_bucket{le="0.005"} 1"#, #"sync_seconds_bucket{le="+Inf"} 1"#, "sync_seconds_count 1",
            "sync_seconds_sum 0.002", #"batch_bucket{le="4"} 0"#, #"batch_bucket{le="16"} 1"#, "batch_sum 5",
        ] {
            #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)\n\(text)")
        }
        #expect(text.hasSuffix("# EOF\n"))
        #expect(!text.contains("\n\n"))
    }

    @Test func `the same label with the same dimensions is the same series, in any order`() {
        let registry = OpenMetricsRegistry()
        Counter(label: "a", dimensions: [("x", "1"), ("y", "2")], factory: registry).increment()
        Counter(label: "a", dimensions: [("y", "2"), ("x", "1")], factory: registry).increment()
        #expect(registry.render().contains(#"a_total{x="1",y="2"} 2"#))
    }

    @Test func `series that are too many are counted together`() {
        let registry = OpenMetricsRegistry(seriesMax: 3)
        for number in 0..<100 { Counter(label: "a", dimensions: [("n", "\(number)")], factory: registry).increment() }
        let lines = registry.render().split(separator: "\n").filter { $0.hasPrefix("a_total") }
        #expect(lines.count == 4)
        #expect(lines.contains(#"a_total{n="other"} 97"#))
    }

    @Test func `a label stays of the kind it was first`() {
        let registry = OpenMetricsRegistry()
        Counter(label: "a", factory: registry).increment()
        Gauge(label: "a", factory: registry).record(9)
        #expect(registry.render() == "# TYPE a counter\na_total 1\n# EOF\n")
    }

    @Test func `a metric that is destroyed is no longer shown`() {
        let registry = OpenMetricsRegistry()
        let counter = Counter(label: "a", factory: registry)
        counter.increment()
        counter.destroy()
        #expect(registry.render() == "# EOF\n")
    }

    @Test func `counting from many threads loses nothing`() async {
        let registry = OpenMetricsRegistry()
        await withDiscardingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1000 { Counter(label: "a", factory: registry).increment() }
                }
            }
        }
        #expect(registry.render().contains("a_total 8000\n"))
    }
}
