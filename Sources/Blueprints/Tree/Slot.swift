/// A place in a tree, addressed by ids: printed `question/nama_usaha/ask`.
///
/// It contains no parent: where a thing stands is a slot of its own (`ID.place`, `ID.order`), so
/// that a thing can be moved by one side and edited by the other.
package struct Slot: Hashable, Comparable, Sendable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    package let path: [ID]

    package init(_ path: [ID]) {
        self.path = path
    }

    /// Reads what `description` prints.
    package init(_ text: String) {
        path = text.split(separator: "/").map { ID(String($0)) }
    }

    package init(stringLiteral text: String) {
        self.init(text)
    }

    /// The slot of the whole tree.
    package static let root = Slot([] as [ID])

    package var description: String {
        path.map(\.text).joined(separator: "/")
    }

    /// The last word of the address; none for the root.
    package var last: ID? { path.last }

    /// The slot that this one is part of; the root is part of itself.
    package var parent: Slot { Slot(Array(path.dropLast())) }

    package func child(_ id: ID) -> Slot {
        Slot(path + [id])
    }

    /// Whether `other` is this slot or lies inside it.
    package func holds(_ other: Slot) -> Bool {
        other.path.starts(with: path)
    }

    package static func < (left: Slot, right: Slot) -> Bool {
        left.path.lexicographicallyPrecedes(right.path)
    }
}
