import ArgumentParser
import Foundation
import Hummingbird
import Ledger
import Logging
import NIOCore
import Office
import Server
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

    @ArgumentParser.Option(help: "Berkas pengaturan; bawaan: serasan.conf di folder kabupaten.")
    var settings: String?

    @ArgumentParser.Option(help: "Porta; bawaan 8080.")
    var port: Int?

    @ArgumentParser.Option(help: "Alamat yang didengarkan; bawaan 127.0.0.1.")
    var host: String?

    @ArgumentParser.Option(
        help: "Alamat PostgreSQL (postgres://…), diingat di data/basis-data; bawaan: SQLite."
    )
    var database: String?

    @ArgumentParser.Option(
        name: [.customLong("base"), .customLong("public-url")],
        help: "Alamat umum situs, bila lain dari `address` di regency.yaml."
    )
    var base: String?

    @ArgumentParser.Option(
        help: "Rincian catatan jalannya program: debug, info, notice, warning, error."
    )
    var log: String?

    @Flag(help: "Jalankan salinan untuk berlatih, dengan data tersendiri; porta + 1.")
    var latihan = false

    @Flag(help: "Bersama --latihan: mulai dengan salinan baru.")
    var baru = false

    func run() async throws {
        try await telling {
            let regency = try RegencyFolder(dir)
            guard latihan || !baru else {
                throw CommandFailure("--baru hanya bersama --latihan.")
            }
            let serving = try serving(regency)
            guard let level = Logger.Level(rawValue: serving.log) else {
                throw CommandFailure(
                    "--log \(serving.log) tidak dikenal. Pilih debug, info, notice, warning, "
                        + "atau error."
                )
            }
            LoggingSystem.bootstrap { label in
                var handler = StreamLogHandler.standardError(label: label)
                handler.logLevel = level
                return handler
            }
            let certificate = try certificate(serving)
            let folder =
                latihan ? try await PracticeFolder(of: regency).open(fresh: baru) : regency
            var listening = try Listening.bind(host: serving.host, port: serving.port)
            listening.isSecure = certificate != nil
            let record = try await DatabaseOfFolder.take(database, in: regency.data) {
                try await OpenRecord.open(folder, serving.sizes)
            }
            let lock = try ServingLock.shared(folder)
            defer { lock.release() }
            try await record.store.firstOrigin(at: record.clock.now())
            let site = try await RunningSite(
                record: record,
                folder: folder,
                serving: serving,
                listening: listening
            )
            var text = "\(site.name) berjalan di \(site.base)\n"
            if latihan {
                text += PracticeFolder.hint(folder, base: site.base) + "\n"
            } else if site.isDemo {
                text += DemoHint.text(folder, base: site.base) + "\n"
            }
            let announcement = Data(text.utf8)
            try await site.run(on: listening, securedBy: certificate) {
                // Past the buffer of `print`, which a pipe would keep until the end.
                FileHandle.standardOutput.write(announcement)
            }
            try await record.store.close()
        }
    }

    /// The settings file, with what the command line says over it.
    private func serving(_ folder: RegencyFolder) throws -> ServingSettings {
        var serving = try ServingSettings(named: settings, in: folder)
        serving.settings.port = port ?? serving.settings.port
        serving.settings.host = host ?? serving.settings.host
        serving.settings.log = log ?? serving.settings.log
        if let base {
            guard PublicURL.isOne(base) else { throw CommandFailure(PublicURL.sentence(base)) }
            serving.settings.publicURL = base
        }
        if latihan { serving.practise(named: base) }
        return serving
    }

    private func certificate(_ serving: ServingSettings) throws -> RenewedCertificate? {
        do {
            return try serving.settings.certificate.map { files in try RenewedCertificate(files) }
        } catch let failure as CertificateFailure {
            throw CommandFailure(failure.description)
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
