import Testing

@testable import pledgectl

@Suite struct SocketPathTests {
    @Test func `takes the option, then the environment, then the usual place`() throws {
        #expect(try SocketPath.resolve("a", environment: ["PLEDGED_SOCKET": "b"]) == "a")
        #expect(try SocketPath.resolve(nil, environment: ["PLEDGED_SOCKET": "b"]) == "b")
        #expect(try SocketPath.resolve(nil, environment: [:]) == "/run/pledged/pledged.sock")
    }

    @Test func `refuses a path that no socket can have`() throws {
        let longest = String(repeating: "s", count: SocketPath.bytesMax)
        #expect(try SocketPath.resolve(longest, environment: [:]) == longest)
        for path in ["", longest + "s"] {
            let failure = #expect(throws: Failure.self) { try SocketPath.resolve(path, environment: [:]) }
            #expect(failure?.status == .usage)
        }
    }
}
