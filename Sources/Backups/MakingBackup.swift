package import Foundation
package import Ledger
import Stories

/// Makes one backup of a record in a target.
package struct MakingBackup {
    package struct Outcome: Hashable, Sendable {
        package let name: BackupName
        package let size: Int64
        package let root: String
        /// Pages that were written, of how many.
        package let written: Int
        package let pages: Int
        package let bytes: Int64
        package let keyring: Int64
    }

    let target: FolderTarget
    let keys: Keys
    /// Where sums of pages lie, beside the data.
    let cache: URL

    package init(into target: FolderTarget, keys: Keys, cache: URL) {
        self.target = target
        self.keys = keys
        self.cache = cache
    }

    /// - Parameters:
    ///   - files: files of the regency's folder that go along, by their paths in it.
    ///   - sealed: the folder of the sealed files of dossiers.
    package func make(
        of source: PageSource,
        files: [(path: String, bytes: [UInt8])],
        sealed: URL,
        now: Date
    ) throws -> Outcome {
        let existing = try target.backups()
        try refuseForeign(existing, than: source)
        let id = hexadecimal(Draw.random.id().bytes)
        let (level, base) = try level(now, over: existing, pageSize: source.pageSize)
        let name = BackupName(made: now, level: level, id: id)
        let before =
            try base.map {
                try PageSums.of($0, in: target, cache: cache, keys: keys)
            } ?? PageSums()
        let names = try target.copySealed(from: sealed)
        let keyring = try KeyringExport.keep(of: source, keys: keys, in: target, made: now)
        let header = BackupHeader(
            id: id,
            installation: BackupHeader.installation(of: keys),
            level: level,
            base: base?.text,
            made: Int64(now.timeIntervalSince1970 * 1000),
            size: source.head.size,
            root: source.head.root.description,
            schema: source.schema,
            pageSize: source.pageSize,
            pageCount: source.pageCount,
            keyring: keyring,
            origin: source.origins.current?.id.description
        )
        var after = PageSums()
        var written = 0
        try target.put(name.text) { path in
            let writer = try BackupWriter(path, header, keys: keys)
            for file in files { try writer.add(.file(file.path, file.bytes)) }
            for file in names { try writer.add(.sealed(file)) }
            for number in 1..<source.pageCount + 1 {
                let page = try source.page(number)
                let sum = PageSums.sum(page)
                after.set(number, sum)
                if before.matches(number, sum) { continue }
                try writer.add(.page(number, page))
                written += 1
            }
            try writer.finish()
            try readBack(path, over: before, expecting: after, pages: source.pageCount)
        }
        if level != .quarter { try after.keep(name, in: cache) }
        try prune()
        try PruningSealed(target: target, keys: keys, cache: cache)
            .run(keeping: names, of: source, isDaily: level != .quarter)
        return try outcome(name, header, written: written)
    }

    private func outcome(
        _ name: BackupName,
        _ header: BackupHeader,
        written: Int
    ) throws -> Outcome {
        let size = try target.path(name.text).resourceValues(forKeys: [.fileSizeKey]).fileSize
        return Outcome(
            name: name,
            size: header.size,
            root: header.root,
            written: written,
            pages: header.pageCount,
            bytes: Int64(size ?? 0),
            keyring: header.keyring
        )
    }

    /// Backups of another key are left alone, and of another folder: one of the two would be lost
    /// in the other's order.
    private func refuseForeign(_ existing: [BackupName], than source: PageSource) throws {
        guard let newest = existing.last else { return }
        let header: BackupHeader
        do {
            header = try BackupReader(target.path(newest.text), keys: keys).header
        } catch BackupRefusal.otherKey {
            throw BackupRefusal.otherInstallation
        } catch is BackupRefusal {
            // A damaged one is no reason not to make a good one.
            return
        }
        guard try source.follows(header) else { throw BackupRefusal.otherFolder }
    }

    /// What is due now, and what it builds on.
    private func level(
        _ now: Date,
        over existing: [BackupName],
        pageSize: Int
    ) throws -> (BackupLevel, BackupName?) {
        let stamp = BackupName.stamp(now)
        let month = existing.last { $0.level == .month && $0.month == stamp.prefix(6) }
        guard let month, header(month)?.pageSize == pageSize else { return (.month, nil) }
        let day = existing.last { name in
            name.level == .day && name.day == stamp.prefix(8)
                && header(name)?.base == month.text
        }
        return day.map { (.quarter, $0) } ?? (.day, month)
    }

    /// The header of a backup; nil where it cannot be built on.
    private func header(_ name: BackupName) -> BackupHeader? {
        do {
            return try BackupReader(target.path(name.text), keys: keys).header
        } catch {
            // Damaged, foreign or gone: then the next one starts anew.
            return nil
        }
    }

    private func readBack(
        _ path: URL,
        over before: PageSums,
        expecting after: PageSums,
        pages: Int
    ) throws {
        var found = before
        try BackupReader(path, keys: keys).entries { entry in
            guard case .page(let number, let page) = entry else { return }
            found.set(number, PageSums.sum(page))
        }
        guard found.bytes.starts(with: after.bytes) else {
            throw BackupRefusal.damaged(path.lastPathComponent)
        }
    }

    /// Removes what is too many, but nothing that a kept one builds on.
    private func prune() throws {
        let all = try target.backups()
        var kept = Set(Retention.kept(of: Set(all)).map(\.text))
        for name in all.reversed() where kept.contains(name.text) {
            if let base = header(name)?.base { kept.insert(base) }
        }
        for name in all where !kept.contains(name.text) {
            try target.remove(name.text)
            let sums = cache.appending(path: name.text)
            if FileManager.default.fileExists(atPath: sums.path) {
                try FileManager.default.removeItem(at: sums)
            }
        }
    }
}
