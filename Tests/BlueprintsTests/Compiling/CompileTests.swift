import Blueprints
import Feel
import Foundation
import Testing

@Test func `the first fixture checks clean but for its holes`() throws {
    let compiled = Folders.compiled(try Folders.fixture("umkm"))
    #expect(
        plainCheckText(compiled.diagnostics) == """
            services/surat-keterangan-usaha.yaml:16:17: warning[S502]: Bagian ini masih harus diisi: "perbup_pelayanan".
              saran: Isi di overlay.yaml, pada "fill": perbup_pelayanan.
            services/surat-keterangan-usaha.yaml:46:47: warning[S502]: Bagian ini masih harus diisi: "uu_ap".
              saran: Isi di overlay.yaml, pada "fill": uu_ap.
            0 errors, 2 warnings

            """
    )
    #expect(compiled.blueprint?.openHoles == ["perbup_pelayanan", "uu_ap"])
}

@Test func `an open hole forbids publishing`() throws {
    let compiled = Folders.compiled(try Folders.fixture("umkm"), for: .publishing)
    #expect(compiled.blueprint == nil)
    #expect(compiled.diagnostics.map(\.severity) == [.error, .error])
}

@Test func `a service without an example is not published`() throws {
    var files = try filledFixture()
    for path in files.keys where path.hasPrefix("examples/") { files[path] = nil }
    #expect(Folders.compiled(files).blueprint != nil)
    let published = Folders.compiled(files, for: .publishing)
    #expect(published.blueprint == nil)
    #expect(published.diagnostics.map(\.code) == ["S801"])
}

@Test func `what was published runs on, whatever rule of meaning came later`() throws {
    var files = try filledFixture()
    for path in files.keys where path.hasPrefix("examples/") { files[path] = nil }
    #expect(Folders.compiled(files, for: .publishing).blueprint == nil)
    let running = Folders.compiled(files, for: .running)
    #expect(running.blueprint?.digest == Folders.compiled(files).blueprint?.digest)
    #expect(running.diagnostics.isEmpty)
}

@Test func `the examples of the fixture are what its form accepts and refuses`() throws {
    let blueprint = try #require(Folders.compiled(try filledFixture()).blueprint)
    let service = try #require(blueprint.services.first)
    let today = try #require(FeelDate(year: 2026, month: 11, day: 23))
    for example in blueprint.examples {
        let reading = service.read(
            example.answers.mapValues(RawAnswer.init),
            on: AnswerGround(today: today)
        )
        let said =
            reading.problems.map(\.sentence.indonesian)
            + reading.failedChecks.map(\.say.indonesian)
        #expect(said == example.expect.refused ?? [], "\(example.id)")
    }
}

@Test func `who stays anonymous is not asked who they are`() throws {
    var files = try filledFixture()
    let path = "services/surat-keterangan-usaha.yaml"
    files[path] = try #require(files[path])
        .replacing("topic: usaha", with: "topic: usaha\nanonymous: allowed")
    let service = try #require(Folders.compiled(files).blueprint?.services.first)
    let today = try #require(FeelDate(year: 2026, month: 11, day: 23))
    let ground = AnswerGround(today: today)
    let named = Set(service.read([:], on: ground).problems.map(\.question))
    func asked(_ openness: Openness) -> Set<ID> {
        let given: [ID: RawAnswer] = [Openness.question: .text(openness.rawValue)]
        return Set(service.read(given, on: ground).problems.map(\.question))
    }
    #expect(named.contains(Openness.question))
    let who: Set<ID> = ["nama", "nik", "hp", "kabar"]
    #expect(asked(.open).isSuperset(of: who))
    #expect(asked(.anonymous).isDisjoint(with: who))
    // A service that allows one of the two does not offer the other.
    #expect(asked(.secret).contains(Openness.question))
    #expect(try fixtureService().read([:], on: ground).problems.count == 8)
}

