import ArgumentParser
import Blueprints
import Exchange
import Foundation

/// Installs blueprints of others.
struct Replicate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Memasang cetak biru dari kabupaten lain.",
        discussion: """
            SOURCE adalah berkas paket, folder berisi paket, folder satu cetak biru, atau alamat \
            cetak biru di situs mitra (https://…, dengan --root). Yang sudah ada tidak dipasang dua \
            kali. Kode keluar 1 bila ada yang menghalangi; lalu tidak ada yang dipasang.
            """
    )

    @Argument(help: "Paket, folder, atau alamat.")
    var source: String

    @Option(help: "Folder kabupaten yang menerima.")
    var into: String

    @Option(help: "12 kata atau teks QR dari perjanjian, untuk alamat di situs mitra.")
    var root: String?
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
            let read = try await read(for: folder)
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
            if read.site == nil {
                try StatementsOfOrigins(folder).keep(beside: source, of: read.packages)
            }
            if !json, !plan.results.isEmpty {
                print("Selesai. Isi hal daerah di overlay.yaml, lalu: serasan check \(into)")
            }
        }
    }

    private func read(for folder: RegencyFolder) async throws -> BlueprintSource.Read {
        guard source.contains("://") else { return try BlueprintSource.read(at: source) }
        let rules = FetchRules(try ServingSettings(named: nil, in: folder).settings)
        return try await BlueprintSource.read(at: source, pinnedBy: root, by: rules)
    }
}
