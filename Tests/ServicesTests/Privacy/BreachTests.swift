import Ledger
import Privacy
import Site
import Stories
import Testing

private let sealed = Sealed(
    id: PayloadID(OpaqueID(high: 5, low: 6)),
    commitment: [UInt8](repeating: 0xAB, count: 32)
)
private let seal =
    #"{"c":"\#(String(repeating: "ab", count: 32))","id":"00000000000000050000000000000006"}"#

/// The bytes of every fact of a breach that was ever written.
///
/// A line here never changes.
private let corpus: [(kind: Code, bytes: String)] = [
    (
        "confirmed",
        #"{"confirmed":1795400040000,"data":\#(seal),"due":1795659240000,"handling":\#(seal),"how":\#(seal),"people":12}"#
    ),
    (
        "confirmed",
        #"{"confirmed":1795400040000,"data":\#(seal),"due":1795659240000,"handling":\#(seal),"how":\#(seal)}"#
    ),
    ("handled", #"{"words":\#(seal)}"#),
    ("told", #"{"how":\#(seal),"told":1795400040000,"whom":"warga"}"#),
    ("told", #"{"how":\#(seal),"told":1795400040000,"whom":"lembaga"}"#),
    ("told", #"{"how":\#(seal),"told":1795400040000,"whom":"umum"}"#),
    ("closed", #"{"words":\#(seal)}"#),
]

struct BreachTests {
    @Test(arguments: corpus)
    func `a fact of a breach is written as it always was`(kind: Code, bytes: String) throws {
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        let fact = try BreachFact(kind: kind, from: FactReader(fields))
        var writer = FactWriter()
        fact.write(to: &writer)
        #expect(fact.kind == kind)
        let again = try CanonicalJSON.write(.object(writer.fields))
        #expect(String(decoding: again, as: UTF8.self) == bytes)
    }

    private static let now = Instant(milliseconds: 1_795_400_040_000)

    private func known(_ now: Instant = now) -> KnownOfPeoplesData {
        KnownOfPeoplesData(
            by: Actor(OpaqueID(high: 9, low: 1)),
            now: now,
            today: Zone.wib.day(now),
            words: WordsSealing(in: DossierID(OpaqueID(high: 3, low: 3)))
        )
    }

    private func found(_ confirmed: Instant = now, data: String = "NIK") -> BreachCommand {
        .confirm(
            FoundBreach(
                confirmed: confirmed,
                people: nil,
                data: data,
                how: "Laptop hilang.",
                handling: "Sandi diganti."
            )
        )
    }

    private func refusal(_ state: Breach, _ command: BreachCommand) -> PrivacyRefusal? {
        do throws(PrivacyRefusal) {
            _ = try BreachStory.decide(state, command, known())
            return nil
        } catch {
            return error
        }
    }

    private func state(_ commands: [BreachCommand]) throws -> Breach {
        var state = BreachStory.beginning
        for command in commands {
            for fact in try BreachStory.decide(state, command, known()).facts {
                BreachStory.evolve(&state, fact)
            }
        }
        return state
    }

    @Test func `what a breach refuses`() throws {
        let late = Self.now.adding(seconds: 60)
        let old = Self.now.adding(seconds: -31 * 86_400)
        let open = try state([found()])
        let told = try state([
            found(), .tell(.people, at: Self.now, words: "Surat"),
            .tell(.agency, at: Self.now, words: "Surat"),
        ])
        let closed = try state([
            found(), .tell(.people, at: Self.now, words: "Surat"),
            .tell(.agency, at: Self.now, words: "Surat"), .close(words: "Beres"),
        ])
        let cases: [(Breach, BreachCommand, PrivacyRefusal?)] = [
            (BreachStory.beginning, found(), nil),
            (BreachStory.beginning, found(late), .receivedAtAnotherTime),
            (BreachStory.beginning, found(old), .receivedAtAnotherTime),
            (BreachStory.beginning, found(data: " "), .wordsMissing), (open, found(), .movedOn),
            (BreachStory.beginning, .handle(words: "x"), .noSuchBreach),
            (open, .handle(words: ""), .wordsMissing),
            (open, .tell(.people, at: late, words: "x"), .toldAtAnotherTime),
            (open, .tell(.people, at: old, words: "x"), .toldAtAnotherTime),
            (open, .close(words: "x"), .notToldYet),
            (told, .tell(.people, at: Self.now, words: "x"), .toldAlready),
            (told, .tell(.everybody, at: Self.now, words: "x"), nil),
            (told, .close(words: "x"), nil), (closed, .handle(words: "x"), .movedOn),
        ]
        for (state, command, expected) in cases {
            #expect(refusal(state, command) == expected, "\(command)")
        }
    }

    @Test func `a breach is recorded, told, closed, and late it is counted`() async throws {
        let site = try await WorkingSite.withProtection()
        let store = site.regency.store
        try await site.open { doors in
            let lestari = try await doors.official("lestari")
            try await lestari.get("/kelola/data-pribadi/kebocoran/baru")
            try await lestari.send(["orang": "banyak"])
            #expect(lestari.status == 422)
            try await lestari.get("/kelola/data-pribadi/kebocoran/baru")
            try await lestari.send([
                "orang": "1.200", "data": "Nama dan NIK Kanari", "cara": "Laptop hilang di pasar.",
                "penanganan": "Sandi diganti.", "dipastikan-tanggal": "23",
                "dipastikan-bulan": "11", "dipastikan-tahun": "2026", "jam": "08.00",
            ])
            #expect(lestari.status == 200)
            let address = lestari.path
            #expect(lestari.page.contains("Sisa 71 jam"), "\(lestari.page)")
            #expect(lestari.page.contains("Laptop hilang di pasar."))

            site.pass(days: 2)
            let onTime = try await store.read { try PrivacyFeature.duties(at: site.now, $0) }
            #expect(onTime.breaches == 1 && !onTime.isLate)
            site.pass(days: 1)
            let late = try await store.read { try PrivacyFeature.duties(at: site.now, $0) }
            #expect(late.lateBreaches == 1 && late.isLate)
            // The session is over by now.
            let again = try await doors.official("lestari")
            try await again.get("/kelola/data-pribadi/kebocoran")
            #expect(again.page.contains("Terlambat 2 jam"), "\(again.page)")

            for whom in ["warga", "lembaga"] {
                try await again.get("\(address)/surat-\(whom).pdf")
                #expect(again.status == 200 && again.page.hasPrefix("%PDF"))
                try await again.get(address)
                try await again.send(
                    [
                        "siapa": whom, "lewat": "Surat tercatat", "kabar-tanggal": "24",
                        "kabar-bulan": "11", "kabar-tahun": "2026", "jam": "10.30",
                    ],
                    to: "\(address)/kabar"
                )
                #expect(again.status == 200, "\(again.page)")
            }
            try await again.send(["penutup": "Cakram disandikan."], to: "\(address)/tutup")
            #expect(again.page.contains("Cakram disandikan."))
            let after = try await store.read { try PrivacyFeature.duties(at: site.now, $0) }
            #expect(after.isEmpty)
        }
    }

    @Test func `whoever has not the duty sees no breach and no draft`() async throws {
        let site = try await WorkingSite.withProtection()
        try await site.open { doors in
            let lestari = try await doors.official("lestari")
            try await lestari.get("/kelola/data-pribadi/kebocoran/baru")
            try await lestari.send(["data": "NIK", "cara": "Hilang", "penanganan": "Diganti"])
            let address = lestari.path
            let rina = try await doors.official("rina")
            for path in [
                "/kelola/data-pribadi/kebocoran", "/kelola/data-pribadi/kebocoran/baru", address,
                "\(address)/surat-warga.pdf", "/kelola/data-pribadi/pemrosesan",
                "/kelola/data-pribadi/pemrosesan.pdf", "/kelola/data-pribadi/dampak.csv",
            ] {
                try await rina.get(path)
                #expect(rina.status == 403, "\(path)")
            }
            let zeros = String(repeating: "0", count: 32)
            for deed in ["kabar", "tangani", "tutup"] {
                try await rina.get("/kerja/kotak")
                try await rina.post("\(address)/\(deed)", ["versi": "1"])
                #expect(rina.status == 403, "\(deed)")
                try await lestari.get("/kelola/data-pribadi/kebocoran/baru")
                try await lestari.post("\(address)/\(deed)", ["versi": "0"])
                #expect(lestari.status == 409, "\(deed)")
                try await lestari.get("/kelola/data-pribadi/kebocoran/baru")
                try await lestari.post(
                    "/kelola/data-pribadi/kebocoran/\(zeros)/\(deed)",
                    ["versi": "0"]
                )
                #expect(lestari.status == 404, "\(deed)")
            }
            try await lestari.get(address)
            try await lestari.send(["siapa": "siapa", "lewat": "x"], to: "\(address)/kabar")
            #expect(lestari.status == 422)
        }
    }

    @Test func `what the law wants is drafted from the services in force`() async throws {
        let site = try await WorkingSite.withProtection()
        try await site.open { doors in
            let lestari = try await doors.official("lestari")
            try await lestari.get("/kelola/data-pribadi/pemrosesan")
            for words in [
                "DRAF", "Pasal 31", "Surat keterangan usaha", "Pejabat Pelindung Data",
                "Menilai permohonan dan menerbitkan", "5 tahun sejak permohonan ditutup",
                "Belum diisi",
            ] {
                #expect(lestari.page.contains(words), "\(words)")
            }
            try await lestari.get("/kelola/data-pribadi/dampak")
            #expect(lestari.page.contains("Nilai ini lebih dulu"), "\(lestari.page)")
            for kind in ["pemrosesan", "dampak"] {
                try await lestari.get("/kelola/data-pribadi/\(kind).pdf")
                #expect(lestari.page.hasPrefix("%PDF"), "\(kind)")
                try await lestari.get("/kelola/data-pribadi/\(kind).csv")
                #expect(lestari.page.contains("DRAF;"), "\(lestari.page.prefix(200))")
            }
            let citizen = doors.citizen()
            try await citizen.get("/privasi")
            for words in ["Pejabat Pelindung Data", "0812-0000-0009", "5 tahun sejak"] {
                #expect(citizen.page.contains(words), "\(words)")
            }
            try await citizen.get("/layanan/surat-keterangan-usaha/standar")
            for words in ["Data pribadi", "Tugas pelayanan publik", "Jadwal Retensi Arsip"] {
                #expect(citizen.page.contains(words), "\(words)")
            }
        }
    }
}
