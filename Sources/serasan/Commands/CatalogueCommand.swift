import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Stories

/// What this regency offers to others.
struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Katalog paket yang dibagikan kabupaten ini.",
        subcommands: [
            AddToCatalogue.self, WithdrawFromCatalogue.self, SignCatalogue.self,
            ExportCatalogue.self, FetchCatalogue.self,
        ]
    )
}

/// The catalogue that is being prepared in a regency's folder.
struct PreparedCatalogue {
    let folder: ExchangeFolder
    let root: Root
    private(set) var catalogue: Catalogue

    /// The one that was begun, or one that follows on the last that was signed.
    init(_ dir: String) throws {
        folder = ExchangeFolder(of: try RegencyFolder(dir))
        root = try folder.newestRoot()
        let last = try Self.last(in: folder)
        let now = KeyOnStick.now
        let begun = try Self.begun(in: folder)
        let next = try Catalogue.next(
            after: last,
            of: root,
            holding: now...now.adding(seconds: 90 * 86_400)
        )
        // One that was begun before the last was signed is of the past.
        catalogue = begun.flatMap { $0.number == next.number ? $0 : nil } ?? next
    }

    private static func begun(in folder: ExchangeFolder) throws -> Catalogue? {
        guard FileManager.default.fileExists(atPath: folder.draft.path) else { return nil }
        return try Catalogue(draft: ExchangeFolder.bytes(folder.draft, most: Envelope.most))
    }

    /// The last one signed, under whichever root of ours it was.
    static func last(in folder: ExchangeFolder) throws -> Catalogue? {
        guard let envelope = try folder.signedCatalogue() else { return nil }
        for (root, _) in try folder.readRoots().reversed() {
            do {
                return try Catalogue(envelope, signedUnder: root)
            } catch TrustRefusal.unsigned {
                continue
            }
        }
        throw TrustRefusal.unsigned
    }

    mutating func change(_ body: (Catalogue) throws -> Catalogue) throws {
        catalogue = try body(catalogue)
        try ExchangeFolder.write(catalogue.bytes, to: folder.draft)
    }
}

/// Puts a package into the next catalogue.
struct AddToCatalogue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Menambahkan paket ke katalog berikutnya."
    )

    @Argument(help: "Berkas paket.")
    var package: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    func run() async throws {
        try await telling {
            let read = try ExchangeFolder.package(URL(filePath: package))
            var prepared = try PreparedCatalogue(dir)
            try prepared.change { try $0.adding(read) }
            try ExchangeFolder.write(read.bytes, to: prepared.folder.file(of: read))
            print("\(read.name) \(read.version) masuk katalog nomor \(prepared.catalogue.number).")
            print("Tanda tangani: serasan catalogue sign --key BERKAS --dir \(dir)")
        }
    }
}

/// Takes a version out of the next catalogue, and says why.
struct WithdrawFromCatalogue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Menarik satu versi: yang sudah terpasang tetap jalan, yang baru ditolak."
    )

    @Argument(help: "Nama paket, misalnya 16.03/umkm.")
    var name: String

    @Argument(help: "Versinya.")
    var version: String

    @Option(help: "Alasannya, dibaca penerima.")
    var reason: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    func run() async throws {
        try await telling {
            guard let blueprint = BlueprintName(reading: name) else {
                throw CommandFailure("\"\(name)\" bukan nama paket, misalnya 16.03/umkm.")
            }
            var prepared = try PreparedCatalogue(dir)
            try prepared.change { try $0.withdrawing(blueprint, version, because: reason) }
            print("\(name) \(version) ditarik dalam katalog nomor \(prepared.catalogue.number).")
            print("Tanda tangani: serasan catalogue sign --key BERKAS --dir \(dir)")
        }
    }
}

/// Signs the next catalogue and says of each new package who packed it.
struct SignCatalogue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Menandatangani katalog berikutnya dengan kunci katalog dari USB."
    )

    @Option(help: "Berkas kunci katalog.")
    var key: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(help: "Berapa hari katalog ini berlaku.")
    var days = 90

    @Option(help: "Jabatan yang memaketkan; bukan nama orang.")
    var by = "Pengelola layanan"

    @Option(
        name: .customLong("working-key"),
        help: "Kunci kerja (umum) untuk bukti; boleh berulang."
    )
    var workingKeys: [String] = []

    @Option(help: "Kunci (umum) yang dicabut; boleh berulang.")
    var revoke: [String] = []

    @Option(help: "Salinan katalog yang ditulis juga ke berkas ini.")
    var out: String?

    func run() async throws {
        try await telling {
            guard (1...366).contains(days) else { throw CatalogueProblem.tooLong }
            let prepared = try PreparedCatalogue(dir)
            let file = try KeyOnStick.read(key, for: .catalogue)
            guard prepared.root.catalogueKeys.contains(where: { $0.key == file.publicKey }) else {
                throw CatalogueProblem.notACatalogueKey
            }
            let now = KeyOnStick.now
            let until = now.adding(seconds: Int64(days) * 86_400)
            let working = try workingKeys.map(Self.key)
            let catalogue = try prepared.catalogue
                .naming(
                    working.map { TimedKey(key: $0, until: KeyOnStick.later(days: 730)) },
                    revoking: try revoke.map(Self.key)
                )
                .dated(now...until, under: prepared.root)
            let envelope = try Envelope(.catalogue, catalogue.bytes).signed(by: file.key)
            try signStatements(for: catalogue, in: prepared.folder, with: file, at: now)
            try ExchangeFolder.write(envelope.bytes, to: prepared.folder.catalogue)
            if let out { try ExchangeFolder.write(envelope.bytes, to: URL(filePath: out)) }
            if FileManager.default.fileExists(atPath: prepared.folder.draft.path) {
                try FileManager.default.removeItem(at: prepared.folder.draft)
            }
            print(
                "Katalog nomor \(catalogue.number): \(catalogue.packages.count) paket, berlaku sampai "
                    + Moment.text(until)
            )
        }
    }

    private static func key(_ text: String) throws -> StatementKey {
        guard let key = StatementKey(text) else {
            throw CommandFailure("\"\(text)\" bukan kunci umum (64 angka heksadesimal).")
        }
        return key
    }

    private func signStatements(
        for catalogue: Catalogue,
        in folder: ExchangeFolder,
        with key: KeyFile,
        at now: Instant
    ) throws {
        for listed in catalogue.packages {
            let name = listed.fileName
            let file = folder.packages.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path) else {
                throw CommandFailure("Paket \(name) tidak ada di \(folder.packages.path).")
            }
            let package = try ExchangeFolder.package(file)
            guard Catalogue.Listed(package) == listed else { throw TrustRefusal.altered }
            let statement = folder.statement(of: package)
            guard !FileManager.default.fileExists(atPath: statement.path) else { continue }
            let said = PackageStatement(
                package,
                publisher: catalogue.publisher,
                packed: now,
                by: by
            )
            let envelope = try Envelope(.package, said.bytes).signed(by: key.key)
            try ExchangeFolder.write(envelope.bytes, to: statement)
        }
    }
}
