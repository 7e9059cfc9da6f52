import Crypto
import Foundation
import Ledger

/// A short hash of each page as a backup leaves it, to find what changed since.
struct PageSums: Equatable {
    private static let width = 16
    private(set) var bytes: [UInt8] = []

    func matches(_ page: Int, _ sum: [UInt8]) -> Bool {
        let start = (page - 1) * Self.width
        return start + Self.width <= bytes.count
            && bytes[start..<start + Self.width].elementsEqual(sum)
    }

    mutating func set(_ page: Int, _ sum: [UInt8]) {
        let start = (page - 1) * Self.width
        if bytes.count < start + Self.width {
            bytes += [UInt8](repeating: 0, count: start + Self.width - bytes.count)
        }
        bytes.replaceSubrange(start..<start + Self.width, with: sum)
    }

    static func sum(_ page: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: page).prefix(width)) }

    /// The sums that a backup left, from beside the data, or else from the backup itself.
    static func of(
        _ name: BackupName,
        in target: FolderTarget,
        cache: URL,
        keys: Keys
    ) throws -> PageSums {
        let kept = cache.appending(path: name.text)
        if FileManager.default.fileExists(atPath: kept.path) {
            return PageSums(bytes: [UInt8](try Data(contentsOf: kept)))
        }
        var sums = PageSums()
        for reader in try BackupChain(to: name, in: target, keys: keys).readers {
            try reader.entries { entry in
                guard case .page(let number, let page) = entry else { return }
                sums.set(number, sum(page))
            }
        }
        return sums
    }

    func keep(_ name: BackupName, in cache: URL) throws {
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        try Data(bytes).write(to: cache.appending(path: name.text), options: .atomic)
    }
}

/// The backups that stand over each other: the month's, the day's, the quarter of an hour's.
struct BackupChain {
    /// From the month's on.
    let readers: [BackupReader]

    init(to name: BackupName, in target: FolderTarget, keys: Keys) throws {
        var readers = [try BackupReader(target.path(name.text), keys: keys)]
        while let base = readers[0].header.base {
            guard readers.count < 3, BackupName(base) != nil else {
                throw BackupRefusal.damaged(readers[0].name)
            }
            let below = try BackupReader(target.path(base), keys: keys)
            guard below.header.pageSize == readers[0].header.pageSize else {
                throw BackupRefusal.damaged(base)
            }
            readers.insert(below, at: 0)
        }
        // A whole file under another's name is still the wrong one.
        for reader in readers where !reader.name.contains("-\(reader.header.id.prefix(8)).") {
            throw BackupRefusal.damaged(reader.name)
        }
        guard readers[0].header.level == .month else {
            throw BackupRefusal.damaged(readers[0].name)
        }
        self.readers = readers
    }
}
