import Cooperation
import Ledger
import Office
import Server
import Services
import Stories

/// An invented agreement with another sample regency, as its officials would record it: signed a
/// month ago, with what it lets pass, the partner's root typed by two, a duty and a year's plan.
struct SampleAgreement {
    let partner: Code
    let partnerName: String
    let direction: TransferDirection
    let blueprint: Code

    /// The twelve words of the partner's root, as printed in the agreement.
    let words: String?

    private static let title = "Replikasi layanan publik dan tata kelola kopi"

    /// Records it step by step through the desk, so that every rule of an agreement is asked.
    func record(_ officers: Officers, _ rules: CooperationRules) async throws {
        let (record, zone) = (officers.record, officers.force.zone)
        let today = zone.day(record.clock.now())
        let signed = today.adding(days: -30)
        let desk = AgreementsDesk(
            store: record.store,
            rules: rules,
            roots: RootsOfPartners(),
            now: { record.clock.now() }
        )
        let (analyst, head) = (
            try await officers.standing("ratna").official,
            try await officers.standing("budi").official
        )
        let id = Draw.random.id()
        let commands = beginning(rules, signed) + content(today, signed)
        for command in commands {
            try await take(command, on: id, by: analyst, today, desk, record.store)
        }
        guard let words else { return }
        for official in [analyst, head] {
            let typed = AgreementCommand.typeRoot(partner: partner, words: words)
            try await take(typed, on: id, by: official, today, desk, record.store)
        }
    }

    private func take(
        _ command: AgreementCommand,
        on id: OpaqueID,
        by official: Actor,
        _ today: Day,
        _ desk: AgreementsDesk,
        _ store: RecordStore
    ) async throws {
        let stream = Stream(AgreementStory.kind, id)
        let seen = try await store.state(of: stream, as: AgreementStory.self).version
        let asked = AgreementsDesk.Asked(by: official, seen: seen, today: today)
        try await desk.record(command, on: id, asked)
    }

    /// From the mapping to the signed agreement; the council need not be asked.
    private func beginning(_ rules: CooperationRules, _ signed: Day) -> [AgreementCommand] {
        let way = rules.stages(of: .voluntary)
        let last = way.lastIndex { $0.effect == .inForce } ?? way.endIndex - 1
        let reached = way[...last].filter { !$0.isForCouncil }
        let documents = reached.compactMap { $0.document.flatMap { rules.document($0) } }
        return [
            .begin(
                .voluntary,
                partners: [partner],
                [
                    "judul": Self.title, "mitra": "\(partner) \(partnerName)",
                    "objek": "Layanan publik digital dan tata kelola kopi.",
                    "ruang": "Alih cetak biru layanan\nPelatihan petugas",
                    "manfaat": "Layanan lebih cepat dan kopi lebih dikenal.",
                ]
            ),
            .askCouncil(
                burdens: false,
                unfunded: false,
                ["pertimbangan": "Biaya sudah ada di APBD tahun ini."]
            ),
        ]
            + documents.map { .check(document: $0.id, clauses: $0.clauses.map(\.id)) }
            + reached.map { stage in
                .reach(stage.id, on: signed, ["nomor": "119/\(stage.id)/\(signed.parts.year)"], nil)
            }
    }

    private func content(_ today: Day, _ signed: Day) -> [AgreementCommand] {
        let draw = Draw.random
        return [
            .agree(
                from: signed,
                until: signed.adding(days: 1095),
                byProxy: false,
                [
                    "penandatangan": "Bupati Contoh", "jabatan": "Bupati",
                    "penandatangan_mitra": "Bupati Mitra", "jabatan_mitra": "Bupati mitra",
                ]
            ),
            .permit(direction, blueprint, isGiven: true),
            .owe(
                draw.id(),
                due: today.adding(days: 20),
                unit: nil,
                ["apa": "Kirim angka layanan triwulan ini", "pihak": "kami"]
            ),
            .plan(
                draw.id(),
                year: today.parts.year,
                budget: 25_000_000,
                unit: nil,
                [
                    "kegiatan": "Bimbingan petugas loket", "keluaran": "20 petugas terlatih",
                    "indikator": "Petugas yang lulus latihan", "sumber": "APBD",
                ]
            ),
        ]
    }
}
