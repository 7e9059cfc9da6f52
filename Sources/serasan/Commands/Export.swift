import ArgumentParser
import Foundation
import Ledger
import Services
import Stories

/// Takes the cases of a service out as a table.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menyimpan permohonan satu layanan sebagai tabel CSV.",
        discussion: """
            UTF-8 dengan titik koma, untuk lembar kerja berbahasa Indonesia. Nama, NIK, nomor HP, \
            dan tulisan bebas hanya ikut dengan --personal dan --reason; alasannya dicatat. Nama \
            yang diminta dirahasiakan tidak pernah ikut.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Layanan, misalnya surat-keterangan-usaha.")
    var service: String

    @Flag(help: "Sebagai CSV; saat ini satu-satunya bentuk.")
    var csv = false

    @Option(help: "Berkas baru; tanpa ini ke keluaran.")
    var out: String?

    @Option(help: "Diterima sejak hari ini, misalnya 2026-01-01.")
    var from: String?

    @Option(help: "Diterima sampai hari ini, misalnya 2026-12-31.")
    var to: String?

    @Flag(help: "Dengan nama, NIK, nomor HP, dan tulisan bebas.")
    var personal = false

    @Option(help: "Untuk apa data pribadi dibutuhkan.")
    var reason: String = ""

    func run() async throws {
        try await telling {
            guard csv else { throw CommandFailure("Tulis --csv: bentuk lain belum ada.") }
            guard let code = Code(service) else { throw ExportRefusal.noSuchService }
            let taking = ExportFact.Taking(
                service: code,
                from: try day(from),
                to: try day(to),
                isPersonal: personal
            )
            let record = try await OpenRecord.open(RegencyFolder(dir))
            let desk = ExportDesk(
                store: record.store,
                keeper: InForceKeeper(base: ""),
                sealer: .sha256
            )
            let file = try target()
            let count = try await desk.take(
                ExportCommand(taking, reason: reason),
                by: .system,
                at: .now
            ) { bytes in try file.write(contentsOf: bytes) }
            try file.close()
            try await record.store.close()
            FileHandle.standardError.write(Data("\(count) permohonan\n".utf8))
        }
    }

    private func day(_ text: String?) throws -> Day? {
        try text.map { text in
            guard let day = Day(text) else {
                throw CommandFailure("Tanggal \"\(text)\" tidak terbaca. Tulis seperti 2026-12-31.")
            }
            return day
        }
    }

    /// A new file that only its owner reads, or standard output.
    private func target() throws -> FileHandle {
        guard let out else { return .standardOutput }
        guard !FileManager.default.fileExists(atPath: out) else {
            throw CommandFailure("\(out) sudah ada. Pilih nama lain.")
        }
        guard
            FileManager.default.createFile(
                atPath: out,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            ), let file = FileHandle(forWritingAtPath: out)
        else { throw CommandFailure("\(out) tidak bisa ditulis.") }
        return file
    }
}
