/// Wakes one stream when there may be something to do for it.
///
/// However often it rings while the stream is busy, it is heard once: what is to be done follows from the stream's
/// position, not from the number of rings.
struct Bell: Sendable {
    /// Each element is a ring.
    ///
    /// The first is there from the beginning. Ends when the stream shall.
    let rings: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        ring()
    }

    func ring() { continuation.yield() }

    /// Lets the stream come to its end.
    func finish() { continuation.finish() }
}
