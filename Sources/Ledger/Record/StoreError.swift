/// What the world did to the record: a full disk, a failed commit, a damaged row.
///
/// Its `description` says no more than the kind, so that it may be shown by mistake;
/// `String(reflecting:)` says all and belongs in the log.
package struct StoreError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What kind of failure it is, which decides what to answer.
    package enum Kind: Hashable, Sendable {
        /// The commit may or may not have happened: "belum pasti, kirim ulang" (503).
        case unknown
        /// No room left; nothing was recorded, and the record goes on when there is room.
        case diskFull
        /// The record is closed or shut off after a failed commit; nothing was recorded.
        case closed
        /// The dossier was erased: nothing can be sealed in it any more.
        case erased
        /// Another node made the key of the same dossier first; nothing was recorded.
        case raced
        /// Others who write were in the way, or held it up too long; nothing was recorded, and the
        /// same may be tried again.
        case crowded
        /// Whoever decided has other rights by now; nothing was recorded.
        case overtaken
        /// A newer program has changed the tables: this one records nothing more.
        case outdated
        /// Bytes, rows or keys that are not what they must be.
        case damaged
        /// A key file, the database file or its folder cannot be used.
        case unusable
        /// The engine refused a statement; nothing was recorded.
        case engine
    }

    package let kind: Kind
    package let detail: String
    package let underlying: (any Error)?

    package init(_ kind: Kind, _ detail: String, underlying: (any Error)? = nil) {
        self.kind = kind
        self.detail = detail
        self.underlying = underlying
    }

    package var description: String { "StoreError(\(kind))" }

    package var debugDescription: String {
        let cause = underlying.map { ", underlying: \(String(reflecting: $0))" } ?? ""
        return "StoreError(\(kind): \(detail)\(cause))"
    }
}
