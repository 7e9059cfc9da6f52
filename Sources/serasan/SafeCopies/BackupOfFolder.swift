import Backups
import Foundation
import Stories

/// Backs up the folder of a regency, whoever serves it meanwhile.
struct BackupOfFolder {
    private static let mostOfFile = 50_000_000

    let folder: RegencyFolder

    init(_ folder: RegencyFolder) { self.folder = folder }

    func make(into target: FolderTarget, now: Date) throws -> MakingBackup.Outcome {
        let begun = ContinuousClock.now
        let pages = try PagesOfRecord(of: folder)
        defer { pages.close() }
        // Not before: until the pages stand still, others wait for us.
        Yielding.begin()
        let making = MakingBackup(
            into: target,
            keys: pages.keys,
            cache: folder.data.appending(path: "cadangan-halaman", directoryHint: .isDirectory)
        )
        let made = try making.make(
            of: pages.source(),
            files: try ownFiles(),
            sealed: folder.data.appending(path: "berkas"),
            now: now
        )
        try HealthOfTargets(folder).note(
            made,
            in: RegencyFolder.normal(target.folder.path),
            at: .now,
            took: Int(begun.duration(to: .now).components.seconds)
        )
        // From the age of this file doctor and /kelola know how old the last backup is.
        try Data().write(to: folder.data.appending(path: "cadangan-terakhir"))
        return made
    }

    /// What the regency wrote itself: its file, tables, blueprints, settings; nothing of `data`.
    private func ownFiles() throws -> [(path: String, bytes: [UInt8])] {
        guard let all = FileManager.default.enumerator(atPath: folder.root.path) else { return [] }
        var found: [(path: String, bytes: [UInt8])] = []
        for case let path as String in all {
            if path == "data" || path.hasPrefix(".") {
                all.skipDescendants()
                continue
            }
            guard all.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            let file = folder.root.appending(path: path)
            let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= Self.mostOfFile else {
                throw CommandFailure("\(path) terlalu besar untuk ikut dicadangkan (50 MB).")
            }
            found.append((path, [UInt8](try Data(contentsOf: file))))
        }
        return found.sorted { $0.path < $1.path }
    }
}
