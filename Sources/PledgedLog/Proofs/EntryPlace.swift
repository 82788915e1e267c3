/// An entry, and where it stands in a log.
struct EntryPlace {
    let frame: EntryFrame
    /// The hash of the entry before it.
    let previous: ChainHash
    /// Which entry of the log it is, counted from 0.
    let index: Int

    /// JSON.
    var entry: String { String(decoding: frame.json, as: UTF8.self) }

    /// The nodes that lead from it to the root of the tree over `leaves`.
    func path(in leaves: ArraySlice<MerkleTree.Node>) -> [String] {
        MerkleTree.path(to: index, in: leaves).map { Hexadecimal.text($0) }
    }
}
