import ArgumentParser
import Foundation
import Ledger

/// Moves the record of a folder to another engine.
struct Move: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Memindahkan catatan ke PostgreSQL, atau kembali ke SQLite.",
        discussion: """
            Hentikan semua server dulu. Catatan yang lama ditutup untuk selamanya dan disimpan; \
            yang baru memuat peristiwa yang sama, kunci, nomor, antrean, draf, dan berkas, dan \
            melanjutkan dari kepala yang sama. Folder ini lalu memakai yang baru.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "postgres://nama@server/basisdata (kosong), atau sqlite.")
    var to: String

    func run() async throws {
        try await telling {
            let moved = try MovedRecord(of: RegencyFolder(dir), to: to)
            let head = try await moved.move { table, rows in
                if rows > 0 { print("  \(table): \(rows) baris") }
            }
            print("Selesai: \(head.size) peristiwa, akar \(head.root), sama di kedua tempat.")
            print("Mulai lagi: serasan serve \(dir)")
        }
    }
}
