import Hummingbird
import PledgedAPI

/// The routes that make the daemon work on its views.
struct MaintenanceRoutes: Sendable {
    let maintenance: any Maintenance
    let gate: MaintenanceGate

    func add(to router: Router<ServerContext>) {
        router.answer(.rebuild) { [maintenance, gate] request, _ in
            try request.expectPlain()
            return try .json(try await gate.run("rebuild") { try await maintenance.rebuild() })
        }
        router.answer(.verify) { [maintenance, gate] request, _ in
            try request.expectPlain()
            return try .json(try await gate.run("verify") { try await maintenance.verify() })
        }
    }
}
