import ArgumentParser
import Foundation
import Ledger
import Office
import Services
import Stories

/// Makes the folder of a new regency.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Membuat folder satu kabupaten.",
        discussion: """
            Semua cetak biru bawaan ikut disalin (--empty: tidak satu pun). --demo juga mengisi \
            unit, jabatan, dan petugas contoh, dan menandai semuanya DATA CONTOH. Kunci akar \
            ditampilkan satu kali: salin ke kertas dan simpan di tempat terkunci.
            """
    )

    @Argument(help: "Folder baru.")
    var dir: String

    @Option(help: "Nama kabupaten.")
    var name: String

    @Option(help: "Kode Kemendagri, misalnya 16.03.")
    var code: String

    @Flag(help: "Tanpa cetak biru bawaan.")
    var empty = false

    @Flag(help: "Isi dengan data contoh.")
    var demo = false

    @Option(help: "Alamat PostgreSQL (postgres://…); bawaan: SQLite di folder ini.")
    var database: String?

    func run() async throws {
        try await telling {
            guard code.wholeMatch(of: /\d\d\.\d\d/) != nil else {
                throw CommandFailure("Kode \"\(code)\" tidak terbaca. Tulis seperti 16.03.")
            }
            let root = URL(filePath: dir, directoryHint: .isDirectory)
            guard !FileManager.default.fileExists(atPath: root.appending(path: "regency.yaml").path)
            else {
                throw CommandFailure("\(dir) sudah berisi satu kabupaten. Pilih folder lain.")
            }
            // Before anything is made: another regency's record is not ours to write into.
            if let database { try DatabaseOfFolder.expectEmpty(database) }
            try copy(into: root)
            let keys = try OpenRecord.makeKeys(in: root)
            if let database {
                try DatabaseOfFolder.take(database, in: root.appending(path: "data"))
            }
            print(PaperOfKeys.text(keys))
            if demo { try await furnish(root) }
            print("Kabupaten dibuat di \(dir). Berikutnya: serasan check \(dir)")
        }
    }

    private func copy(into root: URL) throws {
        let files = FileManager.default
        let shipped = try ShippedFiles.locate()
        try files.createDirectory(at: root, withIntermediateDirectories: true)
        for table in ["wilayah.csv", "hari-libur.csv"] {
            try ShippedFiles.copy(
                shipped.tables.appending(path: table),
                to: root.appending(path: table)
            )
        }
        let blueprints = root.appending(path: "blueprints")
        if empty {
            try files.createDirectory(at: blueprints, withIntermediateDirectories: true)
        } else {
            try ShippedFiles.copy(shipped.blueprints, to: blueprints)
        }
        let text =
            demo
            ? SampleRegency.demo(name: name, code: code)
            : SampleRegency.plain(name: name, code: code)
        try Data((text + "\n").utf8).write(to: root.appending(path: "regency.yaml"))
        try Data("data/\n".utf8).write(to: root.appending(path: ".gitignore"))
        try ReplicasOfShipped(RegencyFolder(dir), own: code).mark()
    }

    /// Fills the holes, publishes, and adds the sample officials.
    private func furnish(_ root: URL) async throws {
        let folder = try RegencyFolder(dir)
        for blueprint in try folder.blueprints() {
            let overlay = root.appending(path: "blueprints/\(blueprint)/overlay.yaml")
            let holes = try folder.archive(of: blueprint).files.map {
                String(decoding: $0.bytes, as: UTF8.self)
            }
            try Data(SampleRegency.overlay(for: holes).utf8).write(to: overlay)
        }
        let checked = try folder.check(isPublishing: true)
        guard !checked.hasErrors else {
            throw CommandFailure("Cetak biru bawaan belum benar: serasan check \(dir)", code: 1)
        }
        let record = try await OpenRecord.open(folder)
        try await Publishing(record: record, folder: folder).run(checked)
        let officers = try await Officers(record)
        var lines = ["# Petugas contoh (DATA CONTOH): nama masuk, sandi, nama, jabatan"]
        for sample in SampleRegency.officials + SampleRegency.subjectOfficials {
            let password = try await officers.add(
                sample.name,
                logIn: sample.logIn,
                nip: sample.nip,
                posts: [sample.post],
                holding: (Capacity.definitive.rawValue, nil)
            )
            lines.append("\(sample.logIn)\t\(password)\t\(sample.name)\t\(sample.post)")
        }
        try await SampleRegency.publishNews(officers)
        try await record.store.close()
        let note = folder.data.appending(path: "petugas-contoh.txt")
        let text = lines.joined(separator: "\n") + "\n"
        _ = FileManager.default.createFile(
            atPath: note.path,
            contents: Data(text.utf8),
            attributes: [.posixPermissions: 0o600]
        )
        print(text)
    }
}
