import Blueprints
import Cases
import Feel
import Ledger
import Office
import Registers
import Services
import Site
import Stories
import Testing
import UnderTest

/// Records of registers that no case brought: found for their person, copied, corrected, erased,
/// and past their time.
struct RecordsOfPeopleTests {
    private static let register: Code = "16.03/umkm/usaha"
    private static let id = OpaqueID(high: 0x21A1_B2C3_0000_0000, low: 1)
    private static let batch = Stream(BatchStory.kind, OpaqueID(high: 22, low: 1))
    private static let hand = Stream(OfficialStory.kind, OpaqueID(high: 23, low: 1))
    private static let person: [(String, String)] = [
        ("nama", "Kanari Burungwati"), ("nik", "1603084505900077"), ("cek", "ktp"),
        ("dokumen", "KTP asli, foto cocok"),
    ]

    /// The shipped blueprint, whose register also says whose a business is and how long that stays.
    private static func blueprint() throws -> FolderArchive {
        let shipped = try WorkingRegency.blueprint("umkm")
        let more = """
              pemilik: { ask: Nama pemilik, type: name, optional: true }
              nik: { ask: NIK pemilik, type: nik, optional: true }
              hp: { ask: Nomor HP, type: phone, optional: true }
            unique: [nik]
            basis: public task
            keep: 1 bulan
            fate: destroyed
            keep_basis: Perbup 2 tentang Jadwal Retensi Arsip

            """
        return try #require(
            FolderArchive(
                shipped.files.map { file in
                    guard file.path == "registers/usaha.yaml" else { return file }
                    return FolderArchive.File(path: file.path, bytes: file.bytes + Array(more.utf8))
                }
            )
        )
    }

    private static func site() async throws -> WorkingSite {
        let site = try await WorkingSite.withProtection()
        try await site.regency.publish(try blueprint(), as: "16.03/umkm", version: "1.0.1")
        return site
    }

    private static func content(_ nik: String = "1603084505900077") -> RecordContent {
        RecordContent(
            TypedAnswers([
                "nama": .string("Warung Kanarindah"), "jenis": .string("warung"),
                "desa": .string("16.03.02.2001"), "pemilik": .string("Kanari Burungwati"),
                "nik": .string(nik), "hp": .string("0812-0000-5678"),
            ]),
            unique: ["nik"],
            found: ["nik"]
        )
    }

    private static func enter(
        _ content: RecordContent = content(),
        as id: OpaqueID = id,
        from source: Stream = hand,
        into regency: WorkingRegency
    ) async throws {
        try await tell(
            .enter(register: register, from: source, content: content),
            to: id,
            in: regency
        )
    }

    private static func tell(
        _ command: RegisterCommand,
        to id: OpaqueID,
        in regency: WorkingRegency
    ) async throws {
        let stream = Stream(RegisterStory.kind, id)
        let (state, version) = try await regency.store.state(of: stream, as: RegisterStory.self)
        let decision = try RegisterStory.decide(
            state,
            command,
            KnownOfRegister(draw: .random, sealer: .sha256, dossier: DossierID(id))
        )
        let append = try Append(
            decision,
            to: stream,
            at: WorkingRegency.morning,
            by: .system,
            expecting: [stream: version]
        )
        guard case .recorded = try await regency.store.append(append) else {
            Issue.record("it was not recorded")
            return
        }
    }

    private static func found(_ mark: String, _ site: WorkingSite) async throws -> [OpaqueID] {
        let keeper = site.feature.recordsOfPeople()
        return try await site.regency.store.read { try keeper.find(mark, $0).map(\.id) }
    }

    @Test(arguments: [
        ("1603084505900077", true), ("0812 0000 5678", true), ("+62 812-0000-5678", true),
        ("kanari  BURUNGWATI", true), ("Burungwati", true), ("Kanari Lain", false),
        ("1603084505900078", false), ("0812-0000-5679", false), ("Warung", false), ("", false),
    ])
    func `a record is found by number, phone and name of its person`(
        _ mark: String,
        _ isFound: Bool
    ) async throws {
        let site = try await Self.site()
        try await Self.enter(into: site.regency)
        try await site.open { _ in
            let found = try await Self.found(mark, site)
            #expect(found == (isFound ? [Self.id] : []))
        }
    }

    @Test func `an ended record is found, and one that a case wrote is told of with its case`()
        async throws
    {
        let site = try await Self.site()
        let (other, ofCase) = (OpaqueID(high: 21, low: 2), CaseID(OpaqueID(high: 24, low: 1)))
        try await Self.enter(into: site.regency)
        try await Self.tell(.end(from: nil, reason: nil), to: Self.id, in: site.regency)
        try await Self.enter(
            Self.content("1603084505900079"),
            as: other,
            from: ofCase.stream,
            into: site.regency
        )
        try await site.open { _ in
            let found = try await Self.found("Kanari Burungwati", site)
            #expect(found == [Self.id])
        }
    }

    @Test func `a copy says what the register says, on which basis and for how long`()
        async throws
    {
        let site = try await Self.site()
        try await Self.enter(into: site.regency)
        try await site.open { doors in
            let lestari = try await doors.official("lestari")
            let address = try await lestari.ask("akses", about: Self.person)
            for words in [
                "Catatan register: Daftar usaha", "Tugas pelayanan publik",
                "1 bulan sejak catatan diakhiri, lalu dimusnahkan", "Perbup 2",
            ] {
                #expect(lestari.page.contains(words), "\(words): \(lestari.page)")
            }
            #expect(!lestari.page.contains("Kanarindah"), "what it says is not shown")
            try await lestari.grant(address)
            try await lestari.send(["bentuk": "json"], to: "\(address)/unduh")
            for words in [
                "Kanari Burungwati", "1603084505900077", "Warung Kanarindah", "Nomor HP",
                "\"Catatan register\"", "Perbup 2",
            ] {
                #expect(lestari.page.contains(words), "\(words): \(lestari.page)")
            }
        }
    }

    @Test func `a correction is written into the record, with the request it carries out`()
        async throws
    {
        let site = try await Self.site()
        let regency = site.regency
        try await Self.enter(into: regency)
        try await Self.enter(
            Self.content("1603084505900079"),
            as: OpaqueID(high: 21, low: 2),
            into: regency
        )
        try await site.open { doors in
            let lestari = try await doors.official("lestari")
            let address = try await lestari.ask(
                "perbaikan",
                about: Array(Self.person[1...])
                    + [("nama", "Tidak Ada")]
            )
            try await lestari.grant(address)
            let place = "\(address)/betulkan/\(Self.id)"
            try await lestari.get(place)
            try await lestari.send(["pertanyaan": "nik", "isi": "1603084505900079"])
            #expect(lestari.status == 422 && lestari.page.contains("nomor yang sama"))
            try await lestari.send(["pertanyaan": "pemilik", "isi": "Kenari Burung"])
            #expect(lestari.status == 200, "\(lestari.page)")
            let (record, facts) = try await regency.store.read { reader in
                let record = try #require(try reader.record(Self.id))
                let facts = try reader.history(of: record.stream).map {
                    try $0.fact(RegisterFact.self)
                }
                return (record, facts)
            }
            #expect(record.content?["pemilik"] == .string("Kenari Burung"))
            #expect(record.content?["nama"] == .string("Warung Kanarindah"))
            guard case .corrected(let revision) = facts.last else {
                Issue.record("it was not corrected: \(facts)")
                return
            }
            let request = try #require(revision.source.request)
            #expect(address.hasSuffix("\(request)"))
        }
    }

    @Test func `records cannot be restricted, and the page says what can be done`() async throws {
        let site = try await Self.site()
        try await Self.enter(into: site.regency)
        try await site.open { doors in
            let lestari = try await doors.official("lestari")
            let address = try await lestari.ask("pembatasan", about: Self.person)
            try await lestari.grant(address)
            #expect(lestari.status == 409 && lestari.page.contains("tidak bisa dibatasi"))
        }
    }

    @Test(.enabled(if: EngineUnderTest.server == nil, "it reads the file of the database"))
    func `two erase a record from a file: nothing opens it, and no undoing brings it back`()
        async throws
    {
        let site = try await Self.site()
        let regency = site.regency
        let (drafts, now) = (Drafts(regency.store), WorkingRegency.morning)
        try await Self.begin(in: regency)
        try await Self.enter(from: Self.batch, into: regency)
        try await drafts.keep(Self.batch.id, Array("Kanari Burungwati;1603…".utf8), at: now)
        let kept = try await site.erased { doors in
            let sealed = try await regency.sealedBytes(of: DossierID(Self.id))
            #expect(sealed.count == 2, "a key and what it seals")
            let before = try regency.disk()
            for bytes in sealed { #expect(before.hold(bytes)) }
            let lestari = try await doors.official("lestari")
            let address = try await lestari.ask("penghapusan", about: Self.person)
            try await lestari.grant(address)
            let tono = try await doors.official("tono")
            try await tono.get(address)
            try await tono.send(to: "\(address)/setuju")
            #expect(tono.page.contains("Dihapus: 1 catatan register."), "\(tono.page)")
            #expect(tono.page.contains("Sudah dihapus"))

            let record = try #require(try await regency.store.read { try $0.record(Self.id) })
            #expect(record.content == nil && record.ended != nil)
            #expect(try await Self.found("1603084505900077", site).isEmpty)
            #expect(try await Self.found("Kanari Burungwati", site).isEmpty)
            #expect(try await drafts.open(Self.batch.id, at: now) == nil, "the file is gone, too")
            let read = try await regency.store.verify(excuses: ErasedPayloads.named)
            #expect(read.isConsistent && read.erased == sealed.count - 1, "\(read)")
            try await Self.undo(in: regency)
            #expect(try await regency.store.read { try $0.record(Self.id)?.content } == nil)
            #expect(try await Self.rebuiltIsLive(regency))
            // What it held alone is free: the person may come back of their own accord.
            try await Self.enter(as: OpaqueID(high: 21, low: 9), into: regency)
            return sealed
        }
        let after = try regency.disk()
        for bytes in kept { #expect(!after.hold(bytes)) }
    }

    @Test func `a record that is held by its number is not erased`() async throws {
        let site = try await Self.site()
        try await Self.enter(into: site.regency)
        try await site.open { doors in
            let lestari = try await doors.official("lestari")
            let place = "/kelola/data-pribadi/penahanan"
            let number = Self.id.shortNumber.lowercased()
            try await lestari.get(place)
            try await lestari.send(
                [
                    ("nomor", number), ("sampai-tanggal", "31"), ("sampai-bulan", "12"),
                    ("sampai-tahun", "2026"), ("kata", "Sengketa."),
                ],
                to: place
            )
            #expect(lestari.page.contains("Sengketa."), "\(lestari.page)")
            let address = try await lestari.ask("penghapusan", about: Self.person)
            try await lestari.grant(address)
            #expect(lestari.status == 409)
            let found = try await Self.found(Self.id.shortNumber, site)
            #expect(found == [Self.id])
        }
    }

    private static func begin(in regency: WorkingRegency) async throws {
        let append = try Append(
            Decision([BatchFact.begun(register: register, rows: 1)]),
            to: batch,
            at: WorkingRegency.morning,
            by: .system,
            expecting: [batch: 0]
        )
        _ = try await regency.store.append(append)
    }

    private static func undo(in regency: WorkingRegency) async throws {
        let desk = BatchDesk(store: regency.store, keys: regency.keys, sealer: .sha256)
        let asked = BatchDesk.Asked(
            batch.id,
            into: register,
            by: .system,
            at: WorkingRegency.morning
        )
        try await desk.undo(asked, holding: RegisterKeys(unique: ["nik"], found: ["nik"]))
    }

    private static func rebuiltIsLive(_ regency: WorkingRegency) async throws -> Bool {
        func all() async throws -> [String] {
            try await regency.store.read { reader in
                try [
                    "SELECT id, register, ended, content IS NULL AS gone FROM records",
                    "SELECT * FROM record_keys", "SELECT * FROM register_batches",
                    "SELECT * FROM person_requests",
                ].flatMap { try reader.rows(SQL(stringLiteral: $0)).map { "\($0)" }.sorted() }
            }
        }
        let live = try await all()
        try await regency.store.rebuild()
        return try await all() == live
    }

    @Test func `an ended record past its time is destroyed by two, a standing one never`()
        async throws
    {
        let site = try await Self.site()
        let (regency, standing) = (site.regency, OpaqueID(high: 21, low: 2))
        try await Self.enter(into: regency)
        try await Self.tell(.end(from: nil, reason: nil), to: Self.id, in: regency)
        try await Self.enter(Self.content("1603084505900079"), as: standing, into: regency)
        site.pass(days: 20)
        let list = "/kelola/data-pribadi/pemusnahan"
        try await site.open { doors in
            let early = try await doors.official("lestari")
            try await early.get(list)
            #expect(early.page.contains("Tidak ada yang lewat masa simpan"), "\(early.page)")
            site.pass(days: 20)
            let lestari = try await doors.official("lestari")
            try await lestari.get(list)
            #expect(lestari.page.contains("\(Self.id)") && !lestari.page.contains("\(standing)"))
            #expect(lestari.page.contains("1 bulan sejak catatan diakhiri"), "\(lestari.page)")
            try await lestari.send([("perkara", "\(Self.id)")])
            let tono = try await doors.official("tono")
            try await tono.get(lestari.path)
            try await tono.send(to: "\(lestari.path)/setuju")
            #expect(tono.page.contains("Selesai"), "\(tono.page)")
            try await tono.get("\(lestari.path)/berita-acara.pdf")
            #expect(tono.page.hasPrefix("%PDF"))
            #expect(try await regency.store.read { try $0.record(Self.id)?.content } == nil)
            #expect(try await regency.store.read { try $0.record(standing)?.content } != nil)
        }
    }
}
