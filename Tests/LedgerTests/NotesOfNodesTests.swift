import Ledger
import Stories
import Testing

/// What nodes say about themselves, and of what they find wrong.
@Suite struct NotesOfNodesTests {
    private let disk = NodeTrouble("disk", "Ruang disk hampir habis.", isShared: false)
    private let search = NodeTrouble("view.search", "Pencarian berhenti.", isShared: true)

    private func onTwoNodes(
        _ backend: Backend,
        _ body: (_ a: RecordStore, _ b: RecordStore) async throws -> Void
    ) async throws {
        let nodes = try TwoNodes(backend)
        let (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        try await body(a, b)
        for store in [a, b] { try await store.close() }
    }

    private func said(_ store: RecordStore) async throws -> [String] {
        try await NodeTroubles(store).open().map(\.sentence)
    }

    /// The letters about ends that are under way, and what they tell of.
    private func ended(_ store: RecordStore) async throws -> [[String]] {
        let troubles = NodeTroubles(store)
        var told: [[String]] = []
        for letter in try await troubles.lettersOfEnds(Draw.random.id()) {
            told.append(try await troubles.ended(in: letter).map(\.sentence))
        }
        return told
    }

    @Test(arguments: Backend.all)
    func `nodes say who they are, and files that differ are named with their machines`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { a, b in
            #expect(a.nodeID != b.nodeID)
            let settings = ["kabar.yaml": "11", "serasan.conf": "22"]
            try await a.note(
                NodeNote.About(host: "m1", program: "1.9", settings: settings),
                at: .minute(0)
            )
            try await b.note(
                NodeNote.About(host: "m2", program: "1.10", settings: settings),
                at: .minute(0)
            )
            var notes = try await b.nodeNotes()
            #expect(notes.map(\.about.host) == ["m1", "m2"])
            #expect(notes.map(\.about.program) == ["1.9", "1.10"])
            #expect(notes[0].about.settings == settings)
            #expect(notes.differing(at: .minute(1)).isEmpty)

            let other = ["serasan.conf": "23", "kabar.yaml": "11", "kopi.yaml": "33"]
            try await b.note(
                NodeNote.About(host: "m2", program: "1.10", settings: other),
                at: .minute(2)
            )
            notes = try await a.nodeNotes()
            let differing = notes.differing(at: .minute(3))
            #expect(differing.map(\.file) == ["kopi.yaml", "serasan.conf"])
            #expect(differing.map(\.hosts) == [["m2"], ["m2"]])

            #expect(notes.map { $0.isSilent(at: .minute(16)) } == [true, false])
            #expect(notes.differing(at: .minute(16)).isEmpty)
            _ = try await b.strikeOff(a.nodeID)
            #expect(try await b.nodeNotes().map(\.about.host) == ["m2"])
        }
    }

    @Test(arguments: Backend.all)
    func `a node that is well does not silence one that is not`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { a, b in
            try await NodeTroubles(a).say([disk], on: "m1", at: .minute(0))
            try await NodeTroubles(b).say([], on: "m2", at: .minute(1))
            for store in [a, b] {
                #expect(try await said(store) == ["m1: Ruang disk hampir habis."])
            }
            let since = try await NodeTroubles(b).open().first?.since
            try await NodeTroubles(a).say([disk], on: "m1", at: .minute(9))
            #expect(try await NodeTroubles(b).open().first?.since == since)
            // Nobody was told: it ends without a word.
            try await NodeTroubles(a).say([], on: "m1", at: .minute(10))
            #expect(try await said(b).isEmpty)
            #expect(try await ended(b).isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `the end of what was told is kept for one letter`(backend: Backend) async throws {
        try await onTwoNodes(backend) { a, b in
            try await NodeTroubles(a).say([disk], on: "m1", at: .minute(0))
            try await NodeTroubles(b).noteTold(NodeTroubles(b).open(), at: .minute(1))
            try await NodeTroubles(a).say([], on: "m1", at: .minute(2))
            // Back before anybody heard that it was over: it went on.
            try await NodeTroubles(a).say([disk], on: "m1", at: .minute(3))
            #expect(try await ended(b).isEmpty)
            try await NodeTroubles(a).say([], on: "m1", at: .minute(4))
            for store in [b, a, b] {
                #expect(try await ended(store) == [["m1: Ruang disk hampir habis."]])
            }
            // Wrong again after its letter: that is another time.
            try await NodeTroubles(a).say([disk], on: "m1", at: .minute(5))
            #expect(try await ended(b).isEmpty)
            #expect(try await NodeTroubles(b).open().map(\.since) == [.minute(5)])
            try await NodeTroubles(a).say([], on: "m1", at: .minute(6))
            #expect(try await ended(b).isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `what all share is told once, and is over when nobody finds it any more`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { a, b in
            for store in [a, b] {
                try await NodeTroubles(store).say([search], on: "m", at: .minute(0))
            }
            #expect(try await said(a) == ["Pencarian berhenti."])
            try await NodeTroubles(a).noteTold(NodeTroubles(a).open(), at: .minute(1))
            try await NodeTroubles(a).say([], on: "m1", at: .minute(2))
            #expect(try await ended(a).isEmpty)
            #expect(try await said(a) == ["Pencarian berhenti."])
            try await NodeTroubles(b).say([], on: "m2", at: .minute(3))
            #expect(try await ended(a) == [["Pencarian berhenti."]])
            #expect(try await said(a).isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `a node that is silent has no say in what all share`(backend: Backend) async throws {
        try await onTwoNodes(backend) { a, b in
            for (store, host) in [(a, "m1"), (b, "m2")] {
                try await store.note(NodeNote.About(host: host, program: "1"), at: .minute(0))
            }
            try await NodeTroubles(a).say([search, disk], on: "m1", at: .minute(0))
            try await b.note(NodeNote.About(host: "m2", program: "1"), at: .minute(20))
            try await NodeTroubles(b).say([], on: "m2", at: .minute(20))
            // What is its own is still so, as far as anybody knows.
            #expect(try await said(b) == ["m1: Ruang disk hampir habis."])
            _ = try await b.strikeOff(a.nodeID)
            #expect(try await said(b).isEmpty)
        }
    }
}
