import Testing

@testable import pledgectl

@Suite struct ServerSentEventTests {
    @Test func `an event is whole with its data`() {
        var event = ServerSentEvent()
        #expect(event.take("id: 2026-03-31/1/1") == nil)
        #expect(event.take("event: new") == nil)
        let whole = event.take(#"data: {"a": "b: c"}"#)
        #expect(whole?.id == "2026-03-31/1/1")
        #expect(whole?.name == "new")
        #expect(whole?.data == #"{"a": "b: c"}"#)
        #expect(event == ServerSentEvent())
    }

    @Test(arguments: [": keep-alive", "retry: 5", "data", "idx: 3", ""])
    func `other lines say nothing`(line: String) {
        var event = ServerSentEvent()
        #expect(event.take(line) == nil)
        #expect(event == ServerSentEvent())
    }
}
