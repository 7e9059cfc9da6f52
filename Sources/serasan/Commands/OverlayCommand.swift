import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Office

/// Turns what somebody edited in a publisher's files into an adaptation.
struct OverlayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlay",
        abstract: "Menjadikan suntingan langsung sebuah penyesuaian.",
        discussion: """
            Berkas dari penerbit tidak boleh disunting: versi barunya tidak akan cocok. Perintah ini \
            mengembalikan berkas aslinya dan menulis bedanya sebagai entri di overlay.yaml.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Nama cetak biru, misalnya 16.03/umkm.")
    var name: String

    @Option(help: "Mengapa diubah.")
    var reason: String

    @Option(help: "Siapa yang memutuskan.")
    var by: String

    @Option(help: "Kapan diputuskan: 2026-03-01.")
    var date: String

    @Option(help: "Kapan dipikirkan lagi.")
    var until: String?

    @Option(help: "Paket atau folder asal, bila di sini tidak tersimpan.")
    var base: String?

    func validate() throws {
        let form = /[0-9]{4}-[0-9]{2}-[0-9]{2}/
        guard date.wholeMatch(of: form) != nil,
            until.map({ $0.wholeMatch(of: form) != nil }) ?? true
        else { throw ValidationError("Tanggal ditulis 2026-03-01.") }
    }

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let adapting = try AdaptingFolder(folder)
            let here = try adapting.adapted(name)
            let why = Why(reason: reason, author: by, date: date, until: until)
            let (archive, entries) = try here.adapting(to: original(of: here, folder), why: why)
            try adapting.put(archive, in: name, replacing: here)
            print("\(name): \(entries.count) penyesuaian ditulis, berkas penerbit kembali.")
            for sentence in sentences(of: entries, in: here.read.tree) { print("- \(sentence)") }
        }
    }

    private func original(
        of here: AdaptedFolder,
        _ folder: RegencyFolder
    ) throws -> FolderArchive {
        if let base {
            guard
                let member = try BlueprintSource.members(at: base).first(where: { $0.name == name })
            else { throw CommandFailure("\(base) tidak berisi \(name).") }
            return member.files
        }
        guard let lock = here.read.lock else {
            throw CommandFailure(
                "\(name) tidak punya lock.yaml, jadi berkas asalnya tidak diketahui. "
                    + "Sebutkan asalnya dengan --base."
            )
        }
        guard let kept = try KeptEditions(folder).upstream(lock.digest) else {
            throw CommandFailure(
                "Berkas asal \(name) \(lock.version) tidak tersimpan di sini. "
                    + "Sebutkan paketnya dengan --base."
            )
        }
        return kept
    }
}
