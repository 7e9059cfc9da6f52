import ArgumentParser
import Foundation
import Ledger

/// The root key on paper, and back.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Kunci akar data di kertas dan kembali; kunci penerbit untuk berbagi paket.",
        subcommands: [
            PaperOfKeys.self, RestoreKeys.self, ExportKeys.self, ImportKeys.self, NodesOfKeys.self,
            StrikeOffNode.self,
            RootKeys.self, WorkingKeys.self, RotateKeys.self,
        ]
    )
}

/// Shows the root key again, to whoever may read its file anyway.
struct PaperOfKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract: "Menampilkan kunci akar sekali lagi, untuk salinan di kertas."
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let keys = try Keys.open(in: folder.data.appending(path: "kunci").path)
            print(Self.text(keys))
        }
    }

    /// The key and what its keeper must know.
    static func text(_ keys: Keys) -> String {
        """
        Kunci akar (salin ke kertas, simpan terkunci):

          \(keys.paper)

        Kunci ini membuka semua isian warga dan semua cadangan. Hilang berarti hilang: \
        tidak ada orang, kantor, atau pembuat program yang bisa menggantinya.
        Tulis dua salinan dengan tangan, cocokkan tiap kelompok, simpan di dua gedung, dalam \
        amplop tertutup, tidak bersama disk cadangan. Dua orang tahu tempatnya. Jangan difoto, \
        jangan dikirim lewat pesan.

        """
    }
}

/// Puts the root key from paper back where its file was lost or mixed up.
struct RestoreKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Mengembalikan berkas kunci akar dari kertas (diketik).",
        discussion: """
            Untuk folder yang datanya utuh tetapi data/kunci/root.key hilang atau tertukar. \
            Kunci dari kertas lain ditolak. Bila datanya juga hilang: serasan restore.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    func run() async throws {
        try await telling {
            let data = try RegencyFolder(dir).data
            let folder = data.appending(path: "kunci").path
            FileHandle.standardError.write(
                Data("Ketik kunci akar dari kertas, lalu Enter:\n".utf8)
            )
            try Keys.restoreRoot(fromPaper: readLine() ?? "", in: folder)
            let isServer = try DatabaseOfFolder(data: data).isServer
            try Keys.open(in: folder, fromOthers: isServer).keepCheck()
            print("Kunci akar kembali di \(folder), dan membuka kunci pembungkusnya.")
        }
    }
}
