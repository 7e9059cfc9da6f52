import ArgumentParser
import Blueprints
import Crypto
import Exchange
import Foundation
import Stories

/// Makes the keys by which others know this regency, to be kept away from the server.
struct RootKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "root",
        abstract: "Membuat kunci penerbit, satu di setiap folder (USB), dan akar pertamanya.",
        discussion: """
            Kunci penerbit disimpan di luar server, masing-masing oleh orang lain. Kunci katalog dibuat \
            dulu dengan serasan keys working. 12 kata yang ditampilkan dicetak di perjanjian.
            """
    )

    @Argument(help: "Folder (USB) untuk kunci; satu kunci di setiap folder.")
    var places: [String]

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(help: "Berkas kunci katalog.")
    var catalogueKey: String

    @Option(help: "Berapa kunci penerbit yang harus menandatangani; tanpa ini lebih dari setengah.")
    var threshold: Int?

    @Option(help: "Berapa hari kunci katalog berlaku.")
    var days = 730

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            guard let code = try folder.regency().value?.code else {
                throw CommandFailure("regency.yaml belum menyebut kode kabupaten.", code: 1)
            }
            let exchange = ExchangeFolder(of: folder)
            guard try exchange.readRoots().isEmpty else {
                throw CommandFailure(
                    "Akar sudah ada di \(exchange.roots.path). Untuk menggantinya: serasan keys rotate."
                )
            }
            let catalogue = try KeyOnStick.read(catalogueKey, for: .catalogue)
            let keys = places.map { _ in KeyFile(.root, Curve25519.Signing.PrivateKey()) }
            let envelope = try Root.made(
                code,
                keys: keys,
                threshold: threshold ?? places.count / 2 + 1,
                catalogueKeys: [
                    TimedKey(key: catalogue.publicKey, until: KeyOnStick.later(days: days))
                ],
                at: KeyOnStick.now
            )
            for (place, key) in zip(places, keys) { try KeyOnStick.write(key, in: place) }
            let root = try Root(selfSigned: envelope)
            try exchange.write(envelope, as: root)
            print(KeyOnStick.told(root, envelope))
        }
    }
}

/// Makes a key that signs catalogues, or one that signs evidence on the server.
struct WorkingKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "working",
        abstract: "Membuat kunci katalog (USB), atau kunci kerja untuk bukti dan usulan (server)."
    )

    @Argument(help: "Folder untuk kunci.")
    var place: String

    @Flag(help: "Kunci kerja untuk bukti dan usulan, bukan kunci katalog.")
    var evidence = false

    func run() async throws {
        try await telling {
            let key = KeyFile(evidence ? .working : .catalogue, Curve25519.Signing.PrivateKey())
            let file = try KeyOnStick.write(key, in: place)
            print("kunci \(key.use.rawValue): \(file)")
            print("umum: \(key.publicKey)")
        }
    }
}

/// Makes the next root: other keys, another number of signatures, another catalogue key.
struct RotateKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Membuat akar berikutnya, ditandatangani kunci lama dan kunci baru.",
        discussion: """
            Sebut kunci penerbit lama yang masih ada dan semua kunci penerbit baru dengan --key. Akar \
            berikutnya memuat kunci dari --keep (tetap) dan --new (dibuat di folder itu).
            """
    )

    @Option(help: "Kunci penerbit lama yang ikut menandatangani; boleh berulang.")
    var key: [String]

    @Option(help: "Kunci penerbit yang tetap dipakai (berkas); boleh berulang.")
    var keep: [String] = []

    @Option(help: "Folder (USB) untuk kunci penerbit baru; boleh berulang.")
    var new: [String] = []

    @Option(help: "Berkas kunci katalog yang dipakai sesudah ini; tanpa ini tetap.")
    var catalogueKey: String?

    @Option(help: "Berapa kunci penerbit yang harus menandatangani; tanpa ini lebih dari setengah.")
    var threshold: Int?

    @Option(help: "Berapa hari kunci katalog berlaku.")
    var days = 730

    @Option(help: "Folder kabupaten.")
    var dir = "."

    func run() async throws {
        try await telling {
            let exchange = ExchangeFolder(of: try RegencyFolder(dir))
            let current = try exchange.newestRoot()
            let old = try key.map { try KeyOnStick.read($0, for: .root) }
            let kept = try keep.map { try KeyOnStick.read($0, for: .root) }
            let fresh = new.map { _ in KeyFile(.root, Curve25519.Signing.PrivateKey()) }
            let catalogue = try catalogueKey.map { try KeyOnStick.read($0, for: .catalogue) }
            let keys = kept + fresh
            let change = Root.Change(
                keys: keys.isEmpty ? nil : keys.map(\.publicKey),
                threshold: threshold ?? (keys.isEmpty ? nil : keys.count / 2 + 1),
                catalogueKeys: catalogue.map {
                    [TimedKey(key: $0.publicKey, until: KeyOnStick.later(days: days))]
                }
            )
            var signing: [KeyFile] = []
            for one in old + keys where !signing.contains(where: { $0.publicKey == one.publicKey })
            {
                signing.append(one)
            }
            let envelope = try current.succeeded(by: change, signedBy: signing, at: KeyOnStick.now)
            for (place, key) in zip(new, fresh) { try KeyOnStick.write(key, in: place) }
            let root = try Root(selfSigned: envelope)
            try exchange.write(envelope, as: root)
            print(KeyOnStick.told(root, envelope))
        }
    }
}

/// Key files, as commands read and write them.
enum KeyOnStick {
    /// Whole seconds, as documents say them.
    static var now: Instant {
        Instant(milliseconds: Instant.now.milliseconds / 1000 * 1000)
    }

    static func later(days: Int) -> Instant { now.adding(seconds: Int64(days) * 86_400) }

    static func read(_ path: String, for use: KeyFile.Use) throws -> KeyFile {
        let bytes = try ExchangeFolder.bytes(URL(filePath: path), most: 10_000)
        guard let key = KeyFile(String(decoding: bytes, as: UTF8.self)), key.use == use else {
            throw CommandFailure("\(path) bukan berkas kunci \(use.rawValue).")
        }
        return key
    }

    @discardableResult
    static func write(_ key: KeyFile, in place: String) throws -> String {
        let file = URL(filePath: place, directoryHint: .isDirectory).appending(path: key.fileName)
        try ExchangeFolder.write(Array(key.text.utf8), to: file, mode: 0o600)
        return file.path
    }

    /// What is shown of a root, to be printed in an agreement.
    static func told(_ root: Root, _ envelope: Envelope) -> String {
        let words = RootWords.words(of: envelope.document.digest)
        let lines = stride(from: 0, to: 12, by: 4).map { at in
            (at..<at + 4).map { "\($0 + 1). \(words[$0])" }.joined(separator: "  ")
        }
        return """
            Akar nomor \(root.number) untuk \(root.publisher): \(root.threshold) dari \
            \(root.keys.count) kunci menandatangani.
            12 kata untuk perjanjian:

              \(lines.joined(separator: "\n  "))

            Teks QR: \(RootPin.code(of: envelope.document))

            Simpan setiap kunci penerbit di USB sendiri, oleh orang yang berbeda, terkunci, jauh dari \
            server. Kunci yang hilang diganti dengan serasan keys rotate selagi sisanya cukup.
            """
    }
}
