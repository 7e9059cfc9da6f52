import Blueprints
import Testing

/// One small service, and what becomes of a change to it when the publisher changed it too.
@Suite struct OutcomeTests {
    static let why = Why(reason: "Perda 4/2025", author: "Dewi", date: "2026-03-01", until: nil)

    static func question(_ ask: String, page: String = "usaha") -> Tree {
        .record([
            "ask": .text(ask), "type": .atom([.text("text"), .text("80")]), "@in": .text(page),
        ])
    }

    static let questions: [(ID, Tree)] = [
        ("nama", question("Nama?")), ("jenis", question("Jenis?")), ("luas", question("Luas?")),
    ]
    static let pages: [(ID, Tree)] = [
        ("usaha", .record(["title": "Usaha"])), ("lain", .record(["title": "Lain"])),
    ]
    static let base = Tree.record([
        "service": .record(["title": "Surat", "owner": "kelurahan"]),
        "question": .collection(questions),
        "page": .collection(pages),
    ])

    static func edit(_ at: String, _ was: Tree?, _ now: Tree?, after: ID? = nil) -> Edit {
        Edit(at: Slot(at), was: was, now: now, after: after, why: why)
    }

    static func made(_ edits: Edit...) -> Tree {
        let (tree, clashes) = apply(edits, to: base)
        #expect(clashes == [])
        return tree
    }

    static func outcomes(_ ours: [Edit], _ next: Tree, _ renames: [Rename] = []) -> [String:
        Outcome]
    {
        let pairs = rebase(ours, from: base, onto: next, renames)
        return Dictionary(
            pairs.map { ($0.0.at.description, $0.1) },
            uniquingKeysWith: { one, _ in one }
        )
    }

    static let asksNama = edit("question/nama/ask", "Nama?", "Nama usaha?")
    static let asksOther = edit("question/nama/ask", "Nama?", "Apa namanya?")
    static let movesNama = edit("question/nama/@in", "usaha", "lain")
    static let dropsNama = edit("question/nama", question("Nama?"), nil)
    static let addsFoto = edit("question/foto", nil, question("Foto?"), after: "nama")

    @Test func `both made the same change`() {
        let found = Self.outcomes([Self.asksNama], Self.made(Self.asksNama))
        #expect(found == ["question/nama/ask": .same])
    }

    @Test func `what only they changed is taken from them`() {
        let found = Self.outcomes([Self.movesNama], Self.made(Self.asksNama))
        #expect(found == ["question/nama/ask": .takeTheirs, "question/nama/@in": .keepOurs])
    }

    @Test func `what only we changed is kept, with its reason, author and date`() {
        let result = rebase([Self.asksNama], from: Self.base, onto: Self.base, [])
        #expect(result.map(\.0) == [Self.asksNama])
        #expect(result.map(\.1) == [.keepOurs])
    }

    @Test func `a new default arrives`() {
        #expect(Self.outcomes([], Self.made(Self.addsFoto)) == ["question/foto": .newDefault])
    }

    @Test func `what we had not touched is removed there`() {
        #expect(Self.outcomes([], Self.made(Self.dropsNama)) == ["question/nama": .removedThere])
    }

