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

    @Option(help: "Hanya pandangan ini; boleh beberapa kali. Bawaan: semua.")
    var only: [String] = []

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let record = try await OpenRecord.open(folder)
            let telling = TellingOfRebuild(data: folder.data)
            if only.isEmpty {
                try await record.store.rebuild { telling.tell($0) }
            } else if try await !record.store.rebuild(only: only, telling: { telling.tell($0) }) {
                throw CommandFailure("Tidak ada pandangan \(only.joined(separator: ", ")).")
            }
            try ComparedViews.forget(folder.data)
            let head = try await record.store.head()
            try await record.store.close()
            print("Selesai: \(head.size) peristiwa, akar \(head.root)")
        }
    }
}
