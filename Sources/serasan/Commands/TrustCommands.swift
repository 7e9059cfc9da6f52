import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Ledger
import Office
import Server
import Stories
import Workshop

/// Which partners are believed here, and what was seen of them.
struct TrustCommandGroup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Penerbit yang dipercaya di sini: mencocokkan akar, mengambil katalog.",
        subcommands: [
            PinPartner.self, TakeFromPartner.self, ShowPartner.self, SiteOfPartner.self,
        ]
    )
}

/// Compares a partner's root with the words printed in the agreement, and records it.
struct PinPartner: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin",
        abstract: "Mencocokkan akar penerbit dengan 12 kata di perjanjian, lalu mencatatnya."
    )

    @Argument(help: "Kode penerbit, misalnya 16.03.")
    var publisher: String

    @Option(help: "Folder atau USB dari penerbit.")
    var from: String

    @Option(help: "12 kata (dalam tanda kutip) atau teks QR, diketik dari perjanjian.")
    var root: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(help: "Nama masuk petugas yang mencocokkan.")
    var by: String

    @Flag(
        help:
            "Akar pengganti: semua kunci penerbit hilang, atau ia ketahuan menandatangani dua isi."
    )
    var succeeds = false

    func run() async throws {
        try await telling {
            let pin = try RootPin(reading: root)
            let place = ExchangeFolder(URL(filePath: from, directoryHint: .isDirectory))
            let found = try place.readRoots().first { pin.fits($0.envelope.document) }
            guard let found else { throw TrustRefusal.wrongPin }
            let partner = try await PartnerAtConsole(dir, publisher)
            let command: TrustCommand =
                succeeds ? .succeed(pin, found.envelope) : .pin(pin, found.envelope)
            try await partner.handle(command, by: by)
            try await partner.close()
            print("Akar nomor \(found.root.number) dari \(publisher) dicatat.")
        }
    }
}

/// Takes newer roots and the catalogue from a stick.
struct TakeFromPartner: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: "Mengambil akar yang lebih baru dan katalog dari folder atau USB penerbit."
    )

    @Argument(help: "Kode penerbit, misalnya 16.03.")
    var publisher: String

    @Option(help: "Folder atau USB dari penerbit.")
    var from: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(help: "Nama masuk petugas yang mengambil.")
    var by: String

    @Option(help: "Nama masuk orang kedua, bila katalognya lebih tua dari 180 hari.")
    var approver: String?

    func run() async throws {
        try await telling {
            let place = ExchangeFolder(URL(filePath: from, directoryHint: .isDirectory))
            let partner = try await PartnerAtConsole(dir, publisher)
            let known = try await partner.state().root?.number ?? 0
            for (root, envelope) in try place.readRoots() where root.number > known {
                try await partner.handle(.takeRoot(envelope), by: by)
                print("Akar nomor \(root.number) diambil.")
            }
            guard let catalogue = try place.signedCatalogue() else {
                throw CommandFailure("Tidak ada katalog.json di \(from).")
            }
            let second: Actor?
            if let approver { second = try await partner.official(approver) } else { second = nil }
            let command = TrustCommand.takeCatalogue(catalogue, .stick, approver: second)
            let state = try await partner.handle(command, by: by)
            try await partner.close()
            print("Katalog nomor \(state.catalogue?.number ?? 0) diambil.")
        }
    }
}

/// Notes where a partner's site is, so that it is asked for newer catalogues.
struct SiteOfPartner: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Mencatat alamat situs penerbit; katalognya lalu ditanyakan sekali sehari."
    )

    @Argument(help: "Kode penerbit, misalnya 16.03.")
    var publisher: String

    @Argument(help: "Misalnya https://layanan.contoh.example.")
    var address: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    func run() async throws {
        try await telling {
            let settings = try ServingSettings(named: nil, in: try RegencyFolder(dir)).settings
            let address = try PartnerAddress(siteOf: address, by: FetchRules(settings))
            let partner = try await PartnerAtConsole(dir, publisher)
            let isPinned = try await partner.state().root != nil
            if isPinned { try await partner.note(address) }
            try await partner.close()
            guard isPinned else { throw TrustRefusal.unknownRoot }
            print("Situs \(publisher): \(address.origin)")
        }
    }
}

/// What is known of a partner.
struct ShowPartner: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Menampilkan yang sudah dilihat dari satu penerbit."
    )

    @Argument(help: "Kode penerbit, misalnya 16.03.")
    var publisher: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    func run() async throws {
        try await telling {
            let partner = try await PartnerAtConsole(dir, publisher)
            let state = try await partner.state()
            try await partner.close()
            guard let root = state.root else { throw TrustRefusal.unknownRoot }
            print("akar nomor \(root.number), \(root.threshold) dari \(root.keys.count) kunci")
            print(
                "12 kata: " + RootWords.words(of: root.document.digest).joined(separator: " ")
            )
            if let catalogue = state.catalogue {
                print(
                    "katalog nomor \(catalogue.number), terbit \(Moment.text(catalogue.issued)), "
                        + "berlaku sampai \(Moment.text(catalogue.expires))"
                )
            }
            for (name, version) in state.highest.sorted(by: { $0.key < $1.key }) {
                print("\(name): versi tertinggi yang terlihat \(version)")
            }
            if state.equivocation != nil { print(TrustRefusal.equivocation.sentence) }
        }
    }
}

/// A partner as the record of a folder knows it.
private struct PartnerAtConsole {
    let publisher: String
    private let record: OpenRecord
    private let desk: TrustDesk

    init(_ dir: String, _ publisher: String) async throws {
        guard BlueprintName(reading: "\(publisher)/a") != nil else {
            throw CommandFailure("\"\(publisher)\" bukan kode penerbit, misalnya 16.03.")
        }
        self.publisher = publisher
        record = try await OpenRecord.open(try RegencyFolder(dir))
        desk = TrustDesk(store: record.store)
    }

    func state() async throws -> Trust { try await desk.state(of: publisher) }

    @discardableResult
    func handle(_ command: TrustCommand, by logIn: String) async throws -> Trust {
        try await desk.handle(
            command,
            of: publisher,
            by: try await official(logIn),
            at: record.clock.now()
        )
    }

    func note(_ address: PartnerAddress) async throws {
        try await WorkshopFeature.note(address, of: publisher, in: record.store)
    }

    func official(_ logIn: String) async throws -> Actor {
        try await record.official(logIn: logIn)
    }

    func close() async throws { try await record.store.close() }
}
