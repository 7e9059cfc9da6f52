import Foundation
import Server

/// How a site is served: what the command line says, else the settings file, else the usual.
struct ServingSettings {
    var settings = Settings()
    /// The file that was read, if there was one.
    private(set) var file: String?
    /// Whether the practice copy is served, with names of its own.
    var isPractice = false

    /// Reads the file that is named, or `serasan.conf` in the folder where there is one.
    init(named: String?, in folder: RegencyFolder) throws {
        let usual = folder.root.appending(path: "serasan.conf").path
        guard let path = named ?? (FileMark(of: usual) == nil ? nil : usual) else { return }
        guard let mark = FileMark(of: path), let bytes = FileManager.default.contents(atPath: path)
        else {
            throw CommandFailure("Berkas pengaturan \(path) tidak ada atau tidak terbaca.")
        }
        guard mark.mode & 0o022 == 0 else {
            throw CommandFailure(
                "Berkas pengaturan \(path) bisa ditulis pengguna lain. "
                    + "Jalankan: chmod go-w \(path)"
            )
        }
        let reading = SettingsReading(String(decoding: bytes, as: UTF8.self))
        guard reading.problems.isEmpty else {
            let lines = reading.problems.map { "\(path) \($0)" }
            throw CommandFailure(lines.joined(separator: "\n"))
        }
        settings = reading.settings
        file = path
    }

    var host: String { settings.host ?? "127.0.0.1" }
    var port: Int { settings.port ?? 8080 }
    var log: String { settings.log ?? "notice" }
    /// Far more than a regency's people at once, far less than a process may have.
    var mostConnections: Int { settings.mostConnections ?? 2000 }
    var idleSeconds: Int { settings.idleSeconds ?? 30 }
    var sizes: EngineSizes {
        var sizes = EngineSizes()
        sizes.readers = settings.databaseReaders ?? sizes.readers
        return sizes
    }

    /// The practice copy beside the site: the next port, and never the site's own address.
    mutating func practise(named base: String?) {
        isPractice = true
        if port > 0, port < 65_535 { settings.port = port + 1 }
        settings.redirectPort = nil
        settings.publicURL = base ?? settings.practiceURL
    }
}
