import Foundation
import Ledger
import Stories
import Synchronization

/// Says on the way why a start takes so long: views are made again, and how far that is.
final class TellingOfRebuild: Sendable {
    private let data: URL
    private let told = Mutex<(percent: Int64, isTelling: Bool)>((0, false))

    /// - Parameter data: the folder in which the mark of the last time is left.
    init(data: URL) { self.data = data }

    /// The file whose age says when views were last made again.
    static func mark(in data: URL) -> URL { data.appending(path: "pandangan.disusun") }

    func tell(_ step: RebuildStep) {
        switch step {
        case .begun(let views, let events):
            told.withLock { $0 = (0, events > 0) }
            guard events > 0 else { return }
            say(
                "susunan \(views.count) pandangan berubah; disusun ulang dari \(events) "
                    + "peristiwa. Situs menjawab setelah selesai."
            )
        case .at(let seq, of: let all):
            let percent = seq * 100 / max(1, all) / 10 * 10
            let isNew = told.withLock { told in
                guard told.isTelling, percent > told.percent, percent < 100 else { return false }
                told.percent = percent
                return true
            }
            if isNew { say("menyusun ulang: \(percent) %") }
        case .done:
            guard told.withLock({ $0.isTelling }) else { return }
            say("pandangan selesai disusun ulang.")
            leaveMark()
        }
    }

    private func leaveMark() {
        let file = Self.mark(in: data)
        guard
            FileManager.default.createFile(
                atPath: file.path,
                contents: Data(),
                attributes: [.posixPermissions: 0o600]
            )
        else { return say("\(file.path) tidak bisa ditulis; doctor tidak akan tahu waktunya.") }
    }

    private func say(_ words: String) {
        FileHandle.standardError.write(Data("serasan: \(words)\n".utf8))
    }
}
