import Hummingbird
import NIOCore
import PledgedAPI

/// The routes that tell of the daemon itself.
struct StatusRoutes: Sendable {
    let maintenance: any Maintenance
    let registry: OpenMetricsRegistry

    func add(to router: Router<ServerContext>) {
        router.answer(.health) { [maintenance] request, _ in
            try request.expectPlain()
            let health = await maintenance.health()
            return try .json(health, status: health.status == .healthy ? .ok : .serviceUnavailable)
        }
        router.answer(.metrics) { [registry] request, _ in
            _ = try PlainRequest(query: request.items())
            let type = try Negotiation.require([.openMetrics], accept: request.acceptOfMetrics)
            return .content(ByteBuffer(string: registry.render()), type: type)
        }
        router.answer(.openAPI) { request, _ in
            try request.expectPlain()
            return .content(ByteBuffer(bytes: OpenAPIDocument.bytes), type: .json)
        }
    }
}

extension Request {
    /// A scraper that asks for the older text format gets the newer one, which it can read.
    fileprivate var acceptOfMetrics: [String] {
        accept.contains { $0.contains("text/plain") } ? [] : accept
    }
}
