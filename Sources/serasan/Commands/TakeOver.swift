import ArgumentParser
import Keeping
import Ledger
import Server
import Stories

/// Says that a restored folder takes the place of the one that was lost.
struct TakeOver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take-over",
        abstract: "Hasil pemulihan menggantikan yang hilang: memakai tempat cadangannya.",
        discussion: """
            Folder hasil serasan restore tidak mencadangkan ke tempat cadangan catatan asalnya \
            sebelum perintah ini, atau tombolnya di /kelola/cadangan. Setelah itu mesin yang lama, \
            kalau masih hidup, ditolak di sana.
            """
    )

    @Argument(help: "Folder kabupaten hasil pemulihan.")
    var dir: String

    func run() async throws {
        try await telling {
            let record = try await OpenRecord.open(RegencyFolder(dir))
            let was = try await record.store.read { try $0.mayUsePlaces() }
            if !was {
                try await ConfirmedPlaces.confirm(
                    record.store,
                    by: .system,
                    at: record.clock.now()
                )
            }
            try await record.store.close()
            print(
                was
                    ? "Folder ini sudah memakai tempat cadangannya. Tidak ada yang diubah."
                    : "Folder ini memakai tempat cadangan yang lama. Mesin yang lama ditolak di sana."
            )
        }
    }
}
