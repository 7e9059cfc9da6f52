import ArgumentParser
import Backups
import Foundation
import Keeping
import Ledger
import LedgerSQLite
import Office
import Server
import Services
import Stories

/// Tries a restore, and records how it went.
struct DrillBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill",
        abstract: "Melatih pemulihan: ke folder coba, dibandingkan, dihapus, dan dicatat.",
        discussion: """
            Boleh selagi situs berjalan. Cadangan terbaru dipulihkan ke folder coba di samping \
            KABUPATEN, dibaca habis, dibandingkan dengan catatan yang berjalan, setiap berkas \
            pemohon dibuka, lalu folder cobanya dihapus. Hasilnya dicatat di riwayat dan tampil di \
            /kelola/cadangan. Dengan --paper kunci akar diketik dari kertas, jadi kertasnya ikut \
            teruji. Kode keluar 2 bila gagal.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Tempat cadangan; bawaan: yang pertama di backup_targets.")
    var target: String?

    @Option(help: "Nama masuk petugas yang melatih.")
    var by: String?

    @Flag(help: "Ketik kunci akar dari kertas, dan bukan dari folder KABUPATEN.")
    var paper = false

    @Option(help: "Folder coba yang belum ada; perlu ruang dua kali catatan.")
    var scratch: String?

    @Option(help: "Berkas pengaturan; bawaan: serasan.conf di folder kabupaten.")
    var settings: String?

    @OptionGroup var line: SSHOptions

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            // What this program does not know is not compared.
            try folder.recordToRead().close()
            let serving = try ServingSettings(named: settings, in: folder)
            guard let place = target ?? serving.settings.backupTargets.first else {
                throw CommandFailure(
                    "Sebutkan tempat cadangannya, atau tulis backup_targets di serasan.conf."
                )
            }
            var line = line
            line.sshKey = line.sshKey ?? serving.settings.backupKey
            line.sshHosts = line.sshHosts ?? serving.settings.backupHosts
            let keyFrom = paper ? nil : dir
            let typed = try RootKeyOptions.paper(from: keyFrom)
            let who = try await person(folder)
            let scratch = try folderForTrying()
            var tried = TriedRestore(.command, on: Day(number: 0), by: who)
            tried.fromPaper = paper
            let drill = DrillOfBackup(folder: folder, scratch: scratch)
            let fetched = URL(filePath: "\(scratch.path).diambil", directoryHint: .isDirectory)
            let begun = tried
            let done = try await line.reading(place, at: nil, beside: fetched) {
                try await drill.run(from: $0, paper: typed, begun)
            }
            try await record(done.tried, from: RegencyFolder.normal(place), in: folder)
            try tell(done)
        }
    }

    /// Beside the regency: what is tried there is as secret as the record.
    private func folderForTrying() throws -> URL {
        let usual =
            "\(URL(filePath: dir).standardizedFileURL.path).coba-\(UUID().uuidString.prefix(8))"
        let path = URL(filePath: scratch ?? usual, directoryHint: .isDirectory)
            .standardizedFileURL
        let own = URL(filePath: dir, directoryHint: .isDirectory).standardizedFileURL.path
        guard !"\(path.path)/".hasPrefix("\(own)/") else {
            throw CommandFailure("Folder coba harus di luar folder kabupaten.")
        }
        guard !FileManager.default.fileExists(atPath: path.path) else {
            throw BackupRefusal.folderInUse(path.path)
        }
        return path
    }

    private func person(_ folder: RegencyFolder) async throws -> OpaqueID? {
        guard let by else { return nil }
        let record = try await OpenRecord.open(folder)
        let desk = OfficialsDesk(store: record.store, keys: record.keys, sealer: .sha256)
        let found: OpaqueID?
        if let name = LogInName(by) { found = try await desk.find(name) } else { found = nil }
        try await record.store.close()
        guard let found else { throw OfficeRefusal.unknownOfficial }
        return found
    }

    private func record(
        _ tried: TriedRestore,
        from place: String,
        in folder: RegencyFolder
    ) async throws {
        let record = try await OpenRecord.open(folder)
        let now = record.clock.now()
        let zone = try await record.store.read { try $0.zoneInForce() ?? .wib }
        var tried = tried
        tried.day = zone.day(now)
        do {
            try await DrillDesk(store: record.store).record(
                tried,
                from: place,
                by: tried.who.map { Actor($0) } ?? .system,
                today: tried.day,
                at: now
            )
        } catch {
            try await record.store.close()
            throw error
        }
        try await record.store.close()
    }

    private func tell(_ done: DrillOfBackup.Done) throws {
        let name = done.name ?? "Cadangan"
        let seconds = done.tried.seconds ?? 0
        if let sentence = done.sentence {
            throw CommandFailure("\(name): latihan GAGAL dan dicatat. \(sentence)")
        }
        print(
            """
            \(name) dipulihkan ke folder coba dan cocok dengan catatan yang berjalan: \
            \(done.tried.size ?? 0) peristiwa, akar \(done.tried.root?.description ?? "-").
            \(done.tried.letters ?? 0) surat, \(done.tried.files ?? 0) berkas pemohon terbuka. \
            \(seconds) detik. Folder coba dihapus, latihan dicatat.
            """
        )
    }
}