    @Test func `two different changes of one slot are a conflict`() {
        let found = Self.outcomes([Self.asksNama], Self.made(Self.asksOther))
        #expect(
            found == [
                "question/nama/ask": .conflict(at: "question/nama/ask", theirs: "Apa namanya?")
            ]
        )
    }

    @Test func `a deleted subtree that we changed anywhere is one conflict at its root`() {
        let found = Self.outcomes([Self.asksNama, Self.movesNama], Self.made(Self.dropsNama))
        let conflict = Outcome.conflict(at: "question/nama", theirs: nil)
        #expect(found == ["question/nama/ask": conflict, "question/nama/@in": conflict])
    }

    @Test func `what we deleted and they changed anywhere is one conflict at its root`() {
        let next = Self.made(Self.asksOther, Self.movesNama)
        let found = Self.outcomes([Self.dropsNama], next)
        let theirs = next[at: "question/nama"]
        #expect(found == ["question/nama": .conflict(at: "question/nama", theirs: theirs)])
    }

    @Test func `an edit of what the base does not have is orphaned`() {
        let stray = Self.edit("question/telepon/ask", "Telepon?", "HP?")
        #expect(Self.outcomes([stray], Self.base) == ["question/telepon/ask": .orphaned])
    }

    @Test func `an edit that expects other words than the base has is orphaned`() {
        let stale = Self.edit("question/nama/ask", "Siapa?", "Nama usaha?")
        #expect(Self.outcomes([stale], Self.base) == ["question/nama/ask": .orphaned])
    }

    @Test(arguments: ["question/nama/ask", "question/nama"])
    func `removing or changing what must stay is refused`(fixed: String) {
        let ground = Rebasing(from: Self.base, onto: Self.base) { $0 == Slot(fixed) }
        let edit = fixed == "question/nama" ? Self.dropsNama : Self.asksNama
        #expect(ground.rebase([edit]).map(\.1) == [.mustStay(Slot(fixed))])
    }

    @Test func `removing a thing that holds what must stay is refused, and what they did arrives`()
    {
        let ground = Rebasing(from: Self.base, onto: Self.made(Self.asksOther)) {
            $0 == "question/nama/type"
        }
        let outcomes = ground.rebase([Self.dropsNama]).map(\.1)
        #expect(outcomes == [.mustStay("question/nama/type"), .takeTheirs])
    }

    @Test func `an edit beside what must stay is kept`() {
        let ground = Rebasing(from: Self.base, onto: Self.base) { $0 == "question/nama/type" }
        #expect(ground.rebase([Self.asksNama]).map(\.1) == [.keepOurs])
    }

    @Test func `only edits that are kept belong to the new overlay`() {
        let others: [Outcome] = [
            .same, .takeTheirs, .newDefault, .removedThere, .orphaned,
            .conflict(at: "a", theirs: nil), .mustStay("a"), .doesNotCheck(["langkah buntu"]),
        ]
        #expect(Outcome.keepOurs.applies)
        #expect(others.filter(\.applies) == [])
    }

    @Test func `a type is one slot: two changes of it are one conflict`() {
        let type = Tree.atom([.text("text"), .text("80")])
        let longer = Self.edit("question/nama/type", type, .atom([.text("text"), .text("120")]))
        let choice = Self.edit("question/nama/type", type, .atom([.text("choice")]))
        let found = Self.outcomes([longer, Self.asksNama], Self.made(choice))
        #expect(
            found == [
                "question/nama/type": .conflict(at: "question/nama/type", theirs: choice.now),
                "question/nama/ask": .keepOurs,
            ]
        )
    }

    @Test func `an added question stays one entry`() {
        let result = rebase([Self.addsFoto], from: Self.base, onto: Self.made(Self.asksNama), [])
        #expect(result.map(\.0.at) == ["question/foto", "question/nama/ask"])
        #expect(result.first?.0 == Self.addsFoto)
    }

    @Test func `the same id added by both meets part by part`() {
        let their = Self.edit("question/foto", nil, Self.question("Gambar?"), after: "luas")
        let found = Self.outcomes([Self.addsFoto], Self.made(their))
        #expect(found["question/foto/ask"] == .conflict(at: "question/foto/ask", theirs: "Gambar?"))
        #expect(found["question/foto/type"] == .same)
    }

    @Test func `two entries that add the same for two reasons are both kept`() {
        let other = Why(reason: "Saran warga", author: "Budi", date: "2026-04-01")
        let twin = Edit(
            at: Self.addsFoto.at,
            was: nil,
            now: Self.addsFoto.now,
            after: "nama",
            why: other
        )
        let result = rebase([Self.addsFoto, twin], from: Self.base, onto: Self.base, [])
        #expect(result.map(\.1) == [.keepOurs, .keepOurs])
        #expect(Set(result.map(\.0.why)) == [Self.why, other])
    }

    @Test func `an answer to a conflict is not asked again`() throws {
        let next = Self.made(Self.asksOther)
        let ours = Self.asksNama.answering(theirs: "Apa namanya?")
        #expect(rebase([ours], from: next, onto: next, []).map(\.1) == [.keepOurs])
        #expect(apply([ours], to: next).0[at: "question/nama/ask"] == "Nama usaha?")
    }
}
