import ArgumentParser
import Foundation
import Server

/// Examines a regency's server and says in plain sentences what to look after.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Memeriksa server satu kabupaten.",
        discussion: """
            Satu baris satu hal: OK, PERHATIAN, atau BAHAYA. Tidak ada yang diubah; boleh \
            dijalankan selagi situs berjalan. Kode keluar: 0 semua OK, 1 ada PERHATIAN, \
            2 ada BAHAYA.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Berkas pengaturan; bawaan: serasan.conf di folder kabupaten.")
    var settings: String?

    @Flag(help: "Tulis sebagai JSON.")
    var json = false

    func run() async throws {
        var worst = Finding.Level.fine
        try await telling {
            let examination = try Examination(RegencyFolder(dir), settings: settings)
            let findings = try await examination.findings()
            worst = findings.worst
            print(json ? try Self.json(findings) : findings.text, terminator: "")
        }
        if worst != .fine { throw ExitCode(Int32(worst.rawValue)) }
    }

    private struct Told: Encodable {
        let status: String
        let findings: [Line]

        struct Line: Encodable {
            let status: String
            let topic: String
            let sentence: String
        }
    }

    private static func json(_ findings: [Finding]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let told = Told(
            status: findings.worst.word,
            findings: findings.map {
                .init(status: $0.level.word, topic: $0.topic, sentence: $0.sentence)
            }
        )
        return String(decoding: try encoder.encode(told), as: UTF8.self) + "\n"
    }
}
