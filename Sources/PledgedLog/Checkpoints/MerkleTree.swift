import Crypto

/// The hashes of RFC 6962's tree, whose leaves are the entries of a log by their chain hashes.
enum MerkleTree {
    /// 32 bytes.
    typealias Node = [UInt8]

    /// Of an entry; what is hashed are the 64 digits with which its line begins.
    static func leaf(_ hash: ChainHash) -> Node {
        var function = SHA256()
        function.update(data: [0])
        function.update(data: hash.digits)
        return Array(function.finalize())
    }

    static func parent(_ left: Node, _ right: Node) -> Node {
        var function = SHA256()
        function.update(data: [1])
        function.update(data: left)
        function.update(data: right)
        return Array(function.finalize())
    }

    /// The nodes that lead from the leaf at `index` to the root, lowest first.
    static func path(to index: Int, in leaves: ArraySlice<Node>) -> [Node] {
        if leaves.count == 1 { return [] }
        let half = Self.half(leaves.count)
        let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
        return index < half
            ? path(to: index, in: left) + [root(of: right)] : path(to: index - half, in: right) + [root(of: left)]
    }

    /// The root that a leaf and its path lead to; nil for a path that has not the length that belongs to them.
    static func root(of leaf: Node, at index: UInt64, of count: UInt64, path: [Node]) -> Node? {
        guard index < count else { return nil }
        var (index, last, root) = (index, count - 1, leaf)
        for node in path {
            if last == 0 { return nil }
            if index % 2 == 1 || index == last {
                root = parent(node, root)
                while index % 2 == 0, index > 0 { (index, last) = (index / 2, last / 2) }
            } else {
                root = parent(root, node)
            }
            (index, last) = (index / 2, last / 2)
        }
        return last == 0 ? root : nil
    }

    private static func root(of leaves: ArraySlice<Node>) -> Node {
        var frontier = MerkleFrontier()
        for leaf in leaves { frontier.add(leaf) }
        return frontier.root
    }

    /// The largest power of two below `count`.
    private static func half(_ count: Int) -> Int { 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount - 1) }
}

/// The right edge of a growing tree: all that it takes to go on, and to know the root.
struct MerkleFrontier: Hashable, Sendable {
    /// How many leaves.
    private(set) var count: UInt64 = 0
    /// The roots of the whole subtrees, the largest first: one for each bit that `count` has.
    private(set) var peaks: [MerkleTree.Node] = []

    init() {}

    /// Nil where there are not as many peaks as `count` has bits.
    init?(count: UInt64, peaks: [MerkleTree.Node]) {
        guard peaks.count == count.nonzeroBitCount else { return nil }
        self.count = count
        self.peaks = peaks
    }

    mutating func add(_ leaf: MerkleTree.Node) {
        var node = leaf
        for _ in 0..<count.trailingOneBitCount { node = MerkleTree.parent(peaks.removeLast(), node) }
        peaks.append(node)
        count += 1
    }

    /// Of a tree that has at least one leaf.
    var root: MerkleTree.Node {
        guard var root = peaks.last else { return Array(SHA256().finalize()) }
        for peak in peaks.dropLast().reversed() { root = MerkleTree.parent(peak, root) }
        return root
    }
}

extension UInt64 {
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}
