import PledgedAPI
import PledgedCore
import Testing

struct DecisionRequestTests {
    /// Each kind with all that it needs.
    static let whole = [
        "decision=resolve&pledge=42&resolution=broken&reason=Never%20done", "decision=reopen&pledge=42&reason=x",
        "decision=dismiss&pledge=42&reason=x", "decision=link&pledge=42&other=57&reason=x",
        "decision=unlink&pledge=42&reason=x", "decision=merge&actor=12&into=3&reason=x",
        "decision=rename&actor=12&name=Vi%E1%BB%87t%20Nam&reason=x", "decision=separate&actor=12&reason=x",
    ]

    @Test(arguments: whole)
    func `a decision read from a query writes it again`(query: String) throws {
        #expect(try DecisionRequest(query: QueryString.parse(query)).target == "/decisions?\(query)")
    }

    @Test(arguments: whole)
    func `a decision needs each of its parameters`(query: String) throws {
        let items = try QueryString.parse(query)
        for missing in items {
            let error = #expect(throws: RequestError.self) {
                try DecisionRequest(query: items.filter { $0 != missing })
            }
            guard case .missingParameter(missing.name, _) = error else {
                Issue.record("\(missing.name): \(String(describing: error))")
                continue
            }
        }
    }

    @Test(arguments: whole)
    func `a decision refuses what belongs to another kind`(query: String) throws {
        let items = try QueryString.parse(query)
        for name in DecisionRequest.parameters where !items.contains(where: { $0.name == name }) {
            let error = #expect(throws: RequestError.self) {
                try DecisionRequest(query: items + [QueryItem(name, "1")])
            }
            let problem = Problem(try #require(error))
            #expect(problem.parameter == name)
            #expect(problem.kind == .invalidParameter)
            #expect(problem.detail.contains("does not go with '\(items[0].name)=\(items[0].value)'"))
        }
    }

    @Test(arguments: [
        "decision=resolve&pledge=42&resolution=kept&reason=x", "decision=resolved&pledge=42&reason=x",
        "decision=dismiss&pledge=-1&reason=x", "decision=merge&actor=0&into=3&reason=x",
        "decision=merge&actor=a&into=3&reason=x", "decision=dismiss&pledge=1&reason=",
        "decision=dismiss&pledge=1&reason=%20",
        "decision=dismiss&pledge=1&reason=a%0Ab", "decision=rename&actor=1&name=%1B&reason=x",
        "decision=dismiss&pledge=1&reason=x&who=me",
    ])
    func `a decision refuses what makes no sense`(query: String) throws {
        #expect(throws: RequestError.self) { try DecisionRequest(query: QueryString.parse(query)) }
    }

    @Test func `reason and name have bounds in bytes`() throws {
        func items(_ parameter: String, _ count: Int) -> [QueryItem] {
            let others = [QueryItem("name", "n"), QueryItem("reason", "r")].filter { $0.name != parameter }
            return [QueryItem("decision", "rename"), QueryItem("actor", "1")] + others
                + [QueryItem(parameter, String(repeating: "é", count: count / 2))]
        }
        for (parameter, bytesMax) in [("reason", 1000), ("name", 200)] {
            _ = try DecisionRequest(query: items(parameter, bytesMax))
            #expect(throws: RequestError.self) { try DecisionRequest(query: items(parameter, bytesMax + 2)) }
        }
    }
}
