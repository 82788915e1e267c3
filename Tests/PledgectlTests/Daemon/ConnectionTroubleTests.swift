import AsyncHTTPClient
import Glibc
import NIOCore
import Testing

@testable import pledgectl

@Suite struct ConnectionTroubleTests {
    @Test(arguments: [
        (ENOENT, "there is no such socket"), (ECONNREFUSED, "nobody listens there"), (EACCES, "you may not"),
        (ENOTSOCK, "it is not a socket"), (ECONNRESET, "the connection broke"),
    ])
    func `says in words why nobody answers, and what to do`(code: Int32, words: String) throws {
        let failure = ConnectionTrouble.error(IOError(errnoCode: code, reason: "connect"), socket: "/s").failure
        #expect(failure.status == .unreachable)
        #expect(failure.message?.hasPrefix("Cannot reach the daemon at '/s': \(words). ") == true)
        #expect(failure.message?.hasSuffix(".") == true)
    }

    @Test func `tells silence from a closed connection`() {
        let silent = ConnectionTrouble.error(HTTPClientError.readTimeout, socket: "/s").failure
        #expect(silent.message?.contains("fallen silent") == true)
        let closed = ConnectionTrouble.error(HTTPClientError.remoteConnectionClosed, socket: "/s").failure
        #expect(closed.message?.contains("closed the connection") == true)
    }
}
