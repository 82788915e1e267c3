import PledgedAPI
import PledgedCore

/// Reads lists from the daemon, page after page where all is wanted.
struct ListReader: Sendable {
    /// More rows are refused: nobody reads them, and they would have to be kept in memory.
    static let rowsMax = 1_000_000
    /// How often it begins again because the list changed between two pages.
    static let attemptsMax = 3

    let client: DaemonClient

    func page<Row>(_ request: some PagedRequest, of type: Row.Type) async throws -> ListReply<Row> {
        try await client.reply(ListReply<Row>.self, to: request)
    }

    /// Nil where the list has become so short that there is no such page any more.
    private func pageIfThere<Row>(_ request: some PagedRequest, of type: Row.Type) async throws -> ListReply<Row>? {
        do {
            return try await page(request, of: type)
        } catch DaemonError.refused(let problem) where problem.kind == .pageBeyondEnd {
            return nil
        }
    }

    /// All rows from the request's page on, true at one position.
    ///
    /// Where the list does not keep still, it is told so through `remark`, and rows may be missing or doubled.
    func all<Row>(
        _ request: some PagedRequest,
        of type: Row.Type,
        remark: (String) -> Void
    ) async throws -> ListReply<Row> {
        for attempt in 1...Self.attemptsMax {
            let isLast = attempt == Self.attemptsMax
            if let reply = try await pages(request, of: type, acceptingChanges: isLast, remark: remark) { return reply }
        }
        preconditionFailure("The last attempt takes what it gets.")
    }

    /// Nil where the list changed on the way and that is not accepted.
    private func pages<Row>(
        _ request: some PagedRequest,
        of type: Row.Type,
        acceptingChanges: Bool,
        remark: (String) -> Void
    ) async throws -> ListReply<Row>? {
        var request = request
        request.page.limit = PageRequest.limitMax
        var whole = try await page(request, of: type)
        var hasChanged = false
        while request.page.offset + whole.items.count < whole.total, whole.items.count < Self.rowsMax {
            var next = request
            next.page.offset += whole.items.count
            let more = try await pageIfThere(next, of: type)
            hasChanged = hasChanged || more?.position != whole.position
            if hasChanged, !acceptingChanges { return nil }
            guard let more, !more.items.isEmpty else { break }
            whole.items += more.items
        }
        if hasChanged { remark("The list changed while it was read: rows may be missing or doubled. Ask again.") }
        if whole.items.count >= Self.rowsMax, whole.total > Self.rowsMax {
            remark("The list ends after \(Self.rowsMax) rows of \(whole.total). Narrow it by filters.")
        }
        return whole
    }
}
