import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Ledger
import Office
import Stories

/// Says what a package is, who signed it, and what was looked at; installs nothing.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Memeriksa sebuah paket: apa isinya, siapa yang menandatangani.",
        discussion: """
            Tidak ada yang dipasang atau dicatat. --root adalah 12 kata (dalam tanda kutip) atau teks \
            QR dari perjanjian, atau berkas akar yang sudah dicocokkan. Kode keluar: 0 semua yang \
            diminta cocok; 1 paketnya rusak; 2 tanda tangan atau katalognya ditolak.
            """
    )

    @Argument(help: "Berkas paket.")
    var file: String

    @Option(help: "12 kata, teks QR, atau berkas akar.")
    var root: String?

    @Option(help: "Berkas katalog; tanpa ini yang ada di dekat paket.")
    var catalogue: String?

    @Option(help: "Folder kabupaten yang catatannya mengenal akar kabupaten lain di asal-usulnya.")
    var dir: String?

    func run() async throws {
        try await telling {
            let package: Package
            do {
                package = try ExchangeFolder.package(URL(filePath: file))
            } catch let problem as PackageProblem {
                throw CommandFailure(problem.sentence, code: 1)
            }
            describe(package)
            guard let root else {
                guard catalogue == nil else {
                    throw CommandFailure("Katalog hanya bisa diperiksa dengan --root.")
                }
                try await tellLine(of: package, knownKeys: [:])
                print("tidak diperiksa: siapa penerbitnya (beri --root), katalog, asal paket")
                return
            }
            let state = try look(at: package, pinnedBy: root)
            let keys = state.root?.catalogueKeys.map(\.key)
            try await tellLine(of: package, knownKeys: [package.name.publisher: keys ?? []])
        }
    }

    /// Every regency that it went through, and whose statement about it holds.
    private func tellLine(
        of package: Package,
        knownKeys: [String: [StatementKey]]
    ) async throws {
        var keys = knownKeys
        if let dir {
            let record = try await OpenRecord.open(try RegencyFolder(dir))
            let desk = TrustDesk(store: record.store)
            for edition in package.editions where keys[edition.name.publisher] == nil {
                let root = try await desk.state(of: edition.name.publisher).root
                keys[edition.name.publisher] = root?.catalogueKeys.map(\.key)
            }
            try await record.store.close()
        }
        let statements = try ExchangePlaces(near: URL(filePath: file))
            .statements(about: package, in: URL(filePath: file))
        let line = Provenance(package.editions, statements: statements) { keys[$0] }
        for (number, link) in line.links.enumerated() {
            print(
                "asal-usul \(number + 1): \(link.name.publisher), \(link.name) \(link.version), "
                    + "sidik \((link.digest ?? "").prefix(16)), \(link.said.meaning.indonesian)"
            )
        }
        for credit in Credit.all(in: package.own?.content ?? .record([:])) {
            print(
                "usulan dari \(credit.name) (\(credit.regency)) sejak versi \(credit.version), "
                    + "\(credit.date): \(credit.entries.joined(separator: ", "))"
            )
        }
    }

    private func describe(_ package: Package) {
        let manifest = package.manifest
        print("\(package.name) \(package.version): \(manifest.title)")
        print("izin pakai: \(manifest.licence)")
        print("sidik: \(package.digest) (\(package.bytes.count) bita)")
        for member in package.members {
            print("isi: \(member.name) \(member.version), \(member.archive.files.count) berkas")
        }
        for origin in manifest.lineage {
            print("disesuaikan dari: \(origin.name) \(origin.version), sidik \(origin.digest)")
        }
        for asked in manifest.bind {
            print("perlu ditentukan (\(asked.kind.rawValue)): \(asked.name). \(asked.sentence)")
        }
        print("diperiksa: bentuk, batas, nama, sidik setiap isi, daftar isi, orang dalam contoh")
    }

    private func look(at package: Package, pinnedBy text: String) throws -> Trust {
        let places = ExchangePlaces(near: URL(filePath: file))
        let chain = try places.chain(pinnedBy: text, of: package.name.publisher)
        var state = TrustStory.beginning
        let ground = TrustGround(
            publisher: package.name.publisher,
            asker: .system,
            clock: .now
        )
        func take(_ command: TrustCommand) throws {
            for fact in try TrustStory.decide(state, command, ground).facts {
                TrustStory.evolve(&state, fact)
            }
        }
        try take(.pin(chain.pin, chain.first))
        for next in chain.later { try take(.takeRoot(next)) }
        print("akar: nomor \(state.root?.number ?? 0) dari \(package.name.publisher), cocok")
        guard let envelope = try places.catalogue(named: catalogue) else {
            print("tidak diperiksa: katalog (tidak ada di dekat paket; beri --catalogue)")
            return state
        }
        // Nobody is asked at a console; who installs it, decides with a second person.
        let second = Actor(OpaqueID(high: 0, low: 1))
        try take(.takeCatalogue(envelope, .stick, approver: second))
        let listed = try Catalogue(draft: envelope.payload)
        let fresh = try Trusting.mayInstall(
            Trusting.Asked(package: Catalogue.Listed(package), way: .stick, isApproved: true),
            by: listed,
            state,
            clock: .now
        )
        print("katalog: nomor \(listed.number), terbit \(Moment.text(listed.issued)), cocok")
        switch fresh {
        case .fresh: break
        case .old(let days): print("perhatian: katalog ini berumur \(days) hari")
        case .veryOld:
            print("perhatian: katalog ini lebih dari 180 hari; pemasangan perlu orang kedua")
        }
        try tellOrigin(of: package, places, state)
        return state
    }

    private func tellOrigin(of package: Package, _ places: ExchangePlaces, _ state: Trust) throws {
        guard let statement = try places.statement(beside: URL(filePath: file)) else {
            print("tidak diperiksa: keterangan asal (tidak ada di samping paket)")
            return
        }
        let keys = state.root?.catalogueKeys.map(\.key) ?? []
        let said = try PackageStatement(statement, signedBy: keys)
        guard said.isAbout(package) else { throw TrustRefusal.altered }
        print("asal: dipaketkan \(said.by), \(Moment.text(said.packed)), cocok")
    }
}

