import Testing

@testable import PledgedLog

@Suite struct MerkleTests {
    /// Leaves of entries that are told apart by a number.
    private func leaves(_ count: Int) -> [MerkleTree.Node] {
        var hash = ChainHash.zero
        return (0..<count).map { number in
            hash = hash.next(Array("\(number)".utf8)[...])
            return MerkleTree.leaf(hash)
        }
    }

    /// RFC 6962, section 2.1, word by word.
    private func root(_ leaves: ArraySlice<MerkleTree.Node>) -> MerkleTree.Node {
        if leaves.count == 1, let only = leaves.first { return only }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return MerkleTree.parent(root(leaves.prefix(half)), root(leaves.dropFirst(half)))
    }

    @Test func `grows to the tree of RFC 6962, leaf by leaf`() {
        let leaves = leaves(70)
        var frontier = MerkleFrontier()
        for count in 1...leaves.count {
            frontier.add(leaves[count - 1])
            #expect(frontier.root == root(leaves.prefix(count)))
            #expect(MerkleFrontier(count: frontier.count, peaks: frontier.peaks) == frontier)
        }
        #expect(MerkleFrontier(count: 70, peaks: Array(frontier.peaks.dropLast())) == nil)
    }

    @Test func `leads from every leaf of every tree to its root`() throws {
        let leaves = leaves(33)
        for count in 1...leaves.count {
            let tree = leaves.prefix(count)
            for index in 0..<count {
                let path = MerkleTree.path(to: index, in: tree)
                let found = MerkleTree.root(of: leaves[index], at: UInt64(index), of: UInt64(count), path: path)
                #expect(found == root(tree))
            }
        }
    }

    @Test func `leads nowhere with another leaf, place, count or path`() {
        let leaves = leaves(13)
        let path = MerkleTree.path(to: 5, in: leaves[...])
        let right = root(leaves[...])
        #expect(MerkleTree.root(of: leaves[5], at: 5, of: 13, path: path) == right)
        #expect(MerkleTree.root(of: leaves[4], at: 5, of: 13, path: path) != right)
        #expect(MerkleTree.root(of: leaves[5], at: 4, of: 13, path: path) != right)
        #expect(MerkleTree.root(of: leaves[5], at: 13, of: 13, path: path) == nil)
        #expect(MerkleTree.root(of: leaves[5], at: 5, of: 6, path: path) == nil)
        #expect(MerkleTree.root(of: leaves[5], at: 5, of: 13, path: path.dropLast()) == nil)
        #expect(MerkleTree.root(of: leaves[5], at: 5, of: 13, path: path + [right]) == nil)
    }
}
