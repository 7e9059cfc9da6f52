import Blueprints
import Evidence
import Foundation
import Ledger
import Notices
import Server
import Site
import Stories

/// Looks at everything that `serasan doctor` tells of; changes nothing.
struct Examination {
    let folder: RegencyFolder
    let named: String?

    init(_ folder: RegencyFolder, settings named: String?) {
        self.folder = folder
        self.named = named
    }

    func findings() async throws -> [Finding] {
        let regency = try folder.regency().value
        let zone = regency.flatMap { Zone(rawValue: $0.zone) } ?? .wib
        let record = try examineRecord(zone)
        let reading = ClockReading(
            wall: .now,
            recorded: record.latest,
            isSynchronized: TimeServer.isFollowed()
        )
        var found = Finding.clock(reading, zone: zone, folder: folder.root.path)
        found.append(try disk())
        found += served(regency)
        found += record.findings
        found += Finding.permissions(guarded(), owner: FileMark(of: folder.data.path)?.owner)
        if let regency {
            found.append(
                Finding.calendar(years: years(regency), today: zone.day(.now))
            )
        }
        found += keys()
        found += try backups(isSample: regency?.isDemo ?? false, zone)
        found += await mail()
        return found
    }

    /// Whether the root key is there, and the one of this record; who may read it is told elsewhere.
    private func keys() -> [Finding] {
        do {
            _ = try Keys.open(in: folder.data.appending(path: "kunci").path)
            return []
        } catch {
            guard let refusal = error.underlying as? KeyRefusal else {
                return [Finding(.danger, "keys", "Kunci tidak bisa dibaca: \(error.detail)")]
            }
            if case .openToOthers = refusal { return [] }
            return [Finding(.danger, "keys", refusal.sentence)]
        }
    }

    /// What the record says about itself, read without opening it as the program does.
    private func examineRecord(_ zone: Zone) throws -> (latest: Instant?, findings: [Finding]) {
        let database = try DatabaseOfFolder(data: folder.data)
        guard database.isThere else {
            return (
                nil,
                [Finding(.attention, "record", "Belum ada catatan: belum pernah diterbitkan.")]
            )
        }
        let connection = try database.connectionToRead()
        defer { connection.close() }
        let state = try SchemaState(on: connection)
        let versions =
            "Program \(ProgramVersion.current), skema \(state.stored), "
            + "\(try database.keeper(connection))."
        if let finding = Finding.schema(stored: state.stored, known: state.known) {
            return (nil, [finding])
        }
        var found = [Finding(.fine, "versions", versions)]
        if let server = try database.time(connection) {
            found.append(Finding.clock(secondsAhead: Instant.now.seconds(since: server)))
        }
        found.append(try published(connection))
        found += try FolderFindings(folder).all(connection)
        found.append(try views(connection, zone))
        found += try compared(zone)
        found += try stuck(connection, zone)
        found += try witnesses(connection)
        found += try nodes(connection)
        return (try connection.lastMoment(), found)
    }

    private func published(_ connection: any ReaderConnection) throws -> Finding {
        let row = try connection.rows(
            "SELECT name, version FROM editions ORDER BY seq DESC LIMIT 1"
        ).first
        guard let row else {
            return Finding(
                .attention,
                "published",
                "Belum ada yang terbit. Jalankan: serasan publish \(folder.root.path)"
            )
        }
        let (name, version) = (try row.text("name"), try row.text("version"))
        return Finding(.fine, "published", "Terakhir terbit: \(name) versi \(version).")
    }

    private func views(_ connection: any ReaderConnection, _ zone: Zone) throws -> Finding {
        let stopped = try connection.rows(
            "SELECT name FROM view_cursors WHERE failed_at IS NOT NULL ORDER BY name"
        ).map { try $0.text("name") }
        if stopped.isEmpty {
            let made = Instant(lastChangeOf: TellingOfRebuild.mark(in: folder.data))
            let when = made.map { " Terakhir disusun ulang \(zone.day($0))." } ?? ""
            return Finding(.fine, "views", "Semua pandangan berjalan.\(when)")
        }
        return Finding(
            .danger,
            "views",
            "Pandangan \(stopped.joined(separator: ", ")) berhenti. Hentikan server, jalankan "
                + "serasan rebuild, mulai lagi."
        )
    }

    /// Whether the views were the same as the log says when they were last compared.
    private func compared(_ zone: Zone) throws -> [Finding] {
        guard let found = try ComparedViews.read(folder.data) else { return [] }
        let day = zone.day(Instant(milliseconds: found.at))
        guard !found.troubles.isEmpty else {
            return [
                Finding(.fine, "compared", "Pandangan dibandingkan \(day): sama dengan catatan.")
            ]
        }
        let names = found.names.map { "--only \($0)" }.joined(separator: " ")
        return found.troubles.map { Finding(.danger, "compared", $0.words.indonesian) } + [
            Finding(
                .danger,
                "compared",
                "Hentikan server, jalankan serasan rebuild \(folder.root.path) \(names), mulai lagi."
            )
        ]
    }

    /// The ways of telling people that have been stuck when the site last tried.
    private func stuck(_ connection: any ReaderConnection, _ zone: Zone) throws -> [Finding] {
        guard try connection.tables().contains("notice_troubles") else { return [] }
        return try connection.rows("SELECT channel, since FROM notice_troubles ORDER BY channel")
            .map { row in
                Finding.stuck(try row.text("channel"), since: try row.get("since"), zone: zone)
            }
    }

