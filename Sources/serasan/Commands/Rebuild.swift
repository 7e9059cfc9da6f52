import ArgumentParser
import Ledger

/// Makes every view again from the log.
struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menyusun ulang semua tabel pandangan dari catatan.",
        discussion: "Catatan sendiri tidak berubah. Hentikan server selama ini berjalan."
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let record = try await OpenRecord.open(folder)
            let telling = TellingOfRebuild(data: folder.data)
            try await record.store.rebuild { telling.tell($0) }
            let head = try await record.store.head()
            try await record.store.close()
            print("Selesai: \(head.size) peristiwa, akar \(head.root)")
        }
    }
}
