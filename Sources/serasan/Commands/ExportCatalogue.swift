import ArgumentParser
import Blueprints
import Cooperation
import Exchange
import Foundation
import Ledger
import Office
import Server
import Services
import Stories

/// Copies all of it to a stick.
struct ExportCatalogue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Menyalin akar, katalog, paket, dan keterangannya ke satu folder (USB).",
        discussion: """
            Dengan --for dicatat bahwa paketnya diserahkan kepada kabupaten itu. Paket yang tidak \
            berizin pakai terbuka hanya ikut bila perjanjian kerja sama mengizinkannya.
            """
    )

    @Option(help: "Folder tujuan.")
    var out: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(name: .customLong("for"), help: "Kode kabupaten yang menerima, misalnya 12.03.")
    var partner: String?

    @Option(help: "Perjanjian yang mengizinkan, menurut alamat halamannya.")
    var under: String?

    func validate() throws {
        guard under == nil || partner != nil else {
            throw ValidationError("--under hanya bersama --for.")
        }
    }

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let from = ExchangeFolder(of: folder)
            let to = ExchangeFolder(URL(filePath: out, directoryHint: .isDirectory))
            guard let envelope = try from.signedCatalogue(),
                let catalogue = try PreparedCatalogue.last(in: from)
            else { throw CatalogueProblem.nothingToSign }
            let packages = try catalogue.packages.map { listed in
                let file = from.packages.appending(path: listed.fileName)
                let package = try ExchangeFolder.package(file)
                guard Catalogue.Listed(package) == listed else { throw TrustRefusal.altered }
                return package
            }
            let handed = try await permitted(packages, folder)
            for (root, envelope) in try from.readRoots() { try to.write(envelope, as: root) }
            for package in handed {
                try ExchangeFolder.write(package.bytes, to: to.file(of: package))
                let statement = from.statement(of: package)
                if FileManager.default.fileExists(atPath: statement.path) {
                    let bytes = try ExchangeFolder.bytes(statement, most: Envelope.most)
                    try ExchangeFolder.write(bytes, to: to.statement(of: package))
                }
                try StatementsOfOrigins(folder).export(package, to: to)
            }
            let evidence = try from.copyEvidence(to: to)
            // Last, so that a stick that was pulled out early has no catalogue of what is missing.
            try ExchangeFolder.write(envelope.bytes, to: to.catalogue)
            print("Katalog nomor \(catalogue.number), \(handed.count) paket: \(out)")
            if evidence > 0 { print("\(evidence) bukti: \(to.evidence.path)") }
        }
    }

    /// What may go to the named partner, recorded; everything where nobody is named.
    private func permitted(_ packages: [Package], _ folder: RegencyFolder) async throws -> [Package]
    {
        guard let partner else { return packages }
        guard let code = Code(partner), BlueprintName(reading: "\(partner)/a") != nil else {
            throw CommandFailure("\"\(partner)\" bukan kode kabupaten, misalnya 12.03.")
        }
        let record = try await OpenRecord.open(folder)
        do {
            let handed = try await hand(packages, to: code, record)
            try await record.store.close()
            return handed
        } catch {
            try await record.store.close()
            throw error
        }
    }

    private func hand(
        _ packages: [Package],
        to partner: Code,
        _ record: OpenRecord
    ) async throws -> [Package] {
        let now = record.clock.now()
        let desk = TransfersDesk(store: record.store)
        let named = try under.map { text in
            guard let id = OpaqueID(text) else {
                throw CommandFailure("\"\(text)\" bukan nomor perjanjian.")
            }
            return id
        }
        var handed: [Package] = []
        for package in packages {
            guard let content = Transferred.Content(Catalogue.Listed(package)) else { continue }
            let agreements = try await record.store.read { reader in
                try reader.agreements(
                    permitting: content.blueprint,
                    .toPartner,
                    with: partner,
                    on: (try reader.zoneInForce() ?? .wib).day(now)
                )
            }
            let agreement = agreements.first { named == nil || $0 == named }
            guard agreement != nil || package.isOpen else {
                print("\(package.name) \(package.version) tidak ikut: belum ada perjanjian.")
                continue
            }
            let made = Transferred(.outgoing, content, with: partner, under: agreement)
            try await desk.record(made, at: now, by: .system)
            handed.append(package)
        }
        guard !handed.isEmpty else {
            throw CommandFailure(
                "Tidak ada paket yang boleh diserahkan kepada \(partner) menurut perjanjian.",
                code: 2
            )
        }
        return handed
    }
}
