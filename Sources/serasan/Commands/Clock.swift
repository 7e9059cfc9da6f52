import ArgumentParser
import Crypto
import Foundation
import Ledger
import Office
import Services
import Stories

/// Lets the record's time be that of the machine again, after a clock that ran ahead.
struct Clock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mengembalikan waktu catatan ke jam server yang sudah benar.",
        discussion: """
            Untuk jam server yang pernah terlalu maju: yang tercatat saat itu tetap bertanggal \
            seperti tertulis, dan sesudahnya waktu dihitung lagi dari jam server. Alasannya \
            dicatat. Betulkan dulu jamnya, dan hentikan server selama perintah ini berjalan.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Option(help: "Mengapa: apa yang terjadi dengan jamnya. Terbaca siapa saja di catatan.")
    var reason: String

    func run() async throws {
        try await telling {
            let words = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard (10...500).contains(words.count) else {
                throw CommandFailure("Tulis alasannya dengan 10 sampai 500 huruf.")
            }
            let record = try await OpenRecord.open(RegencyFolder(dir))
            let was = try await correct(record, because: words)
            try await record.store.close()
            print(
                "Dicatat. Catatan sampai \(was) tetap bertanggal seperti tertulis; mulai sekarang "
                    + "waktu dihitung dari jam server. Surat tidak bertanggal lebih awal daripada "
                    + "surat terakhir di agendanya."
            )
        }
    }

    /// - Returns: the last day that the record had reached.
    private func correct(_ record: OpenRecord, because words: String) async throws -> Day {
        let store = record.store
        let now = Instant.now
        let (was, zone) = try await store.read { reader in
            (try reader.lastMoment() ?? now, try reader.zoneInForce() ?? .wib)
        }
        let content = Array(words.utf8)
        let fact = ClockFact.corrected(
            ClockCorrection(
                was: was,
                now: now,
                reason: Public(digest: Array(SHA256.hash(data: content)))
            )
        )
        let stream = ClockStory.stream
        let (state, version) = try await store.state(of: stream, as: ClockStory.self)
        let decision: Decision<ClockFact>
        do {
            decision = try ClockStory.decide(state, fact, ())
        } catch {
            throw CommandFailure(error.sentence)
        }
        var append = try Append(
            decision,
            to: stream,
            at: now,
            by: .system,
            expecting: [stream: version]
        )
        append.content = [content]
        guard case .recorded = try await store.append(append) else {
            throw CommandFailure("Catatan sedang dipakai. Hentikan server, lalu coba lagi.")
        }
        return zone.day(was)
    }
}
