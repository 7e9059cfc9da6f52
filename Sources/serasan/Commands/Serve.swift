import ArgumentParser
import Foundation
import Hummingbird
import Ledger
import Logging
import NIOCore
import Office
import ServiceLifecycle
import Services
import Site
import Stories

/// Serves a regency over HTTP until it is asked to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menjalankan situs satu kabupaten.",
        discussion: """
            Berhenti dengan Ctrl-C atau SIGTERM: yang sudah diterima diselesaikan dulu. \
            --port 0 memilih porta yang bebas dan menampilkannya.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @ArgumentParser.Option(help: "Porta.")
    var port = 8080

    @ArgumentParser.Option(help: "Alamat yang didengarkan.")
    var host = "127.0.0.1"

    @ArgumentParser.Option(help: "Alamat umum situs, bila lain dari `address` di regency.yaml.")
    var base: String?

    @ArgumentParser.Option(
        help: "Rincian catatan jalannya program: debug, info, notice, warning, error."
    )
    var log = "notice"

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            guard let level = Logger.Level(rawValue: log) else {
                throw CommandFailure(
                    "--log \(log) tidak dikenal. Pilih debug, info, notice, warning, atau error."
                )
            }
            LoggingSystem.bootstrap { label in
                var handler = StreamLogHandler.standardError(label: label)
                handler.logLevel = level
                return handler
            }
            let record = try await OpenRecord.open(folder)
            let listening = try Listening.bind(host: host, port: port)
            let site = try await RunningSite(
                record: record,
                folder: folder,
                named: base,
                listening: listening
            )
            var text = "\(site.name) berjalan di \(site.base)\n"
            if site.isDemo { text += DemoHint.text(folder, base: site.base) + "\n" }
            let announcement = Data(text.utf8)
            try await site.run(on: listening) {
                // Past the buffer of `print`, which a pipe would keep until the end.
                FileHandle.standardOutput.write(announcement)
            }
            try await record.store.close()
        }
    }
}

/// What a newcomer may open, and as whom.
enum DemoHint {
    static func text(_ folder: RegencyFolder, base: String) -> String {
        let officials =
            FileManager.default.contents(
                atPath: folder.data.appending(path: "petugas-contoh.txt").path
            )
            .map { String(decoding: $0, as: UTF8.self) } ?? ""
        return """

            DATA CONTOH. Yang bisa dicoba:
              Warga     \(base)/
              Petugas   \(base)/petugas/masuk
            \(officials.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))

            """
    }
}
