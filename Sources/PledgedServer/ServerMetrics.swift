import Metrics

/// What the server counts.
struct ServerMetrics: Sendable {
    let subscribers: Meter
    let connections: Meter
    private let refused: Counter
    private let events: Counter
    private let bytes: Counter
    private let registry: OpenMetricsRegistry

    init(_ registry: OpenMetricsRegistry) {
        self.registry = registry
        subscribers = Meter(label: "pledged.stream.subscribers", factory: registry)
        connections = Meter(label: "pledged.http.connections", factory: registry)
        refused = Counter(label: "pledged.http.connections.refused", factory: registry)
        events = Counter(label: "pledged.stream.events", factory: registry)
        bytes = Counter(label: "pledged.stream.bytes", factory: registry)
        registry.describe("pledged.stream.subscribers", "Open streams of events.")
        registry.describe("pledged.http.connections", "Open connections.")
        registry.describe("pledged.http.connections.refused", "Connections refused because too many were open.")
        registry.describe("pledged.stream.events", "Events handed to streams, once for each.")
        registry.describe("pledged.stream.bytes", "Bytes handed to streams.")
        registry.describe("pledged.http.requests", "Requests answered, a stream when it begins.")
        registry.describe("pledged.http.request.duration", "Time to an answer, streams apart.")
    }

    func delivered(events count: Int, bytes: Int) {
        events.increment(by: count)
        self.bytes.increment(by: bytes)
    }

    func refusedConnection() { refused.increment() }

    func answered(method: String, route: String, status: Int) {
        // Methods are the client's to make up, and would each become a series of their own.
        let known = ["GET", "HEAD", "POST"].contains(method) ? method : "other"
        let labels = [("method", known), ("route", route), ("status", "\(status)")]
        Counter(label: "pledged.http.requests", dimensions: labels, factory: registry).increment()
    }

    func took(_ duration: Duration, route: String) {
        let timer = Timer(label: "pledged.http.request.duration", dimensions: [("route", route)], factory: registry)
        timer.recordNanoseconds(Int64(duration / .nanoseconds(1)))
    }
}
