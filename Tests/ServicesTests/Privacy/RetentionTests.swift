import Cases
import Ledger
import Privacy
import Services
import Stories
import Testing

private let sealed = Sealed(
    id: PayloadID(OpaqueID(high: 5, low: 6)),
    commitment: [UInt8](repeating: 0xAB, count: 32)
)
private let seal =
    #"{"c":"\#(String(repeating: "ab", count: 32))","id":"00000000000000050000000000000006"}"#
private let someone = Actor(OpaqueID(high: 9, low: 1))
private let one = OpaqueID(high: 1, low: 1)
private let id = "00000000000000010000000000000001"

/// The bytes of every fact of a batch that was ever written.
///
/// A line here never changes.
private let batches: [(fact: DestructionFact, kind: Code, bytes: String)] = [
    (
        .proposed(cases: [one], proposer: someone, purpose: .destroying), "proposed",
        #"{"cases":["\#(id)"],"proposer":"00000000000000090000000000000001"}"#
    ),
    (
        .proposed(cases: [one], proposer: someone, purpose: .handingOver), "proposed",
        #"{"cases":["\#(id)"],"proposer":"00000000000000090000000000000001","purpose":"serah"}"#
    ),
    (.refused(sealed), "refused", #"{"words":\#(seal)}"#),
    (.approved(by: someone), "approved", #"{"approver":"00000000000000090000000000000001"}"#),
    (.destroyed(gone: [one], kept: []), "destroyed", #"{"gone":["\#(id)"],"kept":[]}"#),
    (
        .received(handed: [one], receipt: sealed), "received",
        #"{"handed":["\#(id)"],"receipt":\#(seal)}"#
    ),
]

/// The bytes of every judgement that was ever written.
private let judgements: [(fact: AppraisalFact, bytes: String)] = [
    (
        .appraised(.kept, until: Day(year: 2028, month: 12, day: 31), reason: sealed),
        #"{"outcome":"simpan","reason":\#(seal),"until":"2028-12-31"}"#
    ),
    (
        .appraised(.permanent, until: nil, reason: sealed),
        #"{"outcome":"permanen","reason":\#(seal)}"#
    ),
    (
        .appraised(.destroyed, until: nil, reason: sealed),
        #"{"outcome":"musnah","reason":\#(seal)}"#
    ),
]

/// What becomes of a case after its time: destroyed, handed to the archive, or judged anew.
struct RetentionTests {
    private func bytes(_ fact: some FactShape) throws -> String {
        var writer = FactWriter()
        fact.write(to: &writer)
        return String(decoding: try CanonicalJSON.write(.object(writer.fields)), as: UTF8.self)
    }

    private func fields(_ bytes: String) throws -> FactReader {
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        return FactReader(fields)
    }

    @Test func `the facts are written and read as they always were`() throws {
        for line in batches {
            #expect(try bytes(line.fact) == line.bytes)
            #expect(line.fact.kind == line.kind)
            #expect(try DestructionFact(kind: line.kind, from: fields(line.bytes)) == line.fact)
        }
        for line in judgements {
            #expect(try bytes(line.fact) == line.bytes)
            #expect(try AppraisalFact(kind: "appraised", from: fields(line.bytes)) == line.fact)
        }
    }

    @Test func `what a judgement and a handing over refuse`() throws {
        let today = try #require(Day(year: 2026, month: 11, day: 23))
        let words = WordsSealing(in: DossierID(one))
        let known = KnownOfPeoplesData(
            by: someone,
            now: Zone.wib.instant(today, minute: 600),
            today: today,
            words: words
        )
        func judged(_ outcome: Appraisal.Outcome, _ until: Day?, _ why: String) -> PrivacyRefusal? {
            do throws(PrivacyRefusal) {
                _ = try AppraisalStory.decide(
                    AppraisalStory.beginning,
                    .appraise(outcome, until: until, words: why),
                    known
                )
                return nil
            } catch {
                return error
            }
        }
        #expect(judged(.kept, nil, "x") == .nextJudgementInPast)
        #expect(judged(.kept, today, "x") == .nextJudgementInPast)
        #expect(judged(.kept, today.adding(days: 1), " ") == .wordsMissing)
        #expect(judged(.kept, today.adding(days: 1), "x") == nil)
        #expect(judged(.permanent, nil, "x") == nil)

        func batch(_ facts: [DestructionFact]) -> Destruction {
            DestructionStory.state(after: facts)
        }
        func refused(_ state: Destruction, _ command: DestructionCommand) -> PrivacyRefusal? {
            do throws(PrivacyRefusal) {
                _ = try DestructionStory.decide(state, command, known)
                return nil
            } catch {
                return error
            }
        }
        let handing = batch([
            .proposed(cases: [one], proposer: someone, purpose: .handingOver),
            .approved(by: someone),
        ])
        #expect(handing.phase == .handing)
        #expect(refused(handing, .destroy(gone: [one], kept: [])) == .movedOn)
        #expect(refused(handing, .receive(words: " ")) == .wordsMissing)
        #expect(refused(handing, .receive(words: "BA 1")) == nil)
        let destroying = batch([
            .proposed(cases: [one], proposer: someone, purpose: .destroying),
            .approved(by: someone),
        ])
        #expect(refused(destroying, .receive(words: "BA 1")) == .movedOn)
    }

    private func site(_ fate: String) async throws -> WorkingSite {
        let site = try await WorkingSite.withProtection()
        let privacy = """
            privacy:
              purposes: Memperbaiki jalan.
              basis: public task
              data: Nama dan nomor HP
              keep: 1 bulan
              fate: \(fate)
              keep_basis: Perbup 2
            """
        try await site.regency.publish(
            try RoadReports(version: "1.0.1", privacy: privacy).archive(),
            as: "16.03/jalan",
            version: "1.0.1"
        )
        return site
    }

    /// A report that was refused, forty days later; its number.
    private func past(_ doors: Doors, _ site: WorkingSite) async throws -> String {
        let citizen = doors.citizen()
        try await citizen.fillIn()
        _ = try await citizen.sendIn()
        let digits = try citizen.digits
        let rina = try await doors.official("rina")
        try await rina.get("/kerja/perkara/\(digits)/tolak")
        try await rina.send(["alasan": "Bukan jalan kabupaten."])
        site.pass(days: 40)
        return digits
    }

    private func erased(_ site: WorkingSite, _ digits: String) async throws -> Bool {
        try await site.regency.store.read { reader in
            let id = try #require(try reader.caseID(of: try TrackingNumber(reading: digits)))
            return try reader.state(of: id.stream, as: CaseStory.self).state.isErased
        }
    }

    private let list = "/kelola/data-pribadi/pemusnahan"

    @Test func `what is kept for good goes to the archive, and nothing before its receipt`()
        async throws
    {
        let site = try await site("permanent")
        try await site.open { doors in
            let digits = try await self.past(doors, site)
            let lestari = try await doors.official("lestari")
            try await lestari.get(self.list)
            #expect(lestari.page.contains("Tidak ada yang lewat masa simpan"))
            #expect(lestari.page.contains("Arsip permanen"), "\(lestari.page)")
            let box = try #require(
                lestari.page.firstMatch(of: /name="arsip" value="([0-9a-f]{32})"/)
            )
            // Ticked for destruction, what is permanent is not taken.
            try await lestari.post(self.list, ["perkara": String(box.1), "guna": "musnah"])
            #expect(lestari.status == 422, "\(lestari.page)")
            try await lestari.get(self.list)
            try await lestari.post(self.list, ["arsip": String(box.1), "guna": "serah"])
            let address = lestari.path
            #expect(lestari.page.contains("Anda yang mengusulkan"), "\(lestari.page)")
            try await lestari.get("\(address)/daftar-serah.pdf")
            #expect(lestari.status == 409)
            let tono = try await doors.official("tono")
            try await tono.get(address)
            try await tono.send(to: "\(address)/setuju")
            #expect(tono.page.contains("Menunggu tanda terima"), "\(tono.page)")
            #expect(try await !self.erased(site, digits))
            try await tono.get("\(address)/daftar-serah.pdf")
            #expect(tono.page.hasPrefix("%PDF"))
            try await tono.get("\(address)/daftar-serah.csv")
            #expect(tono.page.contains("Kode klasifikasi") && tono.page.contains("1 berkas"))
            try await tono.get("\(address)/berita-acara.pdf")
            #expect(tono.status == 409)
            try await tono.get(address)
            try await tono.send(["bukti": " "], to: "\(address)/terima")
            #expect(tono.status == 422)
            try await tono.send(
                ["bukti": "BA 045/7, 4 Januari 2027, Sari dari arsip daerah"],
                to: "\(address)/terima"
            )
            #expect(tono.page.contains("BA 045/7"), "\(tono.page)")
            // Now the copy that is left here may go, by two as everything does.
            try await tono.get(self.list)
            #expect(tono.page.contains("Sudah diserahkan ke arsip daerah"), "\(tono.page)")
            #expect(!tono.page.contains("name=\"arsip\""))
            #expect(try await self.rebuiltIsLive(site))
            let rina = try await doors.official("rina")
            for path in ["daftar-serah.pdf", "daftar-serah.csv"] {
                try await rina.get("\(address)/\(path)")
                #expect(rina.status == 403, "\(path)")
            }
        }
    }

    @Test func `what is to be judged is judged with a reason and a next date`() async throws {
        let site = try await site("reviewed")
        try await site.open { doors in
            _ = try await self.past(doors, site)
            let lestari = try await doors.official("lestari")
            try await lestari.get(self.list)
            let link = try #require(
                lestari.page.firstMatch(of: /\/kelola\/data-pribadi\/penilaian\/[0-9a-f]{32}/)
            )
            let page = String(link.output)
            try await lestari.get(page)
            try await lestari.send(["hasil": "simpan", "kata": "Masih dipakai."])
            #expect(lestari.status == 422, "\(lestari.page)")
            try await lestari.get(page)
            try await lestari.send([
                ("hasil", "simpan"), ("kata", "Masih dipakai."), ("lagi-tanggal", "1"),
                ("lagi-bulan", "1"), ("lagi-tahun", "2020"),
            ])
            #expect(lestari.status == 422)
            let next = Zone.wib.day(site.now).adding(days: 30).parts
            try await lestari.get(page)
            try await lestari.send([
                ("hasil", "simpan"), ("kata", "Masih dipakai."), ("lagi-tanggal", "\(next.day)"),
                ("lagi-bulan", "\(next.month)"), ("lagi-tahun", "\(next.year)"),
            ])
            #expect(lestari.path == self.list && !lestari.page.contains(page), "\(lestari.page)")
            try await lestari.get(page)
            #expect(lestari.status == 404, "it is not its time")

            site.pass(days: 31)
            let again = try await doors.official("lestari")
            try await again.get(page)
            #expect(again.page.contains("Masih dipakai."), "\(again.page)")
            try await again.post(page, ["versi": "0", "hasil": "musnah", "kata": "x"])
            #expect(again.status == 409)
            try await again.get(page)
            try await again.send(["hasil": "musnah", "kata": "Tidak berguna lagi."])
            // Judged is not destroyed: two officials still have to.
            #expect(again.page.contains("name=\"perkara\""), "\(again.page)")
            #expect(try await self.rebuiltIsLive(site))
            let rina = try await doors.official("rina")
            try await rina.get(page)
            #expect(rina.status == 403)
        }
    }

    private func rebuiltIsLive(_ site: WorkingSite) async throws -> Bool {
        func all() async throws -> [String] {
            try await site.regency.store.read { reader in
                try ["SELECT * FROM case_fates", "SELECT * FROM destructions"].flatMap {
                    try reader.rows(SQL(stringLiteral: $0)).map { "\($0)" }.sorted()
                }
            }
        }
        let live = try await all()
        try await site.regency.store.rebuild()
        return try await all() == live
    }
}
