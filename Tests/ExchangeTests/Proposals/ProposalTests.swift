import Blueprints
import Crypto
import Exchange
import Office
import Stories
import Testing

let umkm = "service/surat-keterangan-usaha"

/// Proposals of a made-up replica, and the origin that reads them.
enum Proposed {
    static let by = Proposer(
        code: "12.03",
        name: "Kabupaten Tapanuli Selatan",
        at: Partner.day(10)
    )

    static let title = "at: \(umkm)/title, was: Surat keterangan usaha, now: Surat dagang"
    static let hint =
        "at: \(umkm)/question/nama_usaha/hint, was: Tulis seperti yang dikenal pelanggan., "
        + "now: Tulis seperti di papan nama."
    static let added =
        "at: \(umkm)/question/lokal_jam, "
        + "now: { in: usaha, ask: Jam berapa usaha buka?, type: text, optional: true }, "
        + "after: sejak"

    static func proposal(_ entries: String...) throws -> Proposal {
        let text = (entries.isEmpty ? [title] : entries).map {
            "  - { \($0), reason: Warga bertanya., by: Kabag Organisasi, date: 2026-03-01 }\n"
        }
        let here = try MadeUp.files().installed("edits:\n" + text.joined())
        return try here.proposal(of: nil, from: by)
    }

    /// The origin's own files, changed as a test wants.
    static func origin(_ files: [String: String]) throws -> BlueprintFiles {
        BlueprintFiles(try files.archive.sources, publishedHereAs: "16.03")
    }

    static func read(_ proposal: Proposal, on files: [String: String]) throws -> ReadProposal {
        let origin = try origin(files)
        return ReadProposal(proposal, on: origin.tree, renames: origin.folder.renames)
    }

    static let why = Why(reason: "Berguna.", author: "Pengelola", date: "2026-11-26")

    static func choice(_ slots: [Slot], isReleased: Bool = true) -> ProposalChoice {
        ProposalChoice(slots: slots, why: why, isReleased: isReleased)
    }

    /// The origin's files once something was taken.
    static func files(
        of read: ReadProposal,
        taking slots: [Slot],
        from files: [String: String]
    ) throws -> [String: String] {
        let origin = try origin(files)
        let taken = try read.taking(choice(slots))
        let (edited, clashes) = origin.changed(by: taken.edits)
        #expect(clashes == [])
        var next = files
        for file in edited + origin.renaming(taken) {
            next[file.path] = String(decoding: file.bytes, as: UTF8.self)
        }
        return next
    }
}

@Suite struct ProposalTests {
    @Test func `a proposal is read as it was written, and known by its digest`() throws {
        let proposal = try Proposed.proposal(Proposed.title, Proposed.added)
        #expect(try Proposal(reading: proposal.bytes) == proposal)
        #expect(proposal.edits.count == 2)
        #expect(proposal.version == "1.0.0")
        #expect(proposal.edits.map(\.why.author) == ["Kabag Organisasi", "Kabag Organisasi"])
        let again = try Proposed.proposal(Proposed.added, Proposed.title)
        #expect(again.document == proposal.document, "the entries' sequence does not matter")
    }

