import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Ledger
import Office

/// Packs a blueprint into one file that another regency can install.
struct Pack: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Memaketkan satu cetak biru beserta yang diperlukannya.",
        discussion: """
            Isi lubang dan ubahan kabupaten tidak ikut; cetak biru dari kabupaten lain yang sudah \
            diubah di sini menjadi paket atas kode kabupaten ini dan menyebut asalnya. Contoh hanya \
            boleh memuat NIK dan nomor HP karangan.
            """
    )

    @Argument(help: "Nama cetak biru, misalnya 16.03/umkm.")
    var blueprint: String

    @Option(help: "Berkas paket yang ditulis.")
    var out: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(help: "Versi paket, bila cetak biru kabupaten lain disesuaikan di sini.")
    var version: String?

    @Option(help: "Folder kabupaten yang catatannya dibandingkan dengan contoh; tanpa ini --dir.")
    var record: String?

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            guard let code = try folder.regency().value?.code else {
                throw CommandFailure("regency.yaml belum menyebut kode kabupaten.", code: 1)
            }
            let read = try folder.parsed(blueprint)
            let others = try folder.blueprints().filter { $0 != blueprint }.map(
                folder.parsed
            )
            let package: Package
            do {
                package = try Package.pack(read, with: others, as: code, version: version)
            } catch let error as PackageProblem {
                throw CommandFailure(error.sentence, code: 1)
            }
            try await compareWithLiving(read, at: record.map { try RegencyFolder($0) } ?? folder)
            try ExchangeFolder.write(package.bytes, to: URL(filePath: out))
            print("\(package.name) \(package.version): \(package.bytes.count) bita di \(out)")
            print("sidik \(package.digest)")
            for member in package.members where member.name != package.name {
                print("beserta \(member.name) \(member.version)")
            }
        }
    }

    /// Holds the people of the examples against the record, where there is one.
    private func compareWithLiving(_ read: ReadFolder, at folder: RegencyFolder) async throws {
        guard try DatabaseOfFolder(data: folder.data).isThere else {
            guard record == nil else {
                throw CommandFailure("Tidak ada catatan di \(folder.data.path).")
            }
            print("Contoh tidak dibandingkan dengan data warga: folder ini belum punya catatan.")
            return
        }
        let opened = try await OpenRecord.open(folder)
        let name = try read.blueprintName
        let people = PersonInExample.all(in: read)
        let found = try await opened.store.read { reader in
            try people.filter { person in
                try !reader.search("case_search", for: person.text, limit: 1).isEmpty
            }
        }
        try await opened.store.close()
        if let number = found.first(where: \.isNumber) {
            let problem = PackageProblem.livingPerson(name, file: number.file)
            throw CommandFailure(problem.sentence, code: 1)
        }
        print("contoh dibandingkan dengan catatan: \(people.count) isian, \(found.count) sama")
        for person in found {
            print(
                "Periksa lagi: nama \"\(person.text)\" di \(person.file) juga ada di catatan. "
                    + "Pastikan itu nama karangan."
            )
        }
    }
}

extension RegencyFolder {
    /// A blueprint's folder as it is parsed.
    func parsed(_ name: String) throws -> ReadFolder {
        guard try blueprints().contains(name) else {
            throw CommandFailure("Tidak ada cetak biru \(name) di \(root.path).")
        }
        let files = try archive(of: name).files
        return readBlueprint(
            files.map { SourceFile(path: $0.path, bytes: $0.bytes) },
            at: "blueprints/\(name)"
        )
    }
}
