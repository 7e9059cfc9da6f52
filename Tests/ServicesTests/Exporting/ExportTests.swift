import Blueprints
import Cases
import Feel
import Ledger
import Services
import Stories
import Synchronization
import Testing

private let sealed = Sealed(
    id: PayloadID(OpaqueID(high: 5, low: 6)),
    commitment: [UInt8](repeating: 0xAB, count: 32)
)

/// The bytes of every fact of an export that was ever written.
///
/// A line here never changes.
private let corpus: [(fact: ExportFact, bytes: String)] = [
    (
        .taken(ExportFact.Taking(service: "sku", isPersonal: false)),
        #"{"personal":false,"service":"sku"}"#
    ),
    (
        .taken(
            ExportFact.Taking(
                service: "sku",
                from: Day(number: 20_454),
                to: Day(number: 20_818),
                isPersonal: true,
                reason: sealed
            )
        ),
        #"{"from":"2026-01-01","personal":true,"reason":{"c":"abababababababababababababababab"#
            + #"abababababababababababababababab","id":"00000000000000050000000000000006"},"#
            + #""service":"sku","to":"2026-12-31"}"#
    ),
]

struct ExportTests {
    @Test(arguments: corpus)
    func `a fact of an export is written and read as it always was`(
        fact: ExportFact,
        bytes: String
    ) throws {
        var writer = FactWriter()
        fact.write(to: &writer)
        #expect(try CanonicalJSON.write(.object(writer.fields)) == Array(bytes.utf8))
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(try ExportFact(kind: fact.kind, from: FactReader(fields)) == fact)
    }

    private static let known = KnownOfExport(
        draw: .random,
        sealer: Sealer { _ in [UInt8](repeating: 0, count: 32) },
        dossier: DossierID(OpaqueID(high: 1, low: 2))
    )

    @Test func `names leave only with a reason, and once`() throws {
        let personal = ExportFact.Taking(service: "sku", isPersonal: true)
        #expect(throws: ExportRefusal.reasonMissing) {
            try ExportStory.decide(
                ExportStory.beginning,
                ExportCommand(personal, reason: " \n"),
                Self.known
            )
        }
        let decision = try ExportStory.decide(
            ExportStory.beginning,
            ExportCommand(personal, reason: "Undangan"),
            Self.known
        )
        #expect(decision.sealed.map(\.bytes) == [Array("Undangan".utf8)])
        #expect(throws: ExportRefusal.alreadyTaken) {
            try ExportStory.decide(
                ExportStory.state(after: decision.facts),
                ExportCommand(personal, reason: "Undangan"),
                Self.known
            )
        }
    }

    @Test func `an export without a reason shows how cases went and nobody's words`()
        async throws
    {
        let regency = try await WorkingRegency()
        _ = try await regency.send(name: "=Siti Aminah", place: "@rumah;satu")
        let text = try await regency.export(personal: false)
        #expect(text.hasPrefix("\u{FEFF}nomor;unit;desa;"))
        #expect(text.contains("Kelurahan Contoh"))
        for word in ["Siti", "rumah", "1603084505900001", "0812"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(try await regency.takings() == [nil])
    }

    @Test func `an export with a reason records it first and defuses formulas`() async throws {
        let regency = try await WorkingRegency()
        _ = try await regency.send(name: "=Siti Aminah", place: "@rumah;satu")
        let text = try await regency.export(personal: true, reason: "Undangan pelatihan")
        #expect(text.contains("'=Siti Aminah"))
        #expect(text.contains("\"'@rumah;satu\""))
        #expect(text.contains("1603084505900001"))
        #expect(try await regency.takings() == ["Undangan pelatihan"])
    }

    @Test func `days bound it, and an unknown service is refused`() async throws {
        let regency = try await WorkingRegency()
        _ = try await regency.send(name: "Siti Aminah", place: "rumah")
        let today = Zone.wib.day(WorkingRegency.morning)
        let lines = { (text: String) in text.split(separator: "\r\n").count }
        #expect(lines(try await regency.export(personal: false, from: today, to: today)) == 2)
        let after = today.adding(days: 1)
        #expect(lines(try await regency.export(personal: false, from: after)) == 1)
        #expect(
            lines(try await regency.export(personal: false, to: today.adding(days: -1))) == 1
        )
        await #expect(throws: ExportRefusal.noSuchService) {
            try await regency.export("tidak-ada", personal: false)
        }
    }
}

extension WorkingRegency {
    fileprivate func export(
        _ service: Code = "surat-keterangan-usaha",
        personal: Bool,
        reason: String = "",
        from: Day? = nil,
        to: Day? = nil
    ) async throws -> String {
        let bytes = Mutex<[UInt8]>([])
        let desk = ExportDesk(store: store, keeper: keeper, sealer: .sha256)
        _ = try await desk.take(
            ExportCommand(
                ExportFact.Taking(service: service, from: from, to: to, isPersonal: personal),
                reason: reason
            ),
            by: .system,
            at: Self.morning
        ) { part in bytes.withLock { $0 += part } }
        return bytes.withLock { String(decoding: $0, as: UTF8.self) }
    }

    /// The reasons that the record holds, export by export.
    fileprivate func takings() async throws -> [String?] {
        try await store.read { reader in
            try reader.events(after: 0, limit: 1000)
                .filter { $0.stream.kind == ExportStory.kind }
                .map { event in
                    let fact: ExportFact = try event.fact()
                    switch fact {
                    case .taken(let taking): return try reader.words(taking.reason)
                    }
                }
        }
    }
}

extension WorkingRegency {
    /// Sends an application for a business letter.
    fileprivate func send(name: String, place: String) async throws -> CaseDesk.Submitted {
        let force = try await force
        let service = try #require(force.service("surat-keterangan-usaha"))
        let given: [ID: RawAnswer] = [
            "nama": .text(name), "nik": .text("1603084505900001"), "hp": .text("081200000001"),
            "kabar": .text("wa"), "nama_usaha": .text("Warung Mekar"),
            "jenis_usaha": .text("warung"), "sejak": .text("2019"),
            "desa_usaha": .text("16.03.02.1007"), "alamat_usaha": .text(place),
            "status_tempat": .text("sendiri"), "foto_ktp": .text("a.jpg"),
            "foto_usaha": .text("b.jpg"), "keperluan": .text("pinjaman"),
        ]
        let today = FeelDate(daysSince1970: force.zone.day(Self.morning).number)
        let reading = service.read(given, on: AnswerGround(today: today))
        try #require(reading.isComplete, "\(reading.problems)")
        var new = NewCase(
            caseID: CaseID(Draw.random.id()),
            draft: Draw.random.id(),
            owner: "kel-contoh",
            channel: .online,
            received: Self.morning,
            answers: reading.answers.canonicalBytes
        )
        new.village = "16.03.02.1007"
        return try await desk.submit(
            new,
            to: service,
            answers: reading.answers,
            CaseDesk.Sending(now: Self.morning, under: force)
        )
    }
}
