import ArgumentParser
import Backups
import Foundation
import Ledger
import Server
import Stories

/// Backs a record up while it is served, and checks backups.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mencadangkan catatan, boleh selagi situs berjalan.",
        discussion: """
            serasan backup KABUPATEN TEMPAT     membuat satu cadangan di folder TEMPAT
            serasan backup verify TEMPAT        membaca cadangan terbaru sampai habis
            serasan backup copy TEMPAT SFTP     menyalin folder cadangan ke mesin lain
            serasan backup drill KABUPATEN      melatih pemulihan dan mencatat hasilnya
            serasan backup take-over KABUPATEN  hasil pemulihan memakai tempat yang lama

            Sekali sebulan semuanya, sekali sehari yang berubah sejak itu, selebihnya yang \
            berubah sejak hari itu. Isinya tersandi dengan kunci akar: tanpa salinan kertasnya \
            cadangan tidak bisa dibuka siapa pun.
            """,
        subcommands: [
            MakeBackup.self, VerifyBackup.self, CopyBackups.self, DrillBackup.self, TakeOver.self,
        ],
        defaultSubcommand: MakeBackup.self
    )
}

struct MakeBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Membuat satu cadangan."
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Folder yang sudah ada di disk lain.")
    var target: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let begun = ContinuousClock.now
            let made = try BackupOfFolder(folder).make(into: FolderTarget(target), now: .now)
            let took = begun.duration(to: .now).formatted(
                .units(allowed: [.seconds], fractionalPart: .show(length: 1))
            )
            print(
                """
                \(made.name.text): \(made.written) dari \(made.pages) halaman, \
                \(made.bytes / 1000) kB, \(took)
                Dibaca kembali: cocok. \(made.size) peristiwa, akar \(made.root)
                """
            )
        }
    }
}

struct VerifyBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Membaca cadangan terbaru sampai habis tanpa mengubah apa pun."
    )

    @Argument(help: "Folder cadangan, atau sftp://nama@mesin/folder.")
    var target: String

    @OptionGroup var root: RootKeyOptions
    @OptionGroup var line: SSHOptions

    @Option(help: "Cadangan terakhir sampai waktu UTC ini, misalnya 20261126T070000Z.")
    var at: String?

    func run() async throws {
        try await telling {
            let keys = try root.keys(root.paper())
            let scratch = FileManager.default.temporaryDirectory
                .appending(path: "serasan-cadangan-\(UUID().uuidString)")
            let place = ReadingPlace(keys: keys, sshKey: line.sshKey, sshHosts: line.sshHosts)
            do {
                let reading = try place.read(target, at: at, beside: scratch)
                if at == nil { try note(nil) }
                print(
                    """
                    \(reading.name.text): utuh. \(reading.header.size) peristiwa, \
                    akar \(reading.header.root)
                    """
                )
            } catch let refusal as any Refusal {
                if at == nil { try note(refusal.sentence) }
                throw refusal
            }
        }
    }

    /// For the pages of the folder whose key was taken, where the place is one of its own.
    private func note(_ failure: String?) throws {
        guard let keyFrom = root.keyFrom else { return }
        let health = HealthOfTargets(try RegencyFolder(keyFrom))
        let name = RegencyFolder.normal(target)
        guard try health.states(of: [name])[0].made != nil else { return }
        try health.note(read: .now, in: name, failure: failure)
    }
}

struct CopyBackups: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Menyalin folder cadangan ke mesin lain lewat SFTP, dan membacanya kembali."
    )

    @Argument(help: "Folder cadangan.")
    var folder: String

    @Argument(help: "sftp://nama@mesin/folder")
    var place: String

    @OptionGroup var line: SSHOptions

    func run() async throws {
        try await telling {
            let far = try FarPlace(place, key: line.sshKey, hosts: line.sshHosts)
            let done = try far.copy(FolderTarget(folder))
            print(
                """
                \(far.description): \(done.sent) berkas dikirim dan dibaca kembali, \
                \(done.bytes / 1000) kB, \(done.removed) yang lama dihapus.
                """
            )
        }
    }
}

/// Where the root key of a backup comes from.
struct RootKeyOptions: ParsableArguments {
    @Option(help: "Folder kabupaten yang kunci akarnya dipakai; tanpa ini diketik dari kertas.")
    var keyFrom: String?

    /// The root key as it stands on paper.
    func paper() throws -> String { try Self.paper(from: keyFrom) }

    /// From a folder, or typed where there is none.
    static func paper(from keyFrom: String?) throws -> String {
        if let keyFrom { return try Keys.open(in: "\(keyFrom)/data/kunci").paper }
        FileHandle.standardError.write(Data("Ketik kunci akar dari kertas, lalu Enter:\n".utf8))
        return readLine() ?? ""
    }

    func keys(_ paper: String) throws -> Keys {
        guard let keys = Keys.ofRoot(fromPaper: paper) else {
            throw BackupRefusal.unreadablePaper
        }
        return keys
    }
}
