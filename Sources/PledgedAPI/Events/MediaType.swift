/// The media types that the socket speaks.
public enum MediaType: String, Hashable, Sendable, CaseIterable {
    /// Server-Sent Events.
    case eventStream = "text/event-stream"
    /// One JSON object a line.
    case ndjson = "application/x-ndjson"
    /// One JSON array of CloudEvents.
    case batch = "application/cloudevents-batch+json"
    case json = "application/json"
    /// RFC 9457.
    case problem = "application/problem+json"
    case openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8"
}
