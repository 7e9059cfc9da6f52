import CDisk
import Foundation

/// What the file system does with two names in one step, so that no crash falls in between.
package enum OneStep {
    /// Two names change places; the number of the error, or nil where it is done.
    package static func exchange(_ one: String, _ other: String) -> Int32? {
        rename(one, other, how: 2)
    }

    /// A name moves to one that nobody has; the number of the error, or nil where it is done.
    package static func move(_ one: String, _ other: String) -> Int32? {
        rename(one, other, how: 1)
    }

    /// `how` is Linux' RENAME_NOREPLACE (1) or RENAME_EXCHANGE (2).
    private static func rename(_ one: String, _ other: String, how: UInt32) -> Int32? {
        renameat2(AT_FDCWD, one, AT_FDCWD, other, how) == 0 ? nil : errno
    }
}
