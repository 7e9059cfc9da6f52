import Blueprints
import Exchange
import Office
import Testing

private let at = "at: service/surat-keterangan-usaha"

/// The whole way of an adapted blueprint to its publisher's next version.
@Suite struct UpgradeTests {
    static let title: Slot = "service/surat-keterangan-usaha/title"
    static let ourTitle = overlay("\(at)/title, was: Surat keterangan usaha, now: Surat dagang")
    static let theirTitle = "title: Surat keterangan usaha kecil"

    static func answer(_ slot: Slot, _ answer: Answer) -> UpgradeAnswers {
        UpgradeAnswers(
            answers: [slot: answer],
            why: Why(reason: "Rapat", author: "Kabag", date: "2026-11-26")
        )
    }

    static func retitled() throws -> [String: String] {
        try MadeUp.files().version("1.1.0")
            .replacing("title: Surat keterangan usaha", with: theirTitle)
    }

    @Test func `what only one side changed merges, and the entry keeps its reason`() throws {
        let here = try MadeUp.files().installed(Self.ourTitle)
        let next = try MadeUp.files().version("1.1.0")
            .replacing("fee: 0", with: "fee: 10000").archive
        let plan = planUpgrade(of: here, to: next)
        #expect(plan.obstacles == [])
        let result = AdaptedFolder(try #require(plan.result), named: here.name)
        #expect(result.overlay == here.overlay)
        #expect(result.upstream == next)
        #expect(result.read.lock?.version == "1.1.0")
        #expect(result.read.lock?.digest == next.digest)
        #expect(result.directEdit == nil)
        #expect(result.tree.text(at: Self.title) == "Surat dagang")
        #expect(result.tree.text(at: "service/surat-keterangan-usaha/standard/fee") == "10000")
    }

    @Test func `a conflict is shown with three values, and nothing comes of it undecided`() throws {
        let here = try MadeUp.files().installed(Self.ourTitle)
        let plan = planUpgrade(of: here, to: try Self.retitled().archive)
        #expect(plan.obstacles == [.undecided(1)])
        #expect(plan.result == nil)
        let line = try #require(plan.undecided.first)
        #expect(line.slot == Self.title)
        #expect(line.base == "Surat keterangan usaha")
        #expect(line.ours == "Surat dagang")
        #expect(line.theirs == "Surat keterangan usaha kecil")
        #expect(line.why?.author == "Kabag Organisasi")
        #expect(line.sentence.indonesian.contains("Surat dagang"))
        #expect(line.sentence.english.contains("now reads"))
    }

    static let answers: [(Answer, String)] = [
        (.ours, "Surat dagang"), (.theirs, "Surat keterangan usaha kecil"),
        (.value("Surat usaha mikro"), "Surat usaha mikro"),
    ]

    @Test(arguments: answers)
    func `an answered conflict is not asked again`(answer: Answer, title: String) throws {
        let here = try MadeUp.files().installed(Self.ourTitle)
        let next = try Self.retitled()
        let plan = planUpgrade(
            of: here,
            to: try next.archive,
            answers: Self.answer(Self.title, answer)
        )
        let result = AdaptedFolder(try #require(plan.result), named: here.name)
        #expect(result.tree.text(at: Self.title) == title)
        let later = try next.replacing("1.1.0", with: "1.2.0", in: "blueprint.yaml").archive
        let again = planUpgrade(of: result, to: later)
        #expect(again.obstacles == [])
        let end = AdaptedFolder(try #require(again.result), named: here.name)
        #expect(end.tree.text(at: Self.title) == title)
    }

    @Test func `renames of the versions skipped over are followed, in references too`() throws {
        let here = try MadeUp.files().installed(
            overlay(
                "\(at)/question/nama_usaha/ask, was: Apa nama usaha Anda?, now: Usaha apa?",
                "\(at)/check/lokal_batas, now: { that: luas_kebun < 20, say: Paling luas 20 ha. }"
            )
        )
        var next = try MadeUp.files().version("1.2.0")
        for path in next.keys {
            next[path] = next[path]?.replacing("nama_usaha", with: "merek")
                .replacing("luas_kebun", with: "hektare")
        }
        next["renames/1.1.0.yaml"] = """
            from: 1.0.0
            to: 1.1.0
            renames:
              - { was: service/surat-keterangan-usaha/question/nama_usaha, now: sebutan }
              - { was: service/surat-keterangan-usaha/question/luas_kebun, now: hektare }

            """
        next["renames/1.2.0.yaml"] = """
            from: 1.1.0
            to: 1.2.0
            renames:
              - { was: service/surat-keterangan-usaha/question/sebutan, now: merek }

            """
        let plan = planUpgrade(of: here, to: try next.archive)
        #expect(plan.obstacles == [])
        #expect(plan.idleRenames == [])
        let result = AdaptedFolder(try #require(plan.result), named: here.name)
        let service = Slot("service/surat-keterangan-usaha")
        #expect(result.tree.text(at: Slot("\(service)/question/merek/ask")) == "Usaha apa?")
        #expect(result.tree.text(at: Slot("\(service)/check/lokal_batas/that")) == "hektare < 20")
    }

    @Test func `text that merges but no longer goes together is told, and nothing is made`() throws
    {
        let here = try MadeUp.files().installed(
            overlay("\(at)/check/lokal_luas, now: { that: luas_kebun < 20, say: Terlalu luas. }")
        )
        var next = try MadeUp.files().version("1.1.0")
        for path in next.keys {
            next[path] = next[path]?.replacing("luas_kebun", with: "hektare")
        }
        let plan = planUpgrade(of: here, to: try next.archive)
        #expect(plan.findings.map(\.code).contains("S202"))
        #expect(plan.obstacles == [.doesNotCheck(plan.findings.count)])
        #expect(plan.result == nil)
        let slot: Slot = "service/surat-keterangan-usaha/check/lokal_luas"
        let dropped = planUpgrade(
            of: here,
            to: try next.archive,
            answers: Self.answer(slot, .theirs)
        )
        #expect(dropped.obstacles == [])
    }

    @Test func `fillings survive, and new holes are named`() throws {
        let here = try MadeUp.files().installed(
            overlay(fill: "perbup_pelayanan: Perbup 12 Tahun 2024, hantu: Tidak ada")
        )
        let next = try MadeUp.files().version("1.1.0")
            .replacing("staff: Satu petugas", with: "staff: { hole: jumlah_petugas } # Satu")
        let plan = planUpgrade(of: here, to: try next.archive)
        #expect(plan.fillings.kept == ["perbup_pelayanan"])
        #expect(plan.fillings.dropped == ["hantu"])
        #expect(plan.fillings.open.contains("jumlah_petugas"))
        let result = AdaptedFolder(try #require(plan.result), named: here.name)
        #expect(result.overlay.fill == ["perbup_pelayanan": "Perbup 12 Tahun 2024"])
    }

    @Test func `a hole that we filled and the publisher now says is to be decided`() throws {
        let here = try MadeUp.files().installed(overlay(fill: "perbup_pelayanan: Perbup 12"))
        let next = try MadeUp.files().version("1.1.0")
            .replacing("{ hole: perbup_pelayanan }", with: "Peraturan Menteri 3 Tahun 2026").archive
        let slot: Slot = "service/surat-keterangan-usaha/standard/legal_basis"
        let plan = planUpgrade(of: here, to: next)
        #expect(plan.undecided.map(\.slot) == [slot])
        #expect(plan.lines.filter { $0.slot == slot }.count == 1)
        let ours = planUpgrade(of: here, to: next, answers: Self.answer(slot, .ours))
        let result = AdaptedFolder(try #require(ours.result), named: here.name)
        #expect(result.tree.list(at: slot).compactMap(\.value).last == "Perbup 12")
        #expect(result.overlay.edits.map(\.why.author) == ["Kabag"])
    }

    @Test func `what must stay is refused, and theirs arrives`() throws {
        let here = try MadeUp.files().installed(
            overlay("at: blueprint/licence, was: CC0-1.0, now: MIT")
        )
        let plan = planUpgrade(of: here, to: try MadeUp.files().version("1.1.0").archive)
        #expect(plan.lines.map(\.outcome.word).contains("must-stay"))
        let result = AdaptedFolder(try #require(plan.result), named: here.name)
        #expect(result.tree.text(at: "blueprint/licence") == "CC0-1.0")
        #expect(result.overlay.edits == [])
    }

    /// The next version with one more mark of the publisher.
    static func marked(_ marks: (list: String, slot: String)...) throws -> FolderArchive {
        try marks.reduce(try MadeUp.files().version("1.1.0")) { files, mark in
            try files.replacing(
                "\(mark.list): #",
                with: "\(mark.list):\n  - { \(mark.slot), why: Perda 3/2024 }\n  #",
                in: "blueprint.yaml"
            )
        }.archive
    }

    static func outcomes(_ plan: UpgradePlan) -> [String] {
        plan.lines.filter { $0.slot == title }.map(\.outcome.word)
    }

    @Test func `what the publisher marks from the next version on must stay too`() throws {
        let here = try MadeUp.files().installed(Self.ourTitle)
        let plan = planUpgrade(of: here, to: try Self.marked(("keeps", at)))
        #expect(Self.outcomes(plan) == ["must-stay"])
    }

    @Test func `a knob inside of what must stay is still changed`() throws {
        let here = try MadeUp.files().installed(Self.ourTitle)
        let next = try Self.marked(("keeps", at), ("knobs", "\(at)/title"))
        #expect(Self.outcomes(planUpgrade(of: here, to: next)) == ["keep-ours"])
    }

    @Test func `a translation of our old words is told to be stale`() throws {
        let here = try MadeUp.files().installed(
            overlay(
                "at: text/en/service/surat-keterangan-usaha/title/text, "
                    + "was: Certificate of business, now: Letter for shops"
            )
        )
        let plan = planUpgrade(of: here, to: try Self.retitled().archive)
        let result = AdaptedFolder(try #require(plan.result), named: here.name)
        #expect(plan.stale.count == 1)
        let slot: Slot = "text/en/service/surat-keterangan-usaha/title"
        #expect(result.tree.text(at: slot.child("text")) == "Letter for shops")
        let digest = ContentDigest.of(Array("Surat keterangan usaha".utf8))
        #expect(result.tree.text(at: slot.child("of")) == digest)
    }

    @Test func `examples are tried on the result, ours from before too`() throws {
        let here = try MadeUp.files().installed(Self.ourTitle)
        let next = try MadeUp.files().version("1.1.0")
            .replacing("fee: 0", with: "fee: 0 # tetap").archive
        let failing = UpgradeGround { example, _ in
            example.id == "warung" ? ["Hasilnya lain."] : []
        }
        let plan = planUpgrade(of: here, to: next, on: failing)
        #expect(plan.obstacles == [.examplesFail(1)])
        #expect(plan.examples.count == 4)
        let fine = planUpgrade(of: here, to: next, on: UpgradeGround { _, _ in [] })
        #expect(fine.obstacles == [])
        #expect(fine.services.map(\.change) == [.unchanged])
    }
}

/// What keeps an upgrade from being made.
@Suite struct UpgradeObstacleTests {
    @Test func `another blueprint, the same version and an older one are refused`() throws {
        let here = try MadeUp.files().installed()
        let kopi = try MadeUp.files("kopi").archive
        #expect(planUpgrade(of: here, to: kopi).obstacles.first == .anotherBlueprint("16.03/kopi"))
        #expect(planUpgrade(of: here, to: here.upstream).obstacles == [.unchanged])
        let old = try MadeUp.files().version("0.9.0").archive
        #expect(planUpgrade(of: here, to: old).obstacles == [.older("0.9.0")])
    }

    @Test func `publisher's files that were edited in place are refused`() throws {
        let here = try MadeUp.files().installed()
        let edited = here.all.with([SourceFile(path: "blueprint.yaml", text: "name: lain\n")])
        let folder = AdaptedFolder(edited, named: here.name)
        #expect(folder.directEdit?.code == "P101")
        let plan = planUpgrade(of: folder, to: try MadeUp.files().version("1.1.0").archive)
        #expect(plan.obstacles.contains(.editedDirectly))
        #expect(plan.result == nil)
    }

    @Test func `a faulty version and an answer to nothing are refused`() throws {
        let here = try MadeUp.files().installed()
        let faulty = try MadeUp.files().version("1.1.0").replacing(
            "fee: 0",
            with: "fee: 0\n  x: y"
        )
        let plan = planUpgrade(
            of: here,
            to: try faulty.archive,
            answers: UpgradeTests.answer("service/hantu/title", .ours)
        )
        #expect(plan.obstacles.contains(.nextFaulty(1)))
        #expect(plan.obstacles.contains(.answerOfNothing("service/hantu/title")))
    }

    @Test func `each obstacle says so in two languages`() {
        let all: [UpgradeObstacle] = [
            .anotherBlueprint("a"), .unchanged, .older("1"), .editedDirectly, .nextFaulty(1),
            .undecided(1), .doesNotCheck(1), .examplesFail(1), .answerOfNothing("a"),
        ]
        for one in all {
            #expect(one.sentence != one.sentenceInEnglish)
            #expect((400..<500).contains(one.status))
        }
    }

    @Test func `the sequence of entries does not matter`() throws {
        let entries = [
            "\(at)/title, was: Surat keterangan usaha, now: Surat dagang",
            "\(at)/standard/fee, was: 0, now: 5000",
        ]
        let next = try MadeUp.files().version("1.1.0").archive
        let one = planUpgrade(
            of: try MadeUp.files().installed(overlay(entries[0], entries[1])),
            to: next
        )
        let other = planUpgrade(
            of: try MadeUp.files().installed(overlay(entries[1], entries[0])),
            to: next
        )
        #expect(one.result?.bytes == other.result?.bytes)
        #expect(one.result != nil)
    }
}
