import ArgumentParser
import Blueprints
import Cases
import Crypto
import Feel
import Foundation
import Ledger
import Stories

/// What can be asked of a receipt that a citizen kept.
struct ReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Memeriksa bukti tanda terima yang disimpan warga.",
        subcommands: [ReceiptVerify.self]
    )
}

/// Checks a receipt without the record and without a network.
struct ReceiptVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Memeriksa berkas bukti (.json) tanpa internet dan tanpa folder kabupaten.",
        discussion: """
            Kunci tertulis di /bukti; cocokkan sidiknya dengan yang tercetak di tanda terima. \
            Kode keluar: 0 sah, 2 tidak sah atau berkas tidak bisa dipakai.
            """
    )

    @Argument(help: "Berkas bukti yang diunduh dari halaman permohonan.")
    var file: String

    @Option(help: "Kunci publik dari /bukti, atau nama berkas yang berisi kunci itu.")
    var key: String

    @Flag(help: "Jangan tampilkan isian yang dikirim.")
    var tanpaIsian = false

    func run() async throws {
        try await telling {
            let key = try PublicKeyOption.read(key)
            let proof = try ReceiptProof(file: try Self.bytes(of: file))
            print(try told(try proof.check(by: key)))
        }
    }

    /// No more than a receipt can have: whatever is longer is refused unread.
    private static func bytes(of path: String) throws -> [UInt8] {
        let handle: FileHandle
        do {
            handle = try FileHandle(forReadingFrom: URL(filePath: path))
        } catch {
            throw CommandFailure("Berkas tidak bisa dibaca: \(path)")
        }
        defer { handle.closeFile() }
        do {
            return Array(try handle.read(upToCount: ReceiptProof.longest + 1) ?? Data())
        } catch {
            throw CommandFailure("Berkas tidak bisa dibaca: \(path)")
        }
    }

    private func told(_ proven: ProvenReceipt) throws -> String {
        let head = proven.checkpoint
        var lines = [
            "SAH.", "", "Terbukti:",
            "- Peristiwa ini tercatat pada urutan \(proven.event.seq) dari \(head.size), di catatan "
                + "\(head.name).",
        ]
        lines += try about(proven.event)
        lines.append(
            proven.opened.isEmpty
                ? "- Tidak ada isian dalam bukti ini."
                : "- \(proven.opened.count) isian di bawah ini sama persis dengan yang dikirim."
        )
        lines += ["", "Tidak terbukti:", "- Bahwa isian itu benar."]
        lines.append(
            "- Bahwa kantor masih menyimpannya sekarang, atau apa yang terjadi sesudahnya."
        )
        if !proven.closed.isEmpty {
            let fields = proven.closed.map(Self.name).joined(separator: ", ")
            lines.append(
                "- Isi dari: \(fields) (tidak ada dalam bukti ini; mungkin sudah dihapus)."
            )
        }
        lines += [
            "", "Kunci dengan sidik \(proven.key.fingerprint) menandatangani cap itu.",
            "Cocokkan sidik ini dengan yang tercetak di tanda terima.",
        ]
        if !tanpaIsian { lines += proven.opened.flatMap(Self.content) }
        return lines.joined(separator: "\n")
    }

    /// What a submission says of itself.
    private func about(_ event: RecordedEvent) throws -> [String] {
        guard event.stream.kind == CaseStory.kind,
            case .submitted(let said) =
                try event.fact(CaseFact.self).what
        else { return ["- Jenisnya \(event.kind), dicatat \(Self.moment(event.at))."] }
        return [
            "- Permohonan nomor \(said.tracking), layanan \(said.service).",
            "- Diterima \(Self.moment(said.received)), dicatat \(Self.moment(event.at)).",
        ]
    }

    private static func moment(_ moment: Instant) -> String {
        Date(timeIntervalSince1970: Double(moment.milliseconds / 1000)).formatted(.iso8601)
    }

    private static func name(_ field: String) -> String {
        switch field {
        case "answers": "jawaban"
        case "delay": "alasan terlambat dicatat"
        case "scan": "catatan pindaian"
        case _: field
        }
    }

    private static func content(_ field: String, _ bytes: [UInt8]) -> [String] {
        let heading = ["", "Isian: \(name(field))"]
        guard let answers = TypedAnswers(canonicalBytes: bytes) else {
            return heading + [shown(String(decoding: bytes, as: UTF8.self))]
        }
        let values = answers.values.sorted { $0.key < $1.key }
        return heading + values.map { "  \($0.key.text): \(shown($0.value.description))" }
    }

    /// A stranger's file must not steer the terminal on which it is read.
    private static func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isControl = scalar.properties.generalCategory == .control
                    return isControl && scalar != "\n" ? "\u{FFFD}" : scalar
                }
            )
        )
    }
}

/// A public key as it is given to a command: the text itself, or a file that holds it.
enum PublicKeyOption {
    static func read(_ text: String) throws -> Curve25519.Signing.PublicKey {
        var text = text
        if FileManager.default.fileExists(atPath: text),
            let bytes = FileManager.default.contents(atPath: text)
        {
            text = String(decoding: bytes.prefix(10_000), as: UTF8.self)
        }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let key = NoteKey(trimmed) else {
            throw CommandFailure(
                "Kunci itu bukan kunci Serasan. Salin seluruh baris kunci dari /bukti."
            )
        }
        return key.key
    }
}
