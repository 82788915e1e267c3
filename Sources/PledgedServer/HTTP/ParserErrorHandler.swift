import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import PledgedAPI

/// Answers what is no HTTP with a problem, and closes the connection.
///
/// Where an answer to an earlier request is still due, the connection is just closed: the client could not tell the two
/// answers apart.
final class ParserErrorHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let bytesMax: Int
    private let metrics: ServerMetrics
    private var unanswered = 0

    init(bytesMax: Int, metrics: ServerMetrics) {
        self.bytesMax = bytesMax
        self.metrics = metrics
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { unanswered += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The connection itself failed: there is nobody to answer.
        if error is IOError || error is ChannelError { return context.fireErrorCaught(error) }
        if unanswered == 0, context.channel.isActive { answer(problem(for: error), context) }
        context.close(promise: nil)
    }

    private func problem(for error: any Error) -> Problem {
        guard error as? HTTPParserError == .headerOverflow else {
            return Problem(.badRequest, "This is not HTTP/1.1: \(error).")
        }
        return Problem(.headerTooLarge, "The request line or the headers have more than \(bytesMax) bytes. Send less.")
    }

    private func answer(_ problem: Problem, _ context: ChannelHandlerContext) {
        let content = problem.json
        var head = HTTPResponse(status: .init(code: problem.status))
        head.headerFields[.contentType] = MediaType.problem.rawValue
        head.headerFields[.contentLength] = "\(content.readableBytes)"
        head.headerFields[.connection] = "close"
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(content)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        metrics.answered(method: "other", route: "other", status: problem.status)
    }
}