    /// What others hold of the record; nothing for one that was never served since.
    private func witnesses(_ connection: any ReaderConnection) throws -> [Finding] {
        let tables = try connection.tables()
        guard tables.contains("checkpoint_copies") else { return [] }
        let past = try Reader(connection, keys: .none).guardedByOthers()
        let found = [Finding.witnesses(days: past.days(at: .now), isWell: past.isWell(at: .now))]
        guard tables.contains("partner_heads"),
            try Reader(connection, keys: .none).anyContradiction()
        else { return found }
        return found + [.contradiction]
    }

    /// The machines that share the record, where there are several.
    private func nodes(_ connection: any ReaderConnection) throws -> [Finding] {
        guard try connection.tables().contains("node_notes") else { return [] }
        let notes = try Reader(connection, keys: .none).nodeNotes()
        return notes.filter { $0.isSilent(at: .now) }.map { Finding.silent($0.about.host) }
            + notes.differing(at: .now).map { Finding.differing($0.file, on: $0.hosts) }
    }

    /// Whether the mail server takes our greeting.
    private func mail() async -> [Finding] {
        let (settings, problems) = NoticeSettings.read(folder: folder.root)
        guard problems.isEmpty else { return problems.map { Finding(.danger, "mail", $0) } }
        guard let mail = settings.mail else {
            return [Finding(.fine, "mail", "Surel tidak diatur: kabar lewat meja petugas.")]
        }
        switch await Mailer(mail).knock() {
        case .taken:
            return [Finding.mail(mail.host, .answered(isSafe: mail.safety != .none))]
        case .later(let why), .never(let why):
            return [Finding.mail(mail.host, .failed(why: why.sentence))]
        }
    }

    private func disk() throws -> Finding {
        let about = try FileManager.default.attributesOfFileSystem(forPath: folder.root.path)
        return Finding.disk(
            free: (about[.systemFreeSize] as? NSNumber)?.int64Value ?? 0,
            total: (about[.systemSize] as? NSNumber)?.int64Value ?? 0,
            isOnServer: try DatabaseOfFolder(data: folder.data).isServer
        )
    }

    /// The settings file, the certificate, and the address that citizens know.
    private func served(_ regency: RegencyFile?) -> [Finding] {
        let settings: Settings
        var found: [Finding] = []
        do {
            let serving = try ServingSettings(named: named, in: folder)
            settings = serving.settings
            if let file = serving.file {
                found.append(Finding(.fine, "settings", "Pengaturan \(file) terbaca."))
            }
        } catch {
            return [Finding(.danger, "settings", "\(error)")]
        }
        let address = settings.publicURL ?? regency?.address ?? ""
        if let files = settings.certificate {
            do {
                found.append(
                    Finding.certificate(try ServerCertificate.read(files).valid, at: .now)
                )
            } catch {
                found.append(Finding(.danger, "certificate", error.description))
            }
        }
        if address.hasPrefix("https://") {
            found.append(Finding(.fine, "address", "Alamat umum: \(address)."))
        } else {
            found.append(
                Finding(
                    .attention,
                    "address",
                    "Alamat umum \(address) belum https: sandi dan isian lewat terbuka. "
                        + "Isi public_url dan sertifikat."
                )
            )
        }
        return found
    }

    private func guarded() -> [GuardedPath] {
        let keys = folder.data.appending(path: "kunci")
        let files = FileManager.default
        let names = (files.enumerator(atPath: keys.path)?.compactMap { $0 as? String } ?? [])
            .sorted()
        var paths = [
            GuardedPath(folder.data.path, forbidding: 0o077),
            GuardedPath(folder.regencyFile.path, forbidding: 0o002),
        ]
        paths += names.map {
            GuardedPath(keys.appending(path: $0).path, forbidding: 0o077)
        }
        let own = folder.data.appending(path: "catatan.sqlite").path
        if files.fileExists(atPath: own) { paths.append(GuardedPath(own, forbidding: 0o007)) }
        let address = DatabaseOfFolder.fileOfAddress(in: folder.data).path
        if files.fileExists(atPath: address) {
            paths.append(GuardedPath(address, forbidding: 0o077))
        }
        return paths
    }

    /// The years of which the regency's files name holidays.
    private func years(_ regency: RegencyFile) -> Set<Int> {
        let lines =
            regency.calendar.file.flatMap { folder.text($0) }?
            .split(whereSeparator: \.isNewline) ?? []
        let dates = lines.map { String($0.prefix(10)) } + regency.calendar.holidays.map(\.date)
        return Set(dates.compactMap { Day($0)?.parts.year })
    }
}

/// Whether the machine's clock follows a time server.
enum TimeServer {
    /// Nil where systemd does not answer.
    static func isFollowed() -> Bool? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timedatectl", "show", "--property=NTPSynchronized", "--value"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            let answer = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            switch String(decoding: answer, as: UTF8.self).prefix(3) {
            case "yes": return true
            case "no\n": return false
            case _: return nil
            }
        } catch {
            // Without systemd there is nobody to ask.
            return nil
        }
    }
}

extension RegencyFolder {
    /// The file that whoever copies the data touches afterwards: its age is that of the copy.
    var markOfBackup: URL { data.appending(path: "cadangan-terakhir") }
}

extension Instant {
    /// When a file was last changed; nil where there is none.
    init?(lastChangeOf file: URL) {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do {
            let found = try FileManager.default.attributesOfItem(atPath: file.path)
            guard let date = found[.modificationDate] as? Date else { return nil }
            self.init(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
        } catch {
            // Gone in between: as if it had not been there.
            return nil
        }
    }
}
