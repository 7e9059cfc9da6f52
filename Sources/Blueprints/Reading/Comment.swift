/// A comment of a file, kept because it is the author's.
package struct Comment: Hashable, Sendable {
    package let place: Place

    /// Without the `#` and the space behind it.
    package let text: String

    /// Whether it stands behind a value and not on a line of its own.
    package let isBehind: Bool
}
