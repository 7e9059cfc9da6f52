import ArgumentParser
import Foundation
import Plots

/// What concerns the EU's regulation on deforestation.
struct EUDRCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eudr",
        abstract: "Berkas kebun untuk aturan deforestasi Uni Eropa (EUDR).",
        subcommands: [CheckPlotFile.self]
    )
}

/// Checks a file of plots before it goes to a buyer.
struct CheckPlotFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Memeriksa berkas GeoJSON kebun seperti sistem UE memeriksanya.",
        discussion: """
            Setiap temuan disebut dengan baris, nomor kebun, kalimat dan tempatnya. Dari satu \
            jenis hanya seratus yang pertama disebut; semuanya dihitung. Dengan --repair, yang \
            aman diperbaiki ditulis ke berkas baru (batas ditutup, titik kembar dibuang, angka \
            tepat 6 desimal, sumbu yang tertukar dibalik), lalu berkas itu diperiksa lagi. \
            Baris terakhir: N errors, N warnings. Kode keluar 1 bila ada kesalahan.
            """
    )

    @Argument(help: "Berkas GeoJSON.")
    var file: String

    @Option(help: "Tulis hasil perbaikan ke berkas ini.")
    var repair: String?

    @Option(help: "Batas kabupaten: barat,selatan,timur,utara dalam derajat.")
    var within: String?

    @Flag(help: "Tulis semuanya sebagai JSON, satu nilai.")
    var json = false

    /// More is no file of plots; it is not even looked at.
    private static let mostBytes = 256_000_000

    func validate() throws {
        guard within == nil || box != nil else {
            throw ValidationError("--within: empat angka, misalnya 103.2,-4.6,104.6,-3.0.")
        }
        guard repair.map({ URL(filePath: $0).standardizedFileURL.path != path }) ?? true else {
            throw ValidationError("--repair: berkas asli tidak ditimpa; sebut nama lain.")
        }
    }

    private var path: String { URL(filePath: file).standardizedFileURL.path }

    private var box: PositionBox? {
        let degrees = (within ?? "").split(separator: ",").map { Double($0) }
        guard degrees.count == 4, let west = degrees[0], let south = degrees[1],
            let east = degrees[2], let north = degrees[3],
            let low = Position(longitudeDegrees: west, latitudeDegrees: south),
            let high = Position(longitudeDegrees: east, latitudeDegrees: north),
            low.isOnEarth, high.isOnEarth
        else { return nil }
        return PositionBox(
            west: low.longitude,
            south: low.latitude,
            east: high.longitude,
            north: high.latitude
        )
    }

    func run() async throws {
        try await telling {
            let bytes = try ExchangeFolder.bytes(URL(filePath: file), most: Self.mostBytes)
            guard bytes.count <= Self.mostBytes else {
                throw CommandFailure("\(file) lebih besar dari 256 MB dan tidak dibaca.")
            }
            let ground = PlotFileCheck.Ground(regency: box)
            var told = ToldPlotFile(PlotFileCheck(bytes, on: ground), of: file)
            if let repair {
                guard let mended = told.check.repaired() else {
                    print(json ? told.json : told.text, terminator: "")
                    throw CommandFailure("Tidak ada yang bisa diperbaiki tanpa bertanya.", code: 1)
                }
                try ExchangeFolder.write(mended, to: URL(filePath: repair))
                if !json { print(told.before, terminator: "") }
                told = ToldPlotFile(PlotFileCheck(mended, on: ground), of: repair)
            }
            print(json ? told.json : told.text, terminator: "")
            if told.check.errors > 0 { throw ExitCode(1) }
        }
    }
}
