import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Services

/// Brings an adapted blueprint to its publisher's next version.
struct Upgrade: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menaikkan cetak biru ke versi baru dari penerbitnya.",
        discussion: """
            Semuanya ditunjukkan dulu. Yang perlu diputuskan dijawab di sebuah berkas (--answers). \
            Bila satu hal saja belum beres, tidak ada yang diubah. Versi lama disimpan; \
            kembali dengan serasan rollback. Kode keluar 1 bila belum bisa.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Paket atau folder versi baru.")
    var package: String

    @Option(help: "Berkas jawaban.")
    var answers: String?

    @Option(
        help: "Naikkan walau tidak ada di katalog penerbit yang dikenal; alasannya dicatat."
    )
    var unlisted: String?

    @Flag(help: "Hanya tunjukkan.")
    var dryRun = false

    @Flag(help: "Tulis sebagai JSON.")
    var json = false

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let adapting = try AdaptingFolder(folder)
            let read = try BlueprintSource.read(at: package)
            let plans = try adapting.plans(
                for: read.members,
                answers: answers.map(Self.answers) ?? .none
            )
            if json {
                print(try serasan.json(plans.map(ToldPlan.init)))
            } else {
                for plan in plans { print(PlanText(plan: plan).text) }
            }
            // All or none: a package whose second blueprint cannot come brings no first.
            guard plans.allSatisfy({ $0.result != nil }) else { throw ExitCode(1) }
            guard !dryRun else { return }
            let notes = try await InstallGate(folder)
                .admit(read, names: Set(plans.map(\.name)), unlisted: unlisted)
            if !json { for note in notes { print(note) } }
            for plan in plans { try adapting.make(plan) }
            try StatementsOfOrigins(folder).keep(beside: package, of: read.packages)
            if !json { print("Selesai. Terbitkan dengan: serasan publish \(dir)") }
        }
    }

    private static func answers(_ path: String) throws -> UpgradeAnswers {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("Tidak ada berkas jawaban \(path).")
        }
        let file = SourceFile(path: path, bytes: [UInt8](bytes))
        let (answers, diagnostics) = readAnswers(file)
        guard let answers else {
            print(
                checkText(diagnostics, source: { _ in String(decoding: bytes, as: UTF8.self) }),
                terminator: ""
            )
            throw ExitCode(1)
        }
        return answers
    }
}

/// Puts an earlier edition of a blueprint back.
struct Rollback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mengembalikan cetak biru ke versi sebelumnya.",
        discussion: """
            Penyesuaian kembali seperti saat versi itu terpasang. Hanya ke versi yang masih dimuat \
            katalog penerbitnya, bila katalognya dikenal di sini.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Nama cetak biru, misalnya 16.03/umkm.")
    var name: String

    @Option(help: "Versi tujuan; tanpa ini yang terakhir sebelum sekarang.")
    var to: String?

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let adapting = try AdaptingFolder(folder)
            let here = try adapting.adapted(name)
            let kept = try KeptEditions(folder).list(name)
            let found = kept.last { edition in
                edition.archive != here.all && (to == nil || edition.version == to)
            }
            guard let found else {
                let known = kept.map(\.version).joined(separator: ", ")
                throw CommandFailure(
                    known.isEmpty
                        ? "Belum ada versi lama dari \(name)."
                        : "Versi itu tidak disimpan. Yang ada: \(known)."
                )
            }
            try await InstallGate(folder)
                .admitBack(name, from: here.version, to: found.version)
            try adapting.put(found.archive, in: name, replacing: here)
            print(
                "\(name): kembali dari \(here.version) ke \(found.version). "
                    + "Terbitkan dengan: serasan publish \(dir)"
            )
        }
    }
}