@Test func `a service is everything that its files say`() throws {
    let service = try fixtureService()
    #expect(service.title.text(in: .english).text == "Business certificate")
    #expect(service.steps.map(\.id) == ["periksa", "tanda_tangan"])
    #expect(service.endings.map(\.id) == ["selesai", "ditolak", "kedaluwarsa"])
    #expect(service.questions.map(\.id).prefix(3) == ["nama_usaha", "jenis_usaha", "luas_kebun"])
    #expect(service.withdrawUntil == "tanda_tangan")
    #expect(service.standard.legalBasis == ["Perbup 12"])
    #expect(service.standard.time == TimeSpan(2, .workingDays))
    let back = try #require(service.step("periksa")?.actions.first { $0.id == "kembali" })
    #expect(
        back.asksCitizen == AskCitizen(waiting: TimeSpan(10, .workingDays), then: "kedaluwarsa")
    )
    #expect(back.needs == [.publicNote])
    #expect(back.notify == .notice("lengkapi"))
    let issue = try #require(service.step("tanda_tangan")?.actions.first)
    #expect(issue.to == .outcome("selesai"))
    #expect(issue.record?.fields.keys.sorted() == ["desa", "nama"])
    #expect(service.notices["kedaluwarsa"]?.text.keys.sorted() == ["en", "id"])
}

@Test func `a letter keeps its blocks, its number and what is compared`() throws {
    let letter = try #require(try fixtureService().letters["keterangan"])
    #expect(letter.blocks.map(\.id) == ["pembuka", "orang", "usaha", "kebun", "berlaku"])
    #expect(
        letter.number.parts == [
            .classification, .text("/"), .running(width: 3), .text("/"), .unit, .text("/"), .year,
        ]
    )
    #expect(letter.shows.map(\.label.indonesian) == ["Nama usaha", "Nomor"])
    guard case .rows(let rows) = letter.blocks[1].content else {
        Issue.record("rows expected")
        return
    }
    #expect(rows.map(\.label.indonesian) == ["Nama", "NIK"])
}

@Test func `a typo in one letter gives a new digest to the service that issues it only`() throws {
    var files = try filledFixture()
    files["services/lain.yaml"] = """
        service: lain
        title: Layanan lain
        purpose: Dijalankan di tempat lain.
        owner: dpmptsp
        runs: elsewhere
        address: https://oss.go.id
        \(try standard())
        """
    let before = try #require(Folders.compiled(files).blueprint)
    let letter = try #require(files["letters/keterangan.yaml"])
    files["letters/keterangan.yaml"] = letter.replacing("menerangkan", with: "menyatakan")
    let after = try #require(Folders.compiled(files).blueprint)
    #expect(before.digest != after.digest)
    for (old, new) in zip(before.services, after.services) {
        #expect((old.digest == new.digest) == (old.id == "lain"))
    }
}

@Test func `the regency's own edit counts, and a reader sees its value`() throws {
    var files = try filledFixture()
    files["overlay.yaml", default: ""] += """
        edits:
          - at: service/surat-keterangan-usaha/step/tanda_tangan/within
            was: 1 hari kerja
            now: 4 jam kerja
            reason: Lurah ada setiap hari.
            by: Kabag Organisasi
            date: 2026-03-01
        """
    let compiled = Folders.compiled(files)
    #expect(plainCheckText(compiled.diagnostics) == "0 errors, 0 warnings\n")
    let step = compiled.blueprint?.services.first?.step("tanda_tangan")
    #expect(step?.within == TimeSpan(4, .workingHours))
}

@Test func `a translation that is stale is not used`() throws {
    var files = try filledFixture()
    let stale = String(repeating: "0", count: 64)
    files["texts/en.yaml"] =
        "service/surat-keterangan-usaha/title: { text: Old title, of: \"\(stale)\" }\n"
    let title = try #require(Folders.compiled(files).blueprint?.services.first?.title)
    #expect(title.text(in: .english).language == .indonesian)
}

@Test func `a translation of one part of a list stands with its part`() throws {
    var files = try filledFixture()
    files["texts/en.yaml"] = """
        service/surat-keterangan-usaha/standard/requirements/0: Identity card
        """
    let compiled = Folders.compiled(files)
    #expect(plainCheckText(compiled.diagnostics) == "0 errors, 0 warnings\n")
    let standard = try #require(compiled.blueprint?.services.first?.standard)
    #expect(
        standard.requirements.map { $0.text(in: .english).text } == [
            "Identity card", "Foto tempat usaha",
        ]
    )
}

