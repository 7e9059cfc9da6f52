/// The kind of a stream: `case`, `publication`, `post`, `calendar`.
package struct StreamKind: Hashable, Sendable, ExpressibleByStringLiteral {
    package let word: Code

    package init(_ word: Code) { self.word = word }

    package init(stringLiteral value: StaticString) { word = Code(literal: value) }
}

/// One history in the record: its kind and the opaque id of what it is about.
package struct Stream: Hashable, Sendable, CustomStringConvertible {
    package let kind: StreamKind
    package let id: OpaqueID

    package init(_ kind: StreamKind, _ id: OpaqueID) {
        self.kind = kind
        self.id = id
    }

    /// The stream in one word, as it stands in an event: `case/1f…`.
    package var description: String { "\(kind.word)/\(id)" }
}

/// How many facts a stream holds; 0 before the first.
package struct Version: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
    package let count: Int64

    package init(_ count: Int64) { self.count = count }

    package init(integerLiteral value: Int64) { count = value }

    package static func < (a: Version, b: Version) -> Bool { a.count < b.count }

    package static func + (a: Version, n: Int) -> Version { Version(a.count + Int64(n)) }
}
