/// A word that keys something: a question, a step, the name of a field.
///
/// Compared byte by byte, unlike `String`, for which two spellings of "é" are one: files that
/// differ in bytes must differ here, or a digest would change without a visible edit.
package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral text: String) {
        self.text = text
    }

    package var description: String { text }

    package static func == (left: ID, right: ID) -> Bool {
        left.text.utf8.bytes(with: right.text.utf8) { $0.elementsEqual($1) }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }

    package static func < (left: ID, right: ID) -> Bool {
        left.text.utf8.bytes(with: right.text.utf8) { $0.lexicographicallyPrecedes($1) }
    }
}

extension ID {
    /// The slot that says under which parent a thing stands: a child whose text is the parent's id.
    package static let place: ID = "@in"

    /// The slot that holds the order of a collection; it shows up in edits only, never in a tree.
    package static let order: ID = "@order"

    /// The anchor of an insert that comes before everything else in its collection.
    package static let first: ID = "@first"

    /// What the ids of a receiver's own additions begin with, so that no later upstream id collides.
    package static let localPrefix = "lokal_"

    /// Whether the id belongs to a receiver's own addition.
    package var isLocal: Bool { text.utf8.starts(with: Self.localPrefix.utf8) }

    /// Whether the id is one of ours and may not be written in a file.
    package var isReserved: Bool { text.utf8.first == UInt8(ascii: "@") }
}

extension String.UTF8View {
    /// Hands both texts over as bytes: ids are compared so often that a view of each byte shows.
    fileprivate func bytes(
        with other: Self,
        _ compare: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        func both(_ left: UnsafeBufferPointer<UInt8>) -> Bool {
            other.withContiguousStorageIfAvailable { compare(left, $0) }
                ?? Array(other).withUnsafeBufferPointer { compare(left, $0) }
        }
        return withContiguousStorageIfAvailable(both)
            ?? Array(self).withUnsafeBufferPointer(both)
    }
}
