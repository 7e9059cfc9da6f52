import ArgumentParser
import Blueprints
import Coffee
import Foundation
import Ledger
import Office
import Plots
import Services
import Stories

/// Lets invented growers live through a season of coffee in a sample regency.
struct SeasonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "season",
        abstract: "Mengisi kabupaten contoh dengan satu musim kopi karangan.",
        discussion: """
            Hanya untuk kabupaten dengan demo: true yang menjalankan cetak biru kopi. Petani, kebun, \
            setoran, lot sampai karung bersertifikat dan yang dijual dikarang dari benihnya, dan \
            dicatat seperti petugas mencatatnya. Hentikan server selama ini berjalan.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Berapa petani.")
    var growers = 300

    @Option(help: "robusta, dikeringkan lalu dikupas; atau arabika, digiling basah.")
    var species = "robusta"

    @Option(help: "Kecamatan tempat kebun, misalnya 16.03.08; boleh beberapa kali.")
    var district: [String] = []

    @Option(help: "Titik sudut barat daya kebun karangan: bujur,lintang dalam derajat.")
    var near = "103.50,-4.25"

    @Option(help: "Benih: angka yang menentukan semuanya.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (1...5000).contains(growers) else {
            throw ValidationError("Pilih --growers dari 1 sampai 5000.")
        }
        guard SeasonPlan.Species(rawValue: species) != nil else {
            throw ValidationError("Pilih --species robusta atau arabika.")
        }
        guard corner != nil else {
            throw ValidationError("--near: dua angka, misalnya 103.50,-4.25.")
        }
    }

    /// So many villages of each district grow coffee.
    private static let villagesOfADistrict = 6

    private var corner: Position? {
        let degrees = near.split(separator: ",").compactMap { Double($0) }
        guard degrees.count == 2 else { return nil }
        return Position(longitudeDegrees: degrees[0], latitudeDegrees: degrees[1])
    }

    func run() async throws {
        try await telling {
            guard let corner, let species = SeasonPlan.Species(rawValue: species) else { return }
            let folder = try RegencyFolder(dir)
            let record = try await OpenRecord.open(folder)
            let plan = SeasonPlan(
                growers: growers,
                of: species,
                villages: try await villages(record),
                corner: corner,
                seed: seed
            )
            let season = try await SeasonOfCoffee(record, folder, plan)
            let came = try await season.run()
            try await record.store.close()
            print(
                "\(came.growers) petani, \(came.plots) kebun, \(came.deliveries) setoran, "
                    + "\(came.lots) lot, \(came.bags) karung, \(came.certificates) sertifikat, "
                    + "\(came.sales) penjualan, \(came.findings) temuan"
            )
        }
    }

    private func villages(_ record: OpenRecord) async throws -> [SeasonPlan.Village] {
        let keeper = InForceKeeper(base: "")
        let force = try await record.store.read { try keeper.current($0) }
        guard force.regency.isDemo else { throw SeedRefusal.notASample }
        let districts = district.isEmpty ? [force.regency.code] : district
        let chosen = districts.flatMap { district in
            force.villages.codes(in: district).prefix(Self.villagesOfADistrict)
        }
        guard !chosen.isEmpty else {
            throw CommandFailure("Tidak ada desa di kecamatan itu. Periksa --district.")
        }
        return chosen.map { SeasonPlan.Village(code: $0, name: force.villages.name(of: $0) ?? $0) }
    }
}
