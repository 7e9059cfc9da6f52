import ArgumentParser
import Blueprints
import Cooperation
import Ledger
import Services
import Stories

/// Records an invented agreement between two sample regencies.
struct SampleAgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-agreement",
        abstract: "Mencatat kerja sama karangan dengan kabupaten contoh lain.",
        discussion: """
            Hanya untuk kabupaten dengan demo: true. Kerja sama yang sebenarnya dicatat orang di \
            /kerja/kerja-sama. Hentikan server selama ini berjalan.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Kode Kemendagri mitra, misalnya 12.03.")
    var partner: String

    @Option(help: "Nama mitra.")
    var partnerName: String

    @Option(help: "Cetak biru yang boleh dialihkan, misalnya 16.03/umkm.")
    var blueprint: String

    @Flag(help: "Cetak biru itu dari mitra; tanpa ini dari kami.")
    var incoming = false

    @Option(help: "12 kata akar mitra.")
    var words: String?

    func run() async throws {
        try await telling {
            guard let partner = Code(partner), let blueprint = Code(blueprint) else {
                throw CommandFailure("Tulis --partner seperti 12.03 dan --blueprint 16.03/umkm.")
            }
            let folder = try RegencyFolder(dir)
            let record = try await OpenRecord.open(folder)
            let officers = try await Officers(record)
            guard officers.force.regency.isDemo else {
                throw CommandFailure("Hanya untuk kabupaten contoh (demo: true di regency.yaml).")
            }
            let sample = SampleAgreement(
                partner: partner,
                partnerName: partnerName,
                direction: incoming ? .fromPartner : .toPartner,
                blueprint: blueprint,
                words: words
            )
            try await sample.record(officers, try CooperationRules.read(folder.root).rules)
            try await record.store.close()
            print("Kerja sama dengan \(partnerName) dicatat.")
        }
    }
}
