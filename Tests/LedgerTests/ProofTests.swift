import Ledger
import LedgerSQLite
import Stories
import Testing

/// The recursive definitions of RFC 9162, word by word.
private enum Naive {
    static func half(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }

    static func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        guard leaves.count > 1 else { return leaves.first ?? .empty }
        let half = half(leaves.count)
        return .node(root(leaves.prefix(half)), root(leaves.dropFirst(half)))
    }

    static func path(_ index: Int, _ leaves: ArraySlice<TreeHash>) -> [TreeHash] {
        guard leaves.count > 1 else { return [] }
        let half = half(leaves.count)
        return index < half
            ? path(index, leaves.prefix(half)) + [root(leaves.dropFirst(half))]
            : path(index - half, leaves.dropFirst(half)) + [root(leaves.prefix(half))]
    }

    static func proof(_ from: Int, _ leaves: ArraySlice<TreeHash>, whole: Bool) -> [TreeHash] {
        if from == leaves.count { return whole ? [] : [root(leaves)] }
        let half = half(leaves.count)
        return from <= half
            ? proof(from, leaves.prefix(half), whole: whole) + [root(leaves.dropFirst(half))]
            : proof(from - half, leaves.dropFirst(half), whole: false)
                + [root(leaves.prefix(half))]
    }
}

@Suite struct ProofTests {
    private static let leaves = (0..<130).map { TreeHash.leaf([UInt8($0)]) }
    private static let other = TreeHash.leaf([7, 7])

    private static func roots(_ path: [Range<Int64>]) -> [TreeHash] {
        path.map { Naive.root(leaves[Int($0.lowerBound)..<Int($0.upperBound)]) }
    }

    @Test(arguments: 1...130)
    func `every leaf of every small tree is proven as the definition says`(size: Int) throws {
        let leaves = Self.leaves.prefix(size)
        let (root, count) = (Naive.root(leaves), Int64(size))
        for index in 0..<size {
            let path = Self.roots(
                try #require(TreeProof.inclusion(of: Int64(index), in: count))
            )
            #expect(path == Naive.path(index, leaves))
            func holds(_ leaf: TreeHash, _ place: Int, _ path: [TreeHash]) -> Bool {
                TreeProof.includes(leaf, at: Int64(place), in: count, root: root, by: path)
            }
            #expect(holds(leaves[index], index, path))
            #expect(!holds(Self.other, index, path))
            #expect(!holds(leaves[index], index, path + [Self.other]))
            if size > 1 {
                #expect(!holds(leaves[index], (index + 1) % size, path))
                #expect(!holds(leaves[index], index, Array(path.dropLast())))
                #expect(!holds(leaves[index], index, [Self.other] + path.dropFirst()))
            }
        }
        #expect(TreeProof.inclusion(of: count, in: count) == nil)
        #expect(TreeProof.inclusion(of: -1, in: count) == nil)
    }

    @Test(arguments: 1...130)
    func `every growth of every small tree is proven as the definition says`(size: Int) throws {
        let leaves = Self.leaves.prefix(size)
        let (root, count) = (Naive.root(leaves), Int64(size))
        for from in 1...size {
            let old = Naive.root(leaves.prefix(from))
            let path = Self.roots(
                try #require(TreeProof.consistency(from: Int64(from), to: count))
            )
            #expect(path == Naive.proof(from, leaves, whole: true))
            func holds(_ old: TreeHash, _ new: TreeHash, _ path: [TreeHash]) -> Bool {
                TreeProof.grows(from: Int64(from), old, to: count, new, by: path)
            }
            #expect(holds(old, root, path))
            #expect(!holds(Self.other, root, path))
            #expect(!holds(old, Self.other, path))
            #expect(!holds(old, root, path + [Self.other]))
            if !path.isEmpty { #expect(!holds(old, root, Array(path.dropLast()))) }
        }
        #expect(TreeProof.consistency(from: 0, to: count) == nil)
        #expect(TreeProof.consistency(from: count + 1, to: count) == nil)
    }

    @Test func `a record proves by its stored subtrees what its events alone prove`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        // More than one page, in groups of different sizes, and a page that fills inside one.
        for number in 0..<90 as Range<UInt64> {
            var append = Append(at: .minute(0), by: .system, expecting: [:])
            for member in 0..<(number % 7 + 4) {
                let stream = Stream("stall", OpaqueID(high: number + 1, low: member))
                append.expecting[stream] = 0
                try append.add(Decision([Stall.Fact.closed]), to: stream)
            }
            guard case .recorded = try await store.append(append) else {
                Issue.record("not recorded")
                return
            }
        }
        let leaves = try await store.read { reader in
            try reader.events(after: 0, limit: 1000).map { TreeHash.leaf($0.bytes) }
        }
        #expect(leaves.count > 512)
        try await store.read { (reader: Reader) throws in
            let size = Int64(leaves.count)
            for seq in [1, 2, 255, 256, 257, 511, 512, 513, size] {
                #expect(
                    try reader.inclusion(of: seq, in: size) == Naive.path(Int(seq) - 1, leaves[...])
                )
            }
            for from in [1, 255, 256, 257, 512, size - 1, size] {
                #expect(
                    try reader.consistency(from: from, to: size)
                        == Naive.proof(Int(from), leaves[...], whole: true)
                )
                #expect(try reader.root(at: from) == Naive.root(leaves.prefix(Int(from))))
            }
            #expect(try reader.inclusion(of: 1, in: size + 1) == nil)
            #expect(try reader.rows("SELECT place FROM subtrees").count == leaves.count / 256)
        }
        try await store.close()
        try await expectRefilled(bench, leaves)
    }

    /// As if the record were older than the table of subtrees.
    private func expectRefilled(_ bench: Bench, _ leaves: [TreeHash]) async throws {
        let intruder = try SQLiteConnection(path: "\(bench.folder)/record.sqlite", readOnly: false)
        let before = try intruder.rows("SELECT * FROM subtrees ORDER BY height, place").map(
            \.values
        )
        try intruder.run("DROP TRIGGER subtrees_no_delete")
        try intruder.run("DELETE FROM subtrees")
        intruder.close()
        let store = try await bench.open()
        let after = try await store.read { reader in
            try reader.rows("SELECT * FROM subtrees ORDER BY height, place").map(\.values)
        }
        #expect(after == before)
        try await store.close()
    }
}
