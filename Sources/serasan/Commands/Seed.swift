import ArgumentParser
import Foundation
import Ledger
import Office
import Satisfaction
import Server
import Services
import Stories

/// Fills a sample regency with invented cases.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mengisi kabupaten contoh dengan permohonan karangan.",
        discussion: """
            Hanya untuk kabupaten dengan demo: true yang belum punya permohonan. Benih yang sama \
            memberi nama, jawaban, waktu, dan hasil yang sama. Hentikan server selama ini berjalan.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Berapa permohonan.")
    var cases: Int

    @Option(help: "Hari terakhir, misalnya 2026-11-25; tanpa ini hari ini.")
    var until: String?

    @Option(help: "Berapa bulan sebelum itu permohonan pertama datang.")
    var months = 12

    @Option(help: "Benih: angka yang menentukan semuanya.")
    var seed: UInt64 = 1

    @Flag(
        inversion: .prefixedNo,
        help: "Dengan pindaian surat yang ditandatangani; tanpa ini sampai 10000 permohonan."
    )
    var scans: Bool?

    @Flag(
        help: """
            Permohonan ringkas untuk mengukur kabupaten yang sangat besar: jawaban seperlunya, \
            langsung diputus, tanpa surat.
            """
    )
    var slim = false

    @Option(
        name: .customLong("public-url"),
        help: "Alamat situs dalam kode QR pada pindaian."
    )
    var base = "http://localhost:8080"

    func run() async throws {
        try await telling {
            guard PublicURL.isOne(base) else { throw CommandFailure(PublicURL.sentence(base)) }
            guard (1...20_000_000).contains(cases), (1...240).contains(months) else {
                throw CommandFailure(
                    "Pilih --cases dari 1 sampai 20000000 dan --months dari 1 sampai 240."
                )
            }
            let folder = try RegencyFolder(dir)
            let record = try await OpenRecord.open(folder, EngineSizes(cacheMegabytes: Self.cache))
            let officers = try await Officers(record)
            let zone = officers.force.zone
            let today = zone.day(.now)
            let last = try until.map { text in
                guard let day = Day(text), day <= today else {
                    throw CommandFailure(
                        "Tanggal \"\(text)\" tidak bisa dipakai. Tulis seperti 2026-11-25, "
                            + "paling akhir hari ini."
                    )
                }
                return day
            }
            let day = last ?? today
            let plan = SeedPlan(
                cases: cases,
                from: day.adding(days: -(months * 365 / 12)),
                until: min(zone.instant(day, minute: 960), .now),
                seed: seed,
                hasScans: scans ?? (cases <= 10_000),
                lives: slim ? .slim : .full
            )
            let began = Date.now
            let outcome = try await seeding(record, zone).run(plan) { count in
                FileHandle.standardError.write(Data("\r\(count) permohonan".utf8))
            }
            try await record.store.close()
            let seconds = Date.now.timeIntervalSince(began)
            print(
                "\n\(outcome.cases) permohonan, \(outcome.open) masih terbuka, "
                    + "\(outcome.events) peristiwa, \(outcome.scans) pindaian surat, "
                    + "\(outcome.officials) petugas karangan, "
                    + "\(Int(Double(outcome.cases) / max(seconds, 0.001))) per detik"
            )
        }
    }

    /// Much of the machine's memory, for nothing else is to be at work: there the trees of random
    /// keys stay, which every case touches all over.
    private static var cache: Int {
        Int(ProcessInfo.processInfo.physicalMemory / 1_000_000) * 2 / 5
    }

    private func seeding(_ record: OpenRecord, _ zone: Zone) -> Seeding {
        let keeper = InForceKeeper(base: base)
        let survey = SurveyDesk(store: record.store, keys: record.keys, now: { .now })
        return Seeding(
            desk: CaseDesk(store: record.store, keeper: keeper, sealer: .sha256),
            officials: OfficialsDesk(store: record.store, keys: record.keys, sealer: .sha256),
            survey: { id, state, version, numbers in
                try survey.invented(for: id, state, version, in: zone, &numbers)
            },
            scans: SeededScans(files: record.files, keys: record.keys)
        )
    }
}
