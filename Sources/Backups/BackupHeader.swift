import Crypto
package import Foundation
package import Ledger
import Stories

/// What a backup holds: everything, what changed since the month's, what changed since the day's.
package enum BackupLevel: String, Codable, CaseIterable, Sendable {
    case month = "bulan"
    case day = "hari"
    case quarter = "seperempat"

    /// How many are kept; one that a kept one builds on stays as well.
    package var kept: Int {
        switch self {
        case .month: 12
        case .day: 30
        case .quarter: 96
        }
    }
}

/// What stands in the clear at the start of a backup file; every sealed part is bound to it.
package struct BackupHeader: Codable, Hashable, Sendable {
    static let format = 1

    package var format = Self.format
    /// 32 hexadecimal digits, random; the file's key is derived with it.
    package var id: String
    /// What the root key makes of a fixed word: another key, another installation.
    package var installation: String
    package var level: BackupLevel?
    /// The name of the backup whose pages stand under these.
    package var base: String?
    /// Milliseconds.
    package var made: Int64
    package var size: Int64
    package var root: String
    package var schema: Int
    package var pageSize: Int
    package var pageCount: Int
    /// The keyring that this backup needs at least; of a keyring its own number.
    package var keyring: Int64
    /// Of a keyring: its key-encryption keys, by their ids, and the mark of the last erasure for
    /// which they were not yet renewed.
    package var wrappings: [String] = []
    package var erasure: String?
    /// Under which origin the log counted; nil in a backup of before its first start.
    package var origin: String?

    /// The head that this backup holds, as a log that follows it cites it.
    package var cited: CitedHead? {
        guard let digits = bytes(hexadecimal: root), let hash = TreeHash(bytes: digits)
        else { return nil }
        return CitedHead(size: size, root: hash, origin: origin.flatMap { OpaqueID($0) })
    }

    package static func installation(of keys: Keys) -> String {
        hexadecimal(keys.mark(Code(literal: "installation"), []).prefix(16))
    }
}

/// The name of a backup: its moment, level and the beginning of its id, so that names sort by time.
package struct BackupName: Hashable, Comparable, Sendable {
    package let text: String
    package let level: BackupLevel

    init(made: Date, level: BackupLevel, id: String) {
        text = "\(Self.stamp(made))-\(level.rawValue)-\(id.prefix(8)).cadangan"
        self.level = level
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 16, parts[2].hasSuffix(".cadangan"),
            let level = BackupLevel(rawValue: String(parts[1]))
        else { return nil }
        self.text = text
        self.level = level
    }

    /// `20261126T065307Z`.
    package static func stamp(_ moment: Date) -> String {
        moment.formatted(
            .iso8601.year().month().day().dateSeparator(.omitted)
                .time(includingFractionalSeconds: false).timeSeparator(.omitted)
        ) + "Z"
    }

    package var stamp: String { String(text.prefix(16)) }
    var month: Substring { text.prefix(6) }
    var day: Substring { text.prefix(8) }

    package static func < (one: BackupName, other: BackupName) -> Bool { one.text < other.text }
}
