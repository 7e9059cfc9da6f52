import ArgumentParser
import Foundation
import Stories

/// What can be asked of the views: the tables that follow from the log.
struct ViewsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "views",
        abstract: "Memeriksa tabel pandangan: apakah masih sama dengan catatan.",
        subcommands: [VerifyViews.self]
    )
}

struct VerifyViews: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Menyusun setiap pandangan di samping dan membandingkannya.",
        discussion: """
            Boleh dijalankan selagi situs berjalan; yang menulis tidak menunggu. Situs juga \
            melakukannya sendiri setiap malam. Kode keluar: 0 semua sama, 1 ada yang berbeda, \
            2 berkas tidak bisa dipakai.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    func run() async throws {
        var isSame = true
        try await telling {
            let folder = try RegencyFolder(dir)
            let found = try folder.compareViews(told: { view, _ in
                FileHandle.standardError.write(Data("\(view.text)\n".utf8))
            })
            isSame = found.troubles.isEmpty
            print("Dibandingkan: \(found.views) pandangan, \(found.rows) baris.")
            for trouble in found.troubles {
                print("BERBEDA: pandangan \(trouble.view): \(trouble.sentence).")
            }
            guard !isSame else { return print("Semua sama dengan catatan.") }
            let names = found.names.map { "--only \($0)" }.joined(separator: " ")
            print("Hentikan situs, jalankan: serasan rebuild \(dir) \(names)")
        }
        if !isSame { throw ExitCode(1) }
    }
}
