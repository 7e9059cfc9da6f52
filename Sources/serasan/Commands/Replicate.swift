import ArgumentParser
import Blueprints
import Exchange
import Foundation

/// Installs blueprints of others.
struct Replicate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Memasang cetak biru dari kabupaten lain.",
        discussion: """
            SOURCE adalah berkas paket, folder berisi paket, atau folder satu cetak biru. Yang sudah \
            ada tidak dipasang dua kali. Kode keluar 1 bila ada yang menghalangi; lalu tidak ada \
            yang dipasang.
            """
    )

    @Argument(help: "Paket atau folder.")
    var source: String

    @Option(help: "Folder kabupaten yang menerima.")
    var into: String

    @Option(
        help: "Pasang walau tidak ada di katalog penerbit yang dikenal; alasannya dicatat."
    )
    var unlisted: String?

    @Flag(help: "Hanya tunjukkan.")
    var dryRun = false

    @Flag(help: "Tulis sebagai JSON.")
    var json = false

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(into)
            let adapting = try AdaptingFolder(folder)
            let read = try BlueprintSource.read(at: source)
            let plan = try adapting.replication(of: read.members)
            if json {
                print(try serasan.json(ToldReplication(plan)))
            } else {
                print(ReplicationText(plan: plan).text, terminator: "")
            }
            guard plan.obstacles.isEmpty else { throw ExitCode(1) }
            guard !dryRun else { return }
            let notes = try await InstallGate(folder)
                .admit(read, names: Set(plan.results.map(\.name)), unlisted: unlisted)
            if !json { for note in notes { print(note) } }
            for result in plan.results { try adapting.install(result) }
            try StatementsOfOrigins(folder).keep(beside: source, of: read.packages)
            if !json, !plan.results.isEmpty {
                print("Selesai. Isi hal daerah di overlay.yaml, lalu: serasan check \(into)")
            }
        }
    }
}