@Test func `what an edit brings in is told where the edit stands`() throws {
    var files = try filledFixture()
    files["overlay.yaml", default: ""] += """
        edits:
          - at: service/surat-keterangan-usaha/question/lokal_lama
            now: { in: usaha, ask: Sejak kapan usaha Anda berjalan?, type: date, to: hari_in }
            after: foto_usaha
            reason: Bank menanyakannya.
            by: Kabag Organisasi
            date: 2026-03-01
        """
    let compiled = Folders.compiled(files)
    #expect(compiled.diagnostics.map(\.code) == ["S202"])
    #expect(compiled.diagnostics.first?.place == Place(file: "overlay.yaml", line: 3, column: 5))
}

@Test func `a rule table and a computed value come out of the answers`() throws {
    var files = try filledFixture()
    files["rules/tarif.yaml"] = """
        rule: tarif
        kind: table
        hit: F
        inputs: { luas: luas_kebun }
        outputs: { tarif: number }
        rows:
          - ["> 4", "50000"]
          - ["-", "0"]
        """
    let path = "services/surat-keterangan-usaha.yaml"
    files[path] = try #require(files[path])
        .replacing("fee: 0", with: "fee: tarif")
        .replacing(
            "      foto_usaha:",
            with:
                "      luas_m2: { ask: Luas, type: computed, is: luas_kebun * 10000 }\n      foto_usaha:"
        )
    let compiled = Folders.compiled(files)
    #expect(plainCheckText(compiled.diagnostics) == "0 errors, 0 warnings\n")
    let service = try #require(compiled.blueprint?.services.first)
    let today = try #require(FeelDate(year: 2026, month: 11, day: 23))
    let answers = service.settled(
        TypedAnswers([
            "jenis_usaha": .string("kopi"), "luas_kebun": .number(5), "nama_usaha": .string("A"),
        ]),
        today: today
    )
    #expect(answers["luas_m2"] == .number(50_000))
    #expect(service.fee(for: answers, today: today) == 50_000)
    #expect(service.fee(for: TypedAnswers(), today: today) == 0)
}

@Test func `a diagnostic is shown with its line and a mark under its place`() {
    let place = Place(file: "services/usaha.yaml", line: 2, column: 5)
    let diagnostic = Diagnostic(
        code: "S101",
        place: place,
        sentence: "Tidak ada pertanyaan bernama \"des\".",
        fix: "Mungkin maksudnya \"desa\"?",
        notes: [Diagnostic.Note(place: place, sentence: "di sini")]
    )
    let text = checkText([diagnostic]) { _ in "service: usaha\nat: des\n" }
    #expect(
        text == """
            services/usaha.yaml:2:5: error[S101]: Tidak ada pertanyaan bernama "des".
              2 | at: des
                |     ^
              saran: Mungkin maksudnya "desa"?
            services/usaha.yaml:2:5: catatan: di sini
              2 | at: des
                |     ^

            1 errors, 0 warnings

            """
    )
    #expect(
        [diagnostic].json == """
            [{"code":"S101","severity":"error","file":"services/usaha.yaml","line":2,"column":5,\
            "sentence":"Tidak ada pertanyaan bernama \\"des\\".","fix":"Mungkin maksudnya \\"desa\\"?",\
            "notes":[{"file":"services/usaha.yaml","line":2,"column":5,"sentence":"di sini"}]}]
            """
    )
}

private func filledFixture() throws -> [String: String] {
    var files = try Folders.fixture("umkm")
    files["overlay.yaml"] = "fill: { perbup_pelayanan: Perbup 12, uu_ap: UU 30 }\n"
    return files
}

private func fixtureService() throws -> PublicService {
    try #require(Folders.compiled(try filledFixture()).blueprint?.services.first)
}

/// The standard of the fixture, for services that need one.
private func standard() throws -> String {
    let text = try #require(try Folders.fixture("umkm")["services/surat-keterangan-usaha.yaml"])
    let from = try #require(text.range(of: "standard:"))
    let to = try #require(text.range(of: "\nask:"))
    return String(text[from.lowerBound..<to.lowerBound])
}

@Test(arguments: [(nil, 7), ("0 hari", 0), ("30 hari", 30)] as [(String?, Int)])
func `a blueprint says how long drafts of older versions are accepted`(
    said: String?,
    days: Int
) throws {
    var files = try filledFixture()
    let line = said.map { "\naccept_old_until: \($0)\n" } ?? ""
    files["blueprint.yaml"] = try #require(files["blueprint.yaml"]) + line
    #expect(Folders.compiled(files).blueprint?.acceptsOldFor == days)
}
