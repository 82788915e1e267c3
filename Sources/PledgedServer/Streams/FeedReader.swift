import HummingbirdCore
import Metrics
import NIOCore

/// A reader that hangs on the feed while it is sent a stream.
struct FeedReader: Sendable {
    let feed: LiveFeed
    let stallMax: Duration
    let metrics: ServerMetrics
    let channel: any Channel

    /// Has `deliver` send until the reader goes, has all it asked for, or the server stops.
    @concurrent
    func run(
        _ writer: any ResponseBodyWriter,
        deliver: @concurrent @Sendable (inout ChannelWriter, Bell) async throws -> Void
    ) async throws {
        let (number, bell) = await feed.hang()
        // A reader that hangs up is noticed at once, also while nothing happens.
        channel.closeFuture.whenComplete { _ in bell.finish() }
        metrics.subscribers.increment()
        do {
            var writer = ChannelWriter(writer, channel: channel, stallMax: stallMax)
            try await deliver(&writer, bell)
            try await writer.finish()
        } catch {
            await leave(number)
            throw error
        }
        await leave(number)
    }

    private func leave(_ number: Int) async {
        metrics.subscribers.decrement()
        await feed.takeAway(number)
    }
}