    @Test func `what stands where the publisher left a hole is never offered`() throws {
        let local =
            "at: \(umkm)/standard/legal_basis, was: [Undang-Undang Nomor 25 Tahun 2009 tentang "
            + "Pelayanan Publik, { hole: perbup_pelayanan }], now: [Perda 5]"
        let here = try MadeUp.files().installed(
            overlay(Proposed.title, local, fill: "perbup_pelayanan: Perbup 12")
        )
        #expect(here.offerable.map(\.at) == [Slot("\(umkm)/title")])
        let proposal = try here.proposal(of: nil, from: Proposed.by)
        #expect(!proposal.entriesText.contains("Perbup"))
        #expect(throws: ProposalProblem.localMatters(["\(umkm)/standard/legal_basis"])) {
            try here.proposal(of: [Slot("\(umkm)/standard/legal_basis")], from: Proposed.by)
        }
        #expect(throws: ProposalProblem.unknownEntries(["\(umkm)/purpose"])) {
            try here.proposal(of: [Slot("\(umkm)/purpose")], from: Proposed.by)
        }
        #expect(throws: ProposalProblem.nothingChosen) {
            try here.proposal(of: [], from: Proposed.by)
        }
        #expect(throws: ProposalProblem.nothingToOffer) {
            try MadeUp.files().installed().proposal(of: nil, from: Proposed.by)
        }
        let own = Proposer(code: "16.03", name: "Kabupaten Muara Enim", at: Partner.day(1))
        #expect(throws: ProposalProblem.notAReplica("16.03/umkm")) {
            try here.proposal(of: nil, from: own)
        }
    }

    @Test func `edited files, people's numbers and officials' names are refused`() throws {
        let here = try MadeUp.files().installed(overlay(Proposed.title))
        let edited = try DirectEditTests.edited(here, "fee: 0", "fee: 7500")
        #expect(throws: ProposalProblem.editedDirectly("16.03/umkm")) {
            try edited.proposal(of: nil, from: Proposed.by)
        }
        let nik = "at: \(umkm)/title, was: Surat keterangan usaha, now: NIK 1203041708851234"
        let person = try MadeUp.files().installed(overlay(nik))
        #expect(throws: ProposalProblem.realPerson("\(umkm)/title")) {
            try person.proposal(of: nil, from: Proposed.by)
        }
        let proposal = try here.proposal(of: nil, from: Proposed.by)
        #expect(proposal.edit(naming: ["Rina Sari"]) == nil)
        #expect(proposal.edit(naming: ["KABAG organisasi"])?.at == Slot("\(umkm)/title"))
    }

    // MARK: What becomes of an entry

    static let outcomes: [(change: [(String, String)], word: String, mayBeTaken: Bool)] = [
        ([], "keep-ours", true),
        ([("title: Surat keterangan usaha", "title: Surat dagang")], "same", false),
        ([("title: Surat keterangan usaha", "title: Surat usaha kecil")], "conflict", true),
        ([("fee: 0", "fee: 5000")], "keep-ours", true),
    ]

    @Test(arguments: outcomes)
    func `an entry is told by what the origin has now`(
        change: [(String, String)],
        word: String,
        mayBeTaken: Bool
    ) throws {
        var files = try MadeUp.files().version("1.1.0")
        for (old, new) in change { files = try files.replacing(old, with: new) }
        let read = try Proposed.read(Proposed.proposal(), on: files)
        #expect(read.lines.map(\.outcome.word) == [word])
        #expect(read.lines.map(\.mayBeTaken) == [mayBeTaken])
    }

    @Test func `a place that is gone and what must stay cannot be taken`() throws {
        let files = try MadeUp.files().replacing(
            "      nama_usaha:\n        ask: Apa nama usaha Anda?\n"
                + "        hint: Tulis seperti yang dikenal pelanggan.\n"
                + "        type: text\n        max: 80\n",
            with: ""
        )
        let read = try Proposed.read(Proposed.proposal(Proposed.hint), on: files)
        #expect(read.lines.map(\.outcome.word) == ["orphaned"])
        let slot = Slot("\(umkm)/question/nama_usaha/hint")
        #expect(throws: ProposalProblem.cannotBeTaken(["\(slot)"])) {
            try read.taking(Proposed.choice([slot]))
        }
        let fixed = "at: blueprint/licence, was: CC0-1.0, now: Milik kami"
        let licence = try Proposed.read(Proposed.proposal(fixed), on: MadeUp.files())
        #expect(licence.lines.map(\.outcome.word) == ["must-stay"])
        #expect(licence.plain == [])
    }

    @Test func `a renamed thing is found under its new name`() throws {
        var files = try MadeUp.files().version("1.1.0")
        for path in files.keys { files[path] = files[path]?.replacing("nama_usaha", with: "merek") }
        files["renames/1.1.0.yaml"] =
            "from: 1.0.0\nto: 1.1.0\nrenames:\n"
            + "  - { was: \(umkm)/question/nama_usaha, now: merek }\n"
        let origin = try Proposed.origin(files)
        let before = try Proposed.origin(MadeUp.files()).tree
        let read = ReadProposal(
            try Proposed.proposal(Proposed.hint),
            on: origin.tree,
            renames: origin.folder.renames,
            before: before
        )
        #expect(read.lines.map(\.outcome.word) == ["keep-ours"])
        #expect(read.lines.map(\.here.at) == [Slot("\(umkm)/question/merek/hint")])
    }

    // MARK: Taking

    @Test func `what is taken stands in the origin's own files, thanked for, comments kept`() throws
    {
        let files = try MadeUp.files()
        let read = try Proposed.read(Proposed.proposal(Proposed.title, Proposed.hint), on: files)
        let slot = Slot("\(umkm)/title")
        let next = try Proposed.files(of: read, taking: [slot], from: files)
        let tree = try Proposed.origin(next).tree
        #expect(tree.text(at: slot) == "Surat dagang")
        let hint = tree.text(at: Slot("\(umkm)/question/nama_usaha/hint"))
        #expect(hint == "Tulis seperti yang dikenal pelanggan.")
        #expect(tree.text(at: "blueprint/version") == "1.1.0")
        let credit = try #require(Credit.all(in: tree).first)
        #expect(credit.regency == "12.03")
        #expect(credit.version == "1.1.0")
        #expect(credit.date == "2026-11-26")
        #expect(credit.entries == ["\(slot)"])
        let service = try #require(next[MadeUp.service])
        #expect(service.contains("# nama unit yang diikat oleh kabupaten penerima"))
        #expect(try #require(next["blueprint.yaml"]).contains("# Cetak biru: yang dipindahkan"))
    }

    @Test func `the same twice is known, the rest may follow`() throws {
        let files = try MadeUp.files()
        let proposal = try Proposed.proposal(Proposed.title, Proposed.hint)
        let (title, hint) = (Slot("\(umkm)/title"), Slot("\(umkm)/question/nama_usaha/hint"))
        let once = try Proposed.files(
            of: Proposed.read(proposal, on: files),
            taking: [title],
            from: files
        )
        let again = try Proposed.read(proposal, on: once)
        #expect(throws: ProposalProblem.takenBefore) { try again.taking(Proposed.choice([title])) }
        let rest = try again.taking(Proposed.choice([hint], isReleased: false))
        #expect(rest.version == "1.1.0", "nothing of this version went out yet")
        #expect(throws: ProposalProblem.nothingChosen) { try again.taking(Proposed.choice([])) }
    }

    @Test func `a conflict is taken only by name, over what stands there`() throws {
        let files = try MadeUp.files().replacing(
            "title: Surat keterangan usaha",
            with: "title: Surat usaha kecil"
        )
        let read = try Proposed.read(Proposed.proposal(), on: files)
        #expect(read.plain == [])
        let slot = Slot("\(umkm)/title")
        let next = try Proposed.files(of: read, taking: [slot], from: files)
        #expect(try Proposed.origin(next).tree.text(at: slot) == "Surat dagang")
    }

    @Test func `once it is released, the proposer's own entries are the same and vanish`() throws {
        let entries = [Proposed.title, Proposed.added]
        let here = try MadeUp.files().installed(
            overlay(entries[0], entries[1], "at: \(umkm)/standard/fee, was: 0, now: 5000")
        )
        let proposal = try here.proposal(
            of: [Slot("\(umkm)/title"), Slot("\(umkm)/question/lokal_jam")],
            from: Proposed.by
        )
        let files = try MadeUp.files()
        let read = try Proposed.read(proposal, on: files)
        let next = try Proposed.files(of: read, taking: read.plain, from: files)
        let tree = try Proposed.origin(next).tree
        #expect(tree[at: Slot("\(umkm)/question/jam")] != nil)
        #expect(tree[at: Slot("\(umkm)/question/lokal_jam")] == nil)
        #expect(next["renames/1.1.0.yaml"]?.contains("lokal_jam") == true)

        let plan = planUpgrade(of: here, to: try next.archive)
        #expect(plan.obstacles == [])
        let outcomes = plan.lines.filter { $0.outcome.isOfOurs }.map(\.outcome.word).sorted()
        #expect(outcomes == ["keep-ours", "same", "same"])
        let result = AdaptedFolder(try #require(plan.result), named: here.name)
        #expect(result.overlay.edits.map(\.at) == [Slot("\(umkm)/standard/fee")])
        #expect(result.tree[at: Slot("\(umkm)/question/jam")] != nil)
        #expect(result.tree[at: Slot("\(umkm)/question/lokal_jam")] == nil)
    }

    @Test func `an addition whose neighbour is not taken stands at the end`() throws {
        let second =
            "at: \(umkm)/question/lokal_libur, "
            + "now: { in: usaha, ask: Hari apa libur?, type: text, optional: true }, "
            + "after: lokal_jam"
        let files = try MadeUp.files()
        let read = try Proposed.read(Proposed.proposal(Proposed.added, second), on: files)
        #expect(read.lines.map(\.outcome.word) == ["keep-ours", "keep-ours"])
        let slot = Slot("\(umkm)/question/lokal_libur")
        let next = try Proposed.files(of: read, taking: [slot], from: files)
        let tree = try Proposed.origin(next).tree
        #expect(tree[at: Slot("\(umkm)/question/libur")] != nil)
        #expect(tree[at: Slot("\(umkm)/question/jam")] == nil)
        let both = try Proposed.files(of: read, taking: read.plain, from: files)
        let ids = try Proposed.origin(both).tree[at: Slot("\(umkm)/question")]?.ids ?? []
        let place = try #require(ids.firstIndex(of: "sejak"))
        #expect(Array(ids[place...].prefix(3)) == ["sejak", "jam", "libur"])
    }

    @Test func `a package carries the thanks`() throws {
        let files = try MadeUp.files()
        let read = try Proposed.read(Proposed.proposal(), on: files)
        let next = try Proposed.files(of: read, taking: read.plain, from: files)
        let folder = readBlueprint(try next.archive.sources, at: "")
        let package = try Package.pack(folder, as: "16.03")
        let opened = try Package(reading: package.bytes)
        let own = try #require(opened.own)
        #expect(Credit.all(in: own.content).map(\.name) == ["Kabupaten Tapanuli Selatan"])
    }

    @Test(arguments: [
        ProposalProblem.notAReplica("a"), .editedDirectly("a"), .nothingToOffer, .nothingChosen,
        .unknownEntries(["a"]), .localMatters(["a"]), .doNotFit(["a"]), .realPerson("a"),
        .namesOfficial("a"), .livingPerson("a"), .tooLarge, .notAProposal, .otherBlueprint("a"),
        .takenBefore, .cannotBeTaken(["a"]), .reasonMissing, .becomesFaulty("a"), .movedOn,
    ])
    func `each refusal has a sentence in both languages`(problem: ProposalProblem) {
        #expect(problem.sentence.count > 20)
        #expect(problem.sentenceInEnglish.count > 20)
        #expect(problem.sentence != problem.sentenceInEnglish)
        #expect([409, 422].contains(problem.status))
    }
}
