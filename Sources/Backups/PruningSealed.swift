import Foundation
import Ledger
import Stories

/// Takes sealed files out of a place once nobody needs them.
///
/// What was erased goes at once, though kept backups name it: whoever asked to be forgotten is not
/// kept for a year. A mark stays in its place, so that those backups are still whole. What merely
/// came to nothing goes when no kept backup names it any more.
struct PruningSealed {
    let target: FolderTarget
    let keys: Keys
    /// Where it is kept which files belonged to dossiers, beside the data.
    let cache: URL

    /// - Parameters:
    ///   - current: the names, in the place, of the files that the record has now.
    ///   - isDaily: whether it is noted anew which files belong to dossiers.
    func run(keeping current: [String], of source: PageSource, isDaily: Bool) throws {
        let living = Set(current.map(Self.id))
        let others = try target.sealedNames().filter { !living.contains(Self.id($0)) }
        guard isDaily || !others.isEmpty else { return }
        let erased = try erased(source, noting: isDaily)
        guard !others.isEmpty else { return }
        let needed = try needed()
        var changed = false
        for name in others {
            let id = Self.id(name)
            let isNeeded = needed?.contains(id) ?? true
            let isErased = erased.contains(id)
            guard !isNeeded || (isErased && !FolderTarget.isMark(name)) else { continue }
            // First the mark: a file that is gone without one is a file that was lost.
            if isNeeded { try target.markErased(id) }
            try target.removeSealed(name)
            changed = true
        }
        if changed { try FolderTarget.flush(target.sealedFiles) }
    }

    private static func id(_ name: String) -> Substring { name.prefix { $0 != "." } }

    /// Files that once belonged to a dossier whose key was destroyed since.
    ///
    /// That their row is gone is not enough: a row may be lost by accident, and then the copy in
    /// this place is the last one.
    private func erased(_ source: PageSource, noting: Bool) throws -> Set<Substring> {
        var now: Set<Substring> = []
        for row in try source.rows("SELECT id, dossier FROM files") {
            now.insert("\(try row.id("id")) \(try row.id("dossier"))")
        }
        let list = cache.appending(path: "berkas-perkara")
        var known: Set<Substring> = []
        if FileManager.default.fileExists(atPath: list.path) {
            known = Set(try String(contentsOf: list, encoding: .utf8).split(separator: "\n"))
        }
        if noting {
            try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
            let lines = known.union(now).sorted().joined(separator: "\n")
            try Data(lines.utf8).write(to: list, options: .atomic)
        }
        var erased: Set<Substring> = []
        for line in known.subtracting(now) {
            let words = line.split(separator: " ")
            guard words.count == 2, let dossier = OpaqueID(String(words[1])),
                try !source.rows(
                    """
                    SELECT erased FROM keyring WHERE dossier = \(dossier) AND erased IS NOT NULL
                    """
                ).isEmpty
            else { continue }
            erased.insert(words[0])
        }
        return erased
    }

    /// What the backups of the place name; nil where one of them does not say.
    private func needed() throws -> Set<Substring>? {
        var needed: Set<Substring> = []
        for name in try target.backups() {
            do {
                for file in try BackupReader(target.path(name.text), keys: keys).sealedNames() {
                    needed.insert(Self.id(file))
                }
            } catch is BackupRefusal {
                return nil
            }
        }
        return needed
    }
}

extension BackupReader {
    private struct Enough: Error {}

    /// The sealed files that a backup names; they stand before its pages, so little is read.
    func sealedNames() throws -> [String] {
        var names: [String] = []
        do {
            try entries { entry in
                switch entry {
                case .sealed(let name): names.append(name)
                case .file: break
                case .page: throw Enough()
                }
            }
        } catch is Enough {
            // The rest is pages.
        }
        return names
    }
}

extension FolderTarget {
    private static let mark = ".dihapus"

    /// Whether a name is the mark of a file that was erased.
    static func isMark(_ name: String) -> Bool { name.hasSuffix(mark) }

    /// The names of sealed files, and of the marks of erased ones.
    func sealedNames() throws -> [String] {
        guard FileManager.default.fileExists(atPath: sealedFiles.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: sealedFiles.path)
            .filter { !$0.hasSuffix(".baru") }
            .sorted()
    }

    func removeSealed(_ name: String) throws {
        try FileManager.default.removeItem(at: sealedFiles.appending(path: name))
    }

    func markErased(_ id: Substring) throws {
        try Data().write(to: sealedFiles.appending(path: "\(id)\(Self.mark)"))
    }

    /// Whether a file that is not there was erased.
    func isErased(_ name: String) -> Bool {
        let id = name.prefix { $0 != "." }
        return FileManager.default.fileExists(
            atPath: sealedFiles.appending(path: "\(id)\(Self.mark)").path
        )
    }
}
