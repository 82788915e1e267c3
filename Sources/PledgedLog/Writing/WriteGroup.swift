import PledgedCore

/// What one write and one sync make durable: whole appends, chained one after the other.
struct WriteGroup {
    private(set) var chain: HashChain
    private(set) var entries: [CommittedEntry] = []
    /// With the position of each append's first event.
    private(set) var replies: [(PendingAppend.Reply, LogPosition)] = []
    /// Every event before it is on disk.
    private let durable: LogPosition

    /// - Parameter chain: Where what is durable ends.
    init(after chain: HashChain) { (self.chain, durable) = (chain, chain.position) }

    /// Chains an append, and adds its lines to `lines`; waits for those of its pieces that are not there yet.
    ///
    /// - Parameters:
    ///   - append: Is used up.
    ///   - lines: Hold the group's lines.
    ///   - taken: Is told of each piece.
    mutating func add(_ append: PendingAppend, to lines: inout LineBuffer, taken: (PendingAppend.Piece) -> Void) {
        let (chainBefore, linesBefore, entriesBefore) = (chain, lines.count, entries.count)
        let recorded = append.recorded.description
        while true {
            let piece = append.next()
            taken(piece)
            add(piece.drafts, recorded: (append.recorded, recorded), to: &lines)
            switch piece {
            case .more: continue
            case .last(_, let reply): replies.append((reply, chainBefore.position))
            case .withdrawn:
                chain = chainBefore
                lines.cut(to: linesBefore)
                entries.removeLast(entries.count - entriesBefore)
            }
            return
        }
    }

    private mutating func add(_ drafts: [EntryDraft], recorded: (Timestamp, text: String), to lines: inout LineBuffer) {
        entries.reserveCapacity(entries.count + drafts.count)
        lines.write(bytesMax: drafts.lineLengthMax) { lines in
            for draft in drafts {
                let (first, start) = (chain.position, lines.count)
                chain.add(draft, durable: durable, recorded: recorded.text, to: &lines)
                let length = lines.count - start
                entries.append(CommittedEntry(position: first, recorded: recorded.0, draft: draft, lineLength: length))
            }
        }
    }
}
