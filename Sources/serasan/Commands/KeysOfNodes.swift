import ArgumentParser
import Backups
import Foundation
import Ledger
import Stories

/// Writes the newest keyring of a record on PostgreSQL into a place of its own.
struct ExportKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Menyimpan gantungan kunci terbaru dari catatan di PostgreSQL.",
        discussion: """
            Cadangan buatan alat PostgreSQL hanya terbuka dengan gantungan kunci yang terbaru. \
            Yang lama di TEMPAT dihapus. Selama situs berjalan, ini terjadi sendiri tiap \
            seperempat jam di folder `backup_targets`.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Folder yang sudah ada di disk lain.")
    var target: String

    func run() async throws {
        try await telling {
            let keyring = KeyringOfServer(folder: try RegencyFolder(dir))
            let number = try keyring.keep(in: FolderTarget(target), now: .now)
            print("Gantungan kunci nomor \(number) ada di \(target).")
        }
    }
}

/// Puts the newest keyring over a database that was restored with PostgreSQL's own tools.
struct ImportKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Memasang gantungan kunci terbaru pada basis data PostgreSQL yang dipulihkan.",
        discussion: """
            Sesudah memulihkan basis data dengan alat PostgreSQL dan sebelum situs dijalankan. \
            Hentikan semua simpul; hapus wrapping-*.key di simpul lain, kuncinya dikirim lagi. \
            Yang sudah dihapus dari catatan dihapus lagi di sini.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Folder tempat gantungan kunci disimpan.")
    var target: String

    func run() async throws {
        try await telling {
            let restored = RestoredServer(folder: try RegencyFolder(dir))
            let done = try await restored.hang(from: FolderTarget(target))
            print(
                """
                Kunci terpasang. Dihapus lagi: \(done.erased). Kuncinya tidak ada lagi: \(done.lost).
                Jalankan serasan ledger verify \(dir) sebelum melayani.
                """
            )
        }
    }
}

/// Shows which nodes share the keys of a record.
struct NodesOfKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nodes",
        abstract: "Menampilkan simpul yang memegang kunci, dan yang belum memusnahkan kunci lama."
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    func run() async throws {
        try await telling {
            let record = try await OpenRecord.open(RegencyFolder(dir))
            let told = try await record.store.keysOfNodes()
            try await record.store.close()
            print(told.map(Self.text) ?? "Catatan ini di SQLite: hanya ada satu simpul.")
        }
    }

    static func text(_ told: KeysOfNodes) -> String {
        var lines = told.nodes.map { node in
            let seen = node.seen.map { "terlihat \(Self.moment($0))" } ?? "tidak berjalan"
            let owes = node.owesSince.map {
                ", kunci lama belum dimusnahkan sejak \(Self.moment($0))"
            }
            let newest = node.isUpToDate ? "" : ", belum punya kunci terbaru"
            return "\(node.id)  \(seen)\(newest)\(owes ?? "")"
        }
        if let open = told.openErasure {
            lines.append(
                "Penghapusan sejak \(Self.moment(open)) belum tuntas di semua simpul."
            )
        }
        return lines.joined(separator: "\n")
    }

    private static func moment(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000).formatted(.iso8601)
    }
}

/// Strikes off a node whose disk is destroyed.
struct StrikeOffNode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strike-off",
        abstract: "Mencoret simpul yang disknya sudah dimusnahkan.",
        discussion: """
            Hanya bila disk simpul itu benar-benar sudah dimusnahkan: kunci lama di sana masih \
            membuka salinan lama basis data. Simpul yang dicoret dan kembali harus menerima \
            kunci lagi dari yang lain.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Nama simpul, seperti ditampilkan serasan keys nodes.")
    var node: String

    func run() async throws {
        try await telling {
            guard let id = OpaqueID(node) else {
                throw CommandFailure("\(node) bukan nama simpul.")
            }
            let record = try await OpenRecord.open(RegencyFolder(dir))
            let isStruck = try await record.store.strikeOff(id)
            try await record.store.close()
            guard isStruck else { throw CommandFailure("Tidak ada simpul \(node).") }
            print("Simpul \(node) dicoret.")
        }
    }
}
