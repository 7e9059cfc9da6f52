import Backups
import Foundation
import Keeping
import Ledger
import LedgerSQLite
import Stories

/// Tries whether the newest backup of a place becomes the record again: restored into a folder for
/// trying, read through, compared with the record that goes on, and removed.
struct DrillOfBackup {
    struct Done {
        var tried: TriedRestore
        /// Why it failed, in a sentence; nil where all was as it has to be.
        var sentence: String?
        var name: String?
    }

    let folder: RegencyFolder
    /// Where the record stands meanwhile; it must not be there yet.
    let scratch: URL

    func run(
        from target: FolderTarget,
        paper: String,
        _ tried: TriedRestore
    ) async throws -> Done {
        let begun = ContinuousClock.now
        var done = Done(tried: tried)
        do {
            try await restore(target, paper: paper, &done)
        } catch let refusal as BackupRefusal {
            guard let trouble = refusal.troubleOfDrill else { throw refusal }
            done.tried.trouble = trouble
            done.sentence = refusal.sentence
        }
        done.tried.seconds = begun.duration(to: .now).components.seconds
        return done
    }

    private func restore(
        _ target: FolderTarget,
        paper: String,
        _ done: inout Done
    ) async throws {
        guard let keys = Keys.ofRoot(fromPaper: paper) else {
            throw BackupRefusal.unreadablePaper
        }
        let reading = try ReadingBackup(from: target, keys: keys, knowing: Migrations.all.count)
        done.name = reading.name.text
        done.tried.backup = Instant(milliseconds: reading.header.made)
        try expectRoom(for: reading)
        defer { FileManager.default.removeLitter(scratch) }
        let outcome = try await RestoredFolder(scratch.path).restore(reading, paper: paper)
        done.tried.size = outcome.head.size
        done.tried.root = outcome.head.root
        if let sentence = try compare(outcome) {
            done.tried.trouble = .record
            done.sentence = sentence
            return
        }
        try await readPapers(&done)
    }

    /// Twice what is written: the write-ahead log may grow to the size of the record.
    private func expectRoom(for reading: ReadingBackup) throws {
        let about = try FileManager.default.attributesOfFileSystem(
            forPath: scratch.deletingLastPathComponent().path
        )
        let free = (about[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let needed = Int64(reading.header.pageCount) * Int64(reading.header.pageSize) * 2
        guard free > needed else {
            throw CommandFailure(
                "Ruang disk di \(scratch.deletingLastPathComponent().path) tidak cukup untuk "
                    + "latihan: perlu \(needed / 1_000_000 + 1) MB. Sebutkan folder lain dengan "
                    + "--scratch."
            )
        }
    }

    /// Whether the record that goes on had this very head at that size.
    private func compare(_ outcome: RestoredFolder.Outcome) throws -> String? {
        let pages = try PagesOfRecord(of: folder)
        defer { pages.close() }
        guard outcome.gone == 0 else {
            return "\(outcome.gone) isi tidak ada di cadangan, dan tidak ada yang menghapusnya."
        }
        guard try pages.root(at: outcome.head.size) == outcome.head.root else {
            return "Catatan yang dipulihkan bukan awal dari catatan yang berjalan."
        }
        return nil
    }

    /// Counts the letters, and opens every file of people with its key.
    private func readPapers(_ done: inout Done) async throws {
        let data = scratch.appending(path: "data", directoryHint: .isDirectory)
        let keys = try Keys.open(in: data.appending(path: "kunci").path)
        let record = try await OpenRecord.open(data: data, keys: keys)
        do {
            let (letters, files) = try await record.store.read { reader in
                (
                    try reader.row("SELECT count(*) AS n FROM letters")?.int("n") ?? 0,
                    try reader.rows("SELECT id, dossier FROM files ORDER BY id").map { row in
                        (id: try row.id("id"), dossier: DossierID(try row.id("dossier")))
                    }
                )
            }
            done.tried.letters = letters
            var opened: Int64 = 0
            for file in files where try await opens(file.id, of: file.dossier, in: record) {
                opened += 1
            }
            done.tried.files = opened
            if opened < files.count {
                done.tried.trouble = .files
                done.sentence =
                    "\(Int64(files.count) - opened) berkas pemohon tidak ada atau tidak terbuka."
            }
        } catch {
            try await record.store.close()
            throw error
        }
        try await record.store.close()
    }

    private func opens(
        _ file: OpaqueID,
        of dossier: DossierID,
        in record: OpenRecord
    ) async throws -> Bool {
        do {
            return try await record.files.read(file, in: dossier) != nil
        } catch {
            // Missing, or not what was sealed: that is what the drill is for.
            return false
        }
    }
}

extension BackupRefusal {
    /// What a drill records of it; nil where the drill did not take place at all.
    fileprivate var troubleOfDrill: TriedRestore.Trouble? {
        switch self {
        case .noBackup, .damaged, .truncated, .missing, .noKeyring, .olderKeyring: .backup
        case .otherHead: .record
        case .noTarget, .otherKey, .otherInstallation, .otherFolder, .notTakenOver, .newerFormat,
            .newerDatabase, .keysChanging, .folderInUse, .unreadablePaper:
            nil
        }
    }
}
