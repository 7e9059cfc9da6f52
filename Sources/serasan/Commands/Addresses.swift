import ArgumentParser
import Hummingbird
import Ledger

/// Names every address that the site answers, so that none is forgotten by whoever checks rights.
struct Addresses: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menyebut semua alamat yang dijawab situs, satu baris satu alamat.",
        discussion: "Untuk memeriksa hak akses; bagian dalam kurung kurawal diisi per permohonan."
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let record = try await OpenRecord.open(folder)
            let site = try await RunningSite(
                record: record,
                folder: folder,
                serving: try ServingSettings(named: nil, in: folder),
                listening: Listening(host: "127.0.0.1", port: 8080)
            )
            let lines = site.router().routes.map { "\($0.method) \($0.path)" }
            print(lines.sorted().joined(separator: "\n"))
            try await record.store.close()
        }
    }
}
