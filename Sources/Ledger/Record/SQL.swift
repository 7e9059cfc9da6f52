/// A statement and the values bound to it.
///
/// An interpolated value is always bound, never pasted, so there is nothing to escape. Write only
/// what SQLite and PostgreSQL share: `BIGINT`, `TEXT`, `BLOB`, `ON CONFLICT`, `RETURNING`.
///
///     let inbox: SQL = "SELECT id, due FROM inbox WHERE unit = \(unit) ORDER BY due LIMIT \(20)"
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The statement with `$1`, `$2`, … where values are bound.
    package let text: String
    package let values: [SQLValue]
    private let pieces: [String]

    /// A statement whose text already holds `$1`, `$2`, … in this order.
    ///
    /// It cannot be spliced into another. It is for the statements of every append: a literal costs
    /// nothing to make.
    package init(text: String, _ values: [SQLValue] = []) {
        self.text = text
        self.values = values
        pieces = []
    }

    package init(stringLiteral value: String) {
        text = value
        values = []
        pieces = [value]
    }

    private init(text: String, values: [SQLValue], pieces: [String]) {
        self.text = text
        self.values = values
        self.pieces = pieces
    }

    /// The same statement with other values.
    func replacing(_ values: [SQLValue]) -> SQL { SQL(text: text, values: values, pieces: pieces) }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
        values = stringInterpolation.values
        var text = pieces.first ?? ""
        text.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count + 3 })
        for (index, piece) in pieces.dropFirst().enumerated() {
            text += index < Self.marks.count ? Self.marks[index] : "$\(index + 1)"
            text += piece
        }
        self.text = text
    }

    /// What stands in a statement for its first values.
    private static let marks = (1...32).map { "$\($0)" }

    /// Collects the text between the values.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [String]
        fileprivate var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces = [""]
            pieces.reserveCapacity(interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            if pieces[pieces.count - 1].isEmpty {
                pieces[pieces.count - 1] = literal
            } else {
                pieces[pieces.count - 1] += literal
            }
        }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some SQLBindable) {
            values.append(value.sqlValue)
            pieces.append("")
        }

        /// Binds a value, or NULL where there is none.
        package mutating func appendInterpolation(_ value: (some SQLBindable)?) {
            values.append(value?.sqlValue ?? .null)
            pieces.append("")
        }

        /// Splices another statement or a part of one, with its values.
        package mutating func appendInterpolation(_ part: SQL) {
            precondition(!part.pieces.isEmpty, "a numbered statement cannot be spliced")
            pieces[pieces.count - 1] += part.pieces[0]
            pieces += part.pieces.dropFirst()
            values += part.values
        }

        /// Binds each value of a list, as in `IN (\(each: ids))`.
        ///
        /// An empty list matches nothing.
        package mutating func appendInterpolation(each list: [some SQLBindable]) {
            guard !list.isEmpty else { return appendLiteral("NULL") }
            for (index, value) in list.enumerated() {
                if index > 0 { appendLiteral(", ") }
                appendInterpolation(value)
            }
        }

        /// A name of a table or column that stands in the source code.
        package mutating func appendInterpolation(name: StaticString) { appendLiteral("\(name)") }
    }
}

/// What can be bound to a statement or read from a row.
package enum SQLValue: Hashable, Sendable {
    case null
    case int(Int64)
    case text(String)
    case blob([UInt8])

    /// The `seq` that the projected event gets; only in the statements of a view.
    case seq
}

/// A Swift value that stands in a table.
package protocol SQLBindable: Sendable {
    var sqlValue: SQLValue { get }
    init?(sqlValue: SQLValue)
}

extension SQLValue: SQLBindable {
    package var sqlValue: SQLValue { self }
    package init?(sqlValue: SQLValue) { self = sqlValue }
}

extension Int64: SQLBindable {
    package var sqlValue: SQLValue { .int(self) }
    package init?(sqlValue: SQLValue) {
        guard case .int(let int) = sqlValue else { return nil }
        self = int
    }
}

extension Int: SQLBindable {
    package var sqlValue: SQLValue { .int(Int64(self)) }
    package init?(sqlValue: SQLValue) {
        guard case .int(let int) = sqlValue else { return nil }
        self.init(exactly: int)
    }
}

extension Bool: SQLBindable {
    package var sqlValue: SQLValue { .int(self ? 1 : 0) }
    package init?(sqlValue: SQLValue) {
        guard case .int(let int) = sqlValue else { return nil }
        self = int != 0
    }
}

extension String: SQLBindable {
    package var sqlValue: SQLValue { .text(self) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }
}

extension [UInt8]: SQLBindable {
    package var sqlValue: SQLValue { .blob(self) }
    package init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue else { return nil }
        self = bytes
    }
}
