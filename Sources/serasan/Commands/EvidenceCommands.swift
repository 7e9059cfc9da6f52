import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Ledger
import Server
import Services
import Stories

/// Figures of the services that are handed on to other regencies.
struct EvidenceCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Bukti: angka layanan per triwulan yang dibagikan kepada kabupaten lain.",
        subcommands: [MakeEvidence.self, SignEvidence.self, VerifyEvidence.self, TakeEvidence.self]
    )
}

/// Computes the figures of a quarter, records that they were stated, and writes them to a file.
struct MakeEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Membuat bukti satu triwulan dari catatan, untuk ditandatangani.",
        discussion: """
            Angka dibulatkan ke 5; yang kurang dari 10 tidak disebut. Sekali dibuat, angka triwulan \
            itu tetap: perintah yang sama memberi berkas yang sama. Hentikan situs selama ini berjalan.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Triwulan, misalnya 2026-3; tanpa ini yang terakhir selesai.")
    var quarter: String?

    @Option(help: "Berkas yang ditulis.")
    var out: String

    @Option(help: "Jabatan yang membuatnya.")
    var by = "Pengelola layanan"

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let record = try await OpenRecord.open(folder)
            try await record.store.catchUp()
            let behind = try await record.store.lags().filter { $0.behind > 0 }
            guard behind.isEmpty else {
                throw CommandFailure(
                    "Hitungan belum lengkap: \(behind.map(\.view.text).joined(separator: ", ")). "
                        + "Jalankan serasan rebuild \(dir), lalu ulangi."
                )
            }
            let (bytes, isNew) = try await made(record)
            try await record.store.close()
            try ExchangeFolder.write(bytes, to: URL(filePath: out))
            let statement = try EvidenceStatement(kept: bytes)
            print(statement.told)
            if !isNew { print("Triwulan ini sudah pernah dinyatakan; isinya sama seperti dulu.") }
            print("Tanda tangani: serasan evidence sign \(out) --key BERKAS --dir \(dir)")
        }
    }

    private func made(_ record: OpenRecord) async throws -> (bytes: [UInt8], isNew: Bool) {
        let keeper = InForceKeeper(base: "")
        let figures = record.figures(keeper)
        let now = record.clock.now()
        let (own, zone) = try await record.store.read { reader in
            let force = try keeper.current(reader)
            return (force.regency.code, force.zone)
        }
        let asked = try quarter.map { text in
            guard let quarter = Quarter(text) else {
                throw CommandFailure("Triwulan \"\(text)\" tidak terbaca. Tulis seperti 2026-3.")
            }
            return quarter
        }
        let wanted = asked ?? Quarter(of: zone.day(now)).before
        let desk = EvidenceDesk(store: record.store, own: own)
        if let before = try await desk.stated(wanted) { return (before, false) }
        let second = Instant(milliseconds: now.milliseconds / 1000 * 1000)
        let statement = try await record.store.read { reader in
            try figures.statement(reader, wanted, by: by, at: second)
        }
        return (try await desk.publish(statement, by: .system, at: now), true)
    }
}

/// Signs a file of evidence with the working key.
struct SignEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Menandatangani bukti dengan kunci kerja dan menaruhnya di pertukaran/bukti."
    )

    @Argument(help: "Berkas dari serasan evidence make.")
    var file: String

    @Option(help: "Berkas kunci kerja (serasan keys working --evidence).")
    var key: String

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(help: "Berkas lain yang juga ditulis.")
    var out: String?

    func run() async throws {
        try await telling {
            let key = try KeyOnStick.read(key, for: .working)
            let bytes = try ExchangeFolder.bytes(URL(filePath: file), most: Envelope.most)
            let statement = try EvidenceStatement(kept: bytes)
            let folder = try RegencyFolder(dir)
            guard try folder.regency().value?.code == statement.publisher else {
                throw CommandFailure("Bukti ini bukan dari kabupaten di \(dir).")
            }
            let exchange = ExchangeFolder(of: folder)
            let envelope = try Envelope(.evidence, bytes).signed(by: key.key)
            try ExchangeFolder.write(envelope.bytes, to: exchange.file(of: statement))
            if let out { try ExchangeFolder.write(envelope.bytes, to: URL(filePath: out)) }
            print("Bukti triwulan \(statement.quarter.text): \(exchange.file(of: statement).path)")
            let named = try exchange.workingKeys().contains { $0.key == key.publicKey }
            if !named {
                print(
                    "Kunci ini belum disebut katalog, jadi mitra belum bisa memeriksanya. "
                        + "Sebut dulu: serasan catalogue sign --working-key \(key.publicKey) …"
                )
            }
        }
    }
}

/// Looks at a file of evidence: who says what, and whether their key signed it.
struct VerifyEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Memeriksa tanda tangan satu bukti dan menampilkan isinya."
    )

    @Argument(help: "Berkas bukti.")
    var file: String

    @Option(help: "Folder atau USB yang katalognya dipakai; tanpa ini pertukaran di --dir.")
    var from: String?

    @Option(help: "Folder kabupaten.")
    var dir = "."

    func run() async throws {
        try await telling {
            let exchange =
                try from.map { ExchangeFolder(URL(filePath: $0, directoryHint: .isDirectory)) }
                ?? ExchangeFolder(of: RegencyFolder(dir))
            let envelope = try ExchangeFolder.envelope(URL(filePath: file))
            let keys = try exchange.workingKeys()
            guard !keys.isEmpty else { throw EvidenceRefusal.noCatalogue }
            let statement = try EvidenceStatement(envelope, signedBy: keys)
            let root = try exchange.newestRoot()
            guard statement.publisher == root.publisher else { throw TrustRefusal.otherPublisher }
            print("Tanda tangan cocok dengan katalog \(root.publisher).")
            print(statement.told)
            for line in statement.lines { print(line.told) }
        }
    }
}

/// Takes in a partner's evidence from a file.
struct TakeEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: "Mengambil bukti kabupaten lain dari berkas ke dalam catatan."
    )

    @Argument(help: "Berkas bukti; boleh beberapa.")
    var files: [String]

    @Option(help: "Folder kabupaten.")
    var dir = "."

    @Option(help: "Nama masuk petugas yang mengambil.")
    var by: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            guard let own = try folder.regency().value?.code else {
                throw CommandFailure("regency.yaml belum menyebut kode kabupaten.", code: 1)
            }
            let record = try await OpenRecord.open(folder)
            let actor = try await record.official(logIn: by)
            let desk = EvidenceDesk(store: record.store, own: own)
            for file in files {
                let bytes = try ExchangeFolder.bytes(URL(filePath: file), most: Envelope.most)
                let statement = try await desk.take(bytes, by: actor, at: record.clock.now())
                print(statement.told)
            }
            try await record.store.close()
        }
    }
}

extension EvidenceStatement {
    /// One line about the whole, for a terminal.
    var told: String {
        let head = hexadecimal(range.head.digest.prefix(8))
        return "\(publisher) \(regency), triwulan \(quarter.text): \(lines.count) layanan, dari "
            + "peristiwa \(range.first) sampai \(range.last) (akar \(head))"
    }
}

extension EvidenceStatement.Line {
    /// The counts of one service, for a terminal.
    var told: String {
        let counts = [
            "masuk \(figures.received.told)", "diputus \(figures.decided.told)",
            "tepat waktu \(figures.inTime.told)",
        ]
        return "  \(service) (\(blueprint) \(version)): \(counts.joined(separator: ", "))"
    }
}

extension PublishedCount {
    /// As a terminal shows it.
    var told: String {
        switch self {
        case .count(let count): String(count)
        case .few: "kurang dari 10"
        case .most: "semua kecuali kurang dari 10"
        case .hidden: "disamarkan"
        }
    }
}
