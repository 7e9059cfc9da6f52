import Foundation
import Ledger
import Office
import Server
import Services
import Stories

/// The practice copy of a regency: what is published, with keys, officials and cases of its own.
///
/// It lies in `latihan` inside the regency's folder and shares nothing with it: not a key, not a
/// person, not a case.
struct PracticeFolder {
    private let regency: RegencyFolder

    init(of regency: RegencyFolder) { self.regency = regency }

    private var root: URL { regency.root.appending(path: "latihan", directoryHint: .isDirectory) }

    /// The file without which no folder is ever removed.
    private var sign: URL { root.appending(path: "LATIHAN.txt") }

    /// The copy, made at the first time; `fresh` throws an earlier one away.
    func open(fresh: Bool) async throws -> RegencyFolder {
        let files = FileManager.default
        if fresh, files.fileExists(atPath: root.path) {
            guard files.fileExists(atPath: sign.path) else {
                throw CommandFailure(
                    "\(root.path) tidak dibuat oleh --latihan, jadi tidak dihapus. Periksa isinya."
                )
            }
            try files.removeItem(at: root)
        }
        if !files.fileExists(atPath: root.appending(path: "regency.yaml").path) {
            try await make()
        }
        return try RegencyFolder(root.path)
    }

    private func make() async throws {
        try await copyWhatIsPublished()
        let folder = try RegencyFolder(root.path)
        _ = try OpenRecord.makeKeys(in: root)
        let checked = try folder.check(isPublishing: true)
        guard !checked.hasErrors else {
            throw CommandFailure(
                "Yang terbit tidak lolos pemeriksaan program ini: serasan check \(root.path)",
                code: 1
            )
        }
        let record = try await OpenRecord.open(folder)
        try await Publishing(record: record, folder: folder).run(checked)
        try await addOfficials(record, folder)
        let practice = try await PracticeCases(
            store: record.store,
            files: record.files,
            keeper: InForceKeeper(base: "", isPractice: true)
        )
        let count = try await practice.send(checked.blueprints, at: record.clock.now())
        try await record.store.close()
        print("Salinan latihan dibuat di \(root.path), dengan \(count) permohonan contoh.")
    }

    /// Writes the newest edition of everything, as it stands in the record.
    private func copyWhatIsPublished() async throws {
        let record = try await OpenRecord.open(regency)
        let archives = try await record.store.read { reader in
            var newest: [Code: FolderArchive] = [:]
            for edition in try reader.editions() {
                guard let bytes = try reader.content(edition.content),
                    let archive = FolderArchive(bytes: bytes)
                else { throw StoreError(.damaged, "edition \(edition.seq) cannot be read") }
                newest[edition.name] = archive
            }
            return newest
        }
        try await record.store.close()
        guard archives[InForceKeeper.regencyName] != nil else { throw OfficeRefusal.notPublished }
        let files = FileManager.default
        try files.createDirectory(
            at: root,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try Data("Salinan untuk berlatih. Boleh dihapus: serve --latihan --baru\n".utf8)
            .write(to: sign)
        for (name, archive) in archives {
            let base =
                name == InForceKeeper.regencyName
                ? root : root.appending(path: "blueprints/\(name)")
            for file in archive.files {
                let place = base.appending(path: file.path)
                try files.createDirectory(
                    at: place.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(file.bytes).write(to: place)
            }
        }
    }

    /// One invented official for each post, with a password that is printed.
    private func addOfficials(_ record: OpenRecord, _ folder: RegencyFolder) async throws {
        let officers = try await Officers(record)
        var lines = ["# Petugas latihan: nama masuk, sandi, nama, jabatan"]
        for post in officers.force.office.posts {
            let logIn = TaskCard.logIn(of: post)
            let name = "Latihan \(post.title)"
            let password = try await officers.add(
                name,
                logIn: logIn,
                posts: [post.id.text],
                holding: (Capacity.definitive.rawValue, nil)
            )
            lines.append("\(logIn)\t\(password)\t\(name)\t\(post.id)")
        }
        let made = FileManager.default.createFile(
            atPath: Self.passwords(folder).path,
            contents: Data((lines.joined(separator: "\n") + "\n").utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard made else { throw CommandFailure("Sandi latihan tidak bisa ditulis.") }
    }

    /// Where the passwords of the invented officials stand.
    static func passwords(_ folder: RegencyFolder) -> URL {
        folder.data.appending(path: "petugas-latihan.txt")
    }

    /// What to open, and as whom.
    static func hint(_ folder: RegencyFolder, base: String) -> String {
        let officials =
            FileManager.default.contents(atPath: passwords(folder).path)
            .map { String(decoding: $0, as: UTF8.self) } ?? ""
        return """

            LATIHAN: tidak ada yang sungguhan di sini.
              Warga        \(base)/
              Petugas      \(base)/petugas/masuk
              Kartu tugas  \(base)/latihan/tugas
            \(officials.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))

            """
    }
}
