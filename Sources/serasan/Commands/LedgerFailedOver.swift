import ArgumentParser
import Foundation
import Ledger
import Server
import Stories

/// Begins the origin of a log that a spare server goes on with, which has not all of it.
struct LedgerFailedOver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "failed-over",
        abstract: "Mencatat bahwa ujung catatan hilang saat server pengganti mengambil alih.",
        discussion: """
            Untuk catatan di PostgreSQL yang dengan sengaja dilanjutkan server yang tidak punya \
            seluruhnya. Hentikan semua server situs dulu, dan jalankan ini sebelum ada yang \
            mencatat lagi. Sesudahnya nomor surat terkunci sampai bukunya dibaca, dan warga \
            dengan tanda terima bisa membawa kembali permohonan yang hilang.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Berkas cap terbaru yang disimpan pihak lain, dari sebelum server berpindah.")
    var witness: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let lock = try ServingLock.alone(folder)
            defer { lock.release() }
            let database = try DatabaseOfFolder(data: folder.data)
            guard database.isServer else {
                throw CommandFailure(
                    "Catatan ini di SQLite, tanpa server pengganti. Dari cadangan: serasan restore."
                )
            }
            try database.refuseWhileServed()
            let keys = try Keys.open(
                in: folder.data.appending(path: "kunci").path,
                fromOthers: true
            )
            let seen = try LedgerVerify.checkpoint(
                in: witness,
                by: keys.noteKey(of: OpaqueID(high: 0, low: 0)).key
            )
            let record = try await OpenRecord.open(folder)
            let kept = try await begin(record, after: seen)
            try await record.store.close()
            print("Tercatat: \(kept) dari sedikitnya \(seen.size) peristiwa selamat.")
        }
    }

    /// - Returns: how many events there were before.
    private func begin(_ record: OpenRecord, after seen: Checkpoint) async throws -> Int64 {
        let (head, origin) = try await record.store.read { (try $0.head(), try $0.origin()) }
        guard let origin else { throw CommandFailure("Folder ini belum punya catatan.") }
        let cited = CitedHead(size: seen.size, root: seen.root, origin: seen.origin)
        if origin.cited == cited { throw CommandFailure("Kehilangan itu sudah tercatat.") }
        guard seen.origin == origin.id else {
            throw CommandFailure("Cap itu bukan dari catatan ini, atau dari sebelum asal terakhir.")
        }
        guard seen.size > head.size else {
            throw CommandFailure(
                "Catatan ini punya \(head.size) peristiwa, cap itu \(seen.size): menurut cap itu "
                    + "tidak ada yang hilang. Periksa dengan serasan ledger verify --witness."
            )
        }
        try await record.store.beginOrigin(.failedOver, citing: cited, at: record.clock.now())
        return head.size
    }
}
