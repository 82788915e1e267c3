import PledgedAPI
import Testing

@testable import PledgedServer

struct NegotiationTests {
    @Test(
        arguments: [
            ([], .eventStream), ([""], .eventStream), (["*/*"], .eventStream), (["text/*"], .eventStream),
            (["application/x-ndjson"], .ndjson), (["APPLICATION/X-NDJSON"], .ndjson),
            (["application/cloudevents-batch+json, */*;q=0.1"], .batch), (["application/*"], .ndjson),
            (["text/event-stream;q=0.5, application/x-ndjson;q=0.8"], .ndjson),
            (["text/event-stream;q=0, */*"], .ndjson), (["text/html", "application/x-ndjson"], .ndjson),
            (["text/html, nonsense, */*;q=0.2"], .eventStream), (["*/*;q=0"], nil), (["text/html"], nil),
            (["application/json"], nil), (["nonsense"], nil), (["application/x-ndjson;q=x"], nil),
            (["application/x-ndjson ; q=0.3 ,text/event-stream;q=0.2"], .ndjson),
        ] as [([String], PledgedAPI.MediaType?)]
    )
    func `the type that is liked best is chosen`(accept: [String], choice: PledgedAPI.MediaType?) {
        #expect(Negotiation.choose([.eventStream, .ndjson, .batch], accept: accept) == choice)
    }
}