/// Where roots, catalogue and statements are looked for around a package.
struct ExchangePlaces {
    private let folders: [ExchangeFolder]

    init(near file: URL) {
        let folder = file.deletingLastPathComponent()
        folders = [ExchangeFolder(folder), ExchangeFolder(folder.deletingLastPathComponent())]
    }

    /// A root that is believed, and those after it.
    struct Chain {
        let pin: RootPin
        let first: Envelope
        let later: [Envelope]
    }

    /// The root that a person has named, by words, code or file.
    func chain(pinnedBy text: String, of publisher: String) throws -> Chain {
        let isFile = FileManager.default.fileExists(atPath: text)
        let named = isFile ? try ExchangeFolder.envelope(URL(filePath: text)) : nil
        let code = try named.map { try RootPin(reading: RootPin.code(of: $0.document)) }
        let pin = try code ?? RootPin(reading: text)
        var found: [(root: Root, envelope: Envelope)] = []
        for folder in folders { found += try folder.readRoots() }
        if let named { found.append((try Root(selfSigned: named), named)) }
        guard let first = found.first(where: { pin.fits($0.envelope.document) }) else {
            throw found.isEmpty
                ? CommandFailure("Tidak ada berkas akar di dekat paket ini (folder akar).")
                : TrustRefusal.wrongPin
        }
        let later = found.filter { $0.root.number > first.root.number }
        return Chain(pin: pin, first: first.envelope, later: later.map(\.envelope))
    }

    func catalogue(named file: String?) throws -> Envelope? {
        if let file { return try ExchangeFolder.envelope(URL(filePath: file)) }
        for folder in folders {
            if let envelope = try folder.signedCatalogue() { return envelope }
        }
        return nil
    }

    /// Statements about a package and those that it was adapted from.
    func statements(about package: Package, in file: URL) throws -> [Envelope] {
        let folder = file.deletingLastPathComponent()
        let names =
            ["\(file.lastPathComponent).asal.json"]
            + package.manifest.lineage.map(StatementsOfOrigins.fileName)
        return try names.compactMap { name in
            let statement = folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: statement.path) else { return nil }
            return try ExchangeFolder.envelope(statement)
        }
    }

    func statement(beside file: URL) throws -> Envelope? {
        let statement = URL(filePath: "\(file.path).asal.json")
        guard FileManager.default.fileExists(atPath: statement.path) else { return nil }
        return try ExchangeFolder.envelope(statement)
    }
}
