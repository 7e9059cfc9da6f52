import ArgumentParser
import Exchange
import Foundation
import Stories

/// Fetches what a partner's site hands out into one folder, as it would lie on a stick.
struct FetchCatalogue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Mengambil akar, katalog, dan paket mitra ke satu folder, seperti di USB.",
        discussion: """
            ADDRESS adalah alamat situs mitra, atau halaman satu cetak birunya; lalu hanya paket itu \
            yang diambil. Tanda tangannya diperiksa, tetapi belum dipercaya: cocokkan dulu akarnya \
            dengan perjanjian (serasan trust pin).
            """
    )

    @Argument(help: "Misalnya https://layanan.contoh.example.")
    var address: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(help: "Folder tujuan; bawaan: mitra/KODE di folder kabupaten.")
    var out: String?

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let rules = FetchRules(try ServingSettings(named: nil, in: folder).settings)
            let address = try PartnerAddress(reading: address, by: rules)
            let site = try await PublishedSite(PartnerSource(address, by: rules))
            let publisher = site.catalogue.publisher
            let usual = folder.root.appending(path: "mitra/\(publisher)").path
            let place = ExchangeFolder(URL(filePath: out ?? usual, directoryHint: .isDirectory))
            let wanted = try address.wanted.map { [try $0.listed(in: site.catalogue)] }
            for listed in wanted ?? site.catalogue.packages {
                try await site.fetch(listed, into: place)
                print("\(listed.name) \(listed.version), \(listed.length) bita")
            }
            for (root, envelope) in site.roots { try place.write(envelope, as: root) }
            // Last, so that a folder that was left early has no catalogue of what is missing.
            try ExchangeFolder.write(site.envelope.bytes, to: place.catalogue)
            print("Katalog nomor \(site.catalogue.number) dari \(publisher): \(place.root.path)")
            print(
                "Cocokkan akarnya: serasan trust pin \(publisher) --from \(place.root.path) "
                    + "--root \"12 KATA\" --by NAMA --dir \(dir)"
            )
        }
    }
}

/// What a partner's site hands out, held together: each root by the one before, and so on.
///
/// Whether it is the partner's, only a pin says.
struct PublishedSite {
    let source: PartnerSource
    let roots: [(root: Root, envelope: Envelope)]
    let envelope: Envelope
    let catalogue: Catalogue

    /// - Parameter pin: what was typed from an agreement; without it the first root stands for itself.
    init(_ source: PartnerSource, pinnedBy pin: RootPin? = nil) async throws {
        self.source = source
        let claimed = try await ClaimedCatalogue(from: source)
        roots = try await source.roots(1...claimed.root).map { (try Root(selfSigned: $0), $0) }
        envelope = claimed.envelope
        let first = roots.firstIndex { pin?.fits($0.envelope.document) ?? true }
        guard let first else { throw TrustRefusal.wrongPin }
        var state = TrustStory.beginning
        let ground = TrustGround(publisher: claimed.publisher, asker: .system, clock: .now)
        func take(_ command: TrustCommand) throws {
            for fact in try TrustStory.decide(state, command, ground).facts {
                TrustStory.evolve(&state, fact)
            }
        }
        let begun = roots[first].envelope
        try take(.pin(try pin ?? RootPin(reading: RootPin.code(of: begun.document)), begun))
        for next in roots[(first + 1)...] { try take(.takeRoot(next.envelope)) }
        try take(.takeCatalogue(envelope, .online, approver: nil))
        catalogue = try Catalogue(draft: envelope.payload)
    }

    /// Fetches a package and who packed it; what lies there already with the same bytes stays.
    func fetch(_ listed: Catalogue.Listed, into place: ExchangeFolder) async throws {
        let there = place.packages.appending(path: listed.fileName)
        if FileManager.default.fileExists(atPath: there.path),
            digestText(try ExchangeFolder.bytes(there, most: PackageBounds.bytes)) == listed.digest
        {
            return
        }
        let package = try await source.package(listed)
        let statement = try await source.statement(listed)
        if let statement {
            try ExchangeFolder.write(statement.bytes, to: place.statement(of: package))
        }
        try ExchangeFolder.write(package.bytes, to: place.file(of: package))
    }
}
