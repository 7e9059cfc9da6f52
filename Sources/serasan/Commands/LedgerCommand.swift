import ArgumentParser
import Crypto
import Foundation
import Ledger
import LedgerSQLite
import Services
import Stories

/// What can be asked of the log itself.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Memeriksa catatan: apakah ada yang diubah, hilang, atau dipotong.",
        subcommands: [LedgerVerify.self, LedgerFailedOver.self]
    )
}

/// Reads the whole record through and says whether it is as it was written.
struct LedgerVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Membaca seluruh catatan dan memeriksa setiap peristiwa, isian, dan cap.",
        discussion: """
            Hanya membaca; boleh dijalankan selagi situs berjalan. Kemajuan ditulis ke keluaran \
            kesalahan. Dengan --witness, catatan dibandingkan dengan cap yang disimpan orang lain \
            (misalnya dari email harian atau dari /bukti/cap). Kode keluar: 0 utuh, 1 ada yang \
            tidak cocok, 2 berkas tidak bisa dipakai.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Berkas cap yang disimpan pihak lain.")
    var witness: String?

    @Option(help: "Kunci publik dari /bukti, bila folder data/kunci tidak ada: isian tidak dibuka.")
    var key: String?

    @Flag(help: "Tanpa membaca berkas unggahan: lebih cepat, kerusakannya tidak terlihat.")
    var withoutFiles = false

    func run() async throws {
        var isWhole = true
        try await telling {
            let folder = try RegencyFolder(dir)
            let publicKey = try key.map(PublicKeyOption.read)
            let keys =
                try publicKey == nil
                ? Keys.open(in: folder.data.appending(path: "kunci").path) : Keys.none
            let connection = try folder.recordToRead()
            defer { connection.close() }
            let reader = Reader(connection, keys: keys)
            let ours = try publicKey ?? keys.noteKey(of: OpaqueID(high: 0, low: 0)).key
            let seen = try witness.map { try Self.checkpoint(in: $0, by: ours) }
            let files = withoutFiles ? nil : try folder.placeOfFiles
            isWhole = try Self.verify(reader, files, against: seen, by: publicKey)
        }
        if !isWhole { throw ExitCode(1) }
    }

    /// A head that somebody kept, signed with a key of this log.
    static func checkpoint(
        in path: String,
        by key: Curve25519.Signing.PublicKey
    ) throws -> Checkpoint {
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: path)) } catch {
            throw CommandFailure("Berkas saksi tidak bisa dibaca: \(path)")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CheckpointRefusal.notANote
        }
        return try Checkpoint(text, by: key)
    }

    private static func verify(
        _ reader: Reader,
        _ files: FilePlace?,
        against seen: Checkpoint?,
        by publicKey: Curve25519.Signing.PublicKey?
    ) throws -> Bool {
        var order = ReadingThroughOrder(
            excusing: ErasedPayloads.kinds,
            excuses: ErasedPayloads.named
        )
        order.publicKey = publicKey
        order.files = files
        if let seen { order.sizes = [seen.size] }
        order.progress = { read, all in
            FileHandle.standardError.write(Data("\r\(read) / \(all) peristiwa".utf8))
        }
        let found = try reader.readThroughBesideAServer(order)
        FileHandle.standardError.write(Data("\n".utf8))
        print(
            """
            Dibaca: \(found.computed.size) peristiwa, \(found.opened) isian dibuka, \
            \(found.erased) terhapus dengan sah, \(found.files) berkas, \(found.checkpoints) cap.
            Akar: \(found.computed.root)
            """
        )
        if publicKey != nil {
            print("\(found.unopened) isian tidak dibuka: tanpa kuncinya hanya segelnya diperiksa.")
        }
        for flaw in found.flaws.prefix(20) { print("TIDAK COCOK: \(flaw.sentence)") }
        if found.flaws.count > 20 { print("… dan \(found.flaws.count - 20) lagi.") }
        guard found.isConsistent else { return false }
        guard let seen else {
            print("Konsisten dengan dirinya sendiri, belum dibandingkan dengan saksi.")
            return true
        }
        let root = seen.size == 0 ? TreeHash.empty : found.roots[seen.size]
        let answer = WitnessAnswer(
            of: seen,
            try reader.placedOrigins(),
            root: root,
            size: found.computed.size
        )
        print(answer.sentence)
        return answer.isProven
    }
}

extension Flaw {
    /// What is wrong, and where.
    fileprivate var sentence: String {
        let place = stream.map { "peristiwa \(first) (\($0))" } ?? "peristiwa \(first)"
        switch what {
        case .unreadable: return "\(place) tidak terbaca atau tidak di tempatnya."
        case .eventChanged: return "isi \(place) telah diubah."
        case .someEventChanged:
            return "isi salah satu peristiwa \(first) sampai \(last) telah diubah."
        case .markChanged: return "tanda pemeriksa di samping \(place) diubah; isinya utuh."
        case .payloadChanged(let id): return "isian \(id.id) dari \(place) telah diubah atau rusak."
        case .payloadLost(let id):
            return "isian \(id.id) dari \(place) hilang, tanpa catatan penghapusan."
        case .keyChanged(let dossier):
            return "kunci map \(dossier) rusak: isinya tidak bisa dibuka lagi."
        case .fileChanged(let id): return "berkas unggahan \(id) telah diubah atau rusak."
        case .fileLost(let id):
            let source = first == 0 ? "" : " yang disebut \(place)"
            return "berkas unggahan \(id)\(source) hilang, tanpa catatan penghapusan."
        case .contentChanged(let digest):
            return "isi yang diterbitkan, \(hexadecimal(digest).prefix(16))…, telah diubah."
        case .subtreeChanged: return "hash yang disimpan untuk peristiwa sampai \(first) diubah."
        case .checkpointChanged: return "cap pada ukuran \(first) tidak cocok dengan peristiwanya."
        case .checkpointUnreadable:
            return "cap pada ukuran \(first) rusak atau ditandatangani kunci lain."
        case .headChanged: return "catatan berakhir pada \(first), berbeda dari kepalanya."
        }
    }
}

extension WitnessAnswer {
    fileprivate var isProven: Bool {
        switch self {
        case .proven: true
        case .changed, .cutOff, .lostTail, .foreign: false
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .proven(let size):
            "Terbukti: sampai peristiwa \(size) tidak ada yang berubah sejak cap saksi dibuat."
        case .changed(let size):
            "RIWAYAT TELAH DIUBAH: catatan sampai peristiwa \(size) bukan yang dilihat saksi."
        case .cutOff(let size):
            "RIWAYAT TELAH DIPOTONG: saksi pernah melihat \(size) peristiwa."
        case .lostTail(let size, let kept):
            """
            Cap saksi (\(size) peristiwa) dari masa sebelum pemulihan. Catatan sendiri menyebut \
            bahwa yang sesudah peristiwa \(kept) hilang waktu itu; cap ini tidak bisa \
            membuktikan sisanya. Pakai cap yang lebih lama atau lebih baru.
            """
        case .foreign: "Cap ini dari catatan lain, bukan dari catatan ini."
        }
    }
}
