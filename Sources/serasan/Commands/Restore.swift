import ArgumentParser
import Backups
import Foundation
import Ledger

/// Makes the folder of a regency again from a backup.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Memulihkan satu kabupaten dari cadangan ke folder baru.",
        discussion: """
            Kunci akar diketik dari kertas, atau diambil dari folder lain dengan --key-from. \
            Hasilnya dibaca habis dan dibandingkan sebelum foldernya muncul; pemulihan yang \
            terhenti tidak meninggalkan folder yang bisa dipakai. Yang dihapus setelah cadangan \
            dibuat tetap terhapus.
            """
    )

    @Argument(help: "Folder cadangan, atau sftp://nama@mesin/folder.")
    var target: String

    @Argument(help: "Folder baru.")
    var dir: String

    @OptionGroup var root: RootKeyOptions
    @OptionGroup var line: SSHOptions

    @Option(help: "Cadangan terakhir sampai waktu UTC ini, misalnya 20261126T070000Z.")
    var at: String?

    @Flag(help: "Folder baru menggantikan yang hilang: tempat cadangannya langsung dipakai.")
    var takesOver = false

    func run() async throws {
        try await telling {
            let restored = try RestoredFolder(dir)
            let paper = try root.paper()
            let keys = try root.keys(paper)
            let scratch = URL(filePath: "\(dir).diambil", directoryHint: .isDirectory)
            let (name, outcome) = try await line.reading(target, at: at, beside: scratch) {
                let reading = try ReadingBackup(
                    from: $0,
                    at: at,
                    keys: keys,
                    knowing: Migrations.all.count
                )
                return (
                    reading.name.text,
                    try await restored.restore(
                        reading,
                        paper: paper,
                        takesOver: takesOver
                    )
                )
            }
            print(
                """
                \(name) dipulihkan ke \(dir): \(outcome.head.size) peristiwa, akar \
                \(outcome.head.root), sama dengan yang dicadangkan.
                """
            )
            if outcome.erased > 0 {
                print("\(outcome.erased) berkas perkara dihapus lagi, karena dihapus setelah itu.")
            }
            if outcome.gone > 0 {
                print("\(outcome.gone) isi tidak ada di cadangan: dihapus sebelumnya, atau hilang.")
            }
            if outcome.lostFiles > 0 {
                print(
                    "\(outcome.lostFiles) berkas pemohon tidak ada di cadangan. Jalankan "
                        + "serasan ledger verify, dan coba tempat cadangan yang lain."
                )
            }
            if !takesOver {
                print(
                    """
                    Belum dicadangkan ke tempat yang lama. Bila folder ini menggantikan yang \
                    hilang: serasan backup take-over \(dir)
                    """
                )
            }
            print("Cocokkan nomor surat terakhir dengan buku agenda sebelum menerbitkan surat.")
        }
    }
}
