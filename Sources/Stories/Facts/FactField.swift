/// A value that an event may hold.
///
/// The set is closed: identifiers, codes, enums, instants, days, numbers, flags, commitments to
/// sealed content and digests of public content. A `String` is not among them and must never be:
/// an event cannot be erased, so nothing that a person wrote may stand in it.
package protocol FactField: Sendable {
    var json: FactValue { get }
    init?(json: FactValue)
}

/// The JSON of an event, before it is written.
package enum FactValue: Hashable, Sendable {
    case flag(Bool)
    case number(Int64)
    case text(String)
    case list([FactValue])
    case object(FactFields)
}

/// An enum whose words may stand in an event.
package protocol FactWord: FactField, RawRepresentable, CaseIterable where RawValue == String {}

extension FactWord {
    package var json: FactValue { .text(rawValue) }

    package init?(json: FactValue) {
        guard case .text(let word) = json else { return nil }
        self.init(rawValue: word)
    }
}

/// A commitment to sealed personal content: which payload, and `c = SHA-256(…)` over it.
package struct Sealed: Hashable, Sendable {
    package let id: PayloadID

    /// 32 bytes.
    package let commitment: [UInt8]

    package init(id: PayloadID, commitment: [UInt8]) {
        precondition(commitment.count == 32, "a commitment has 32 bytes")
        self.id = id
        self.commitment = commitment
    }
}

/// The SHA-256 of content that anybody may read: a published blueprint, the name of a unit.
package struct Public: Hashable, Sendable {
    /// 32 bytes.
    package let digest: [UInt8]

    package init(digest: [UInt8]) {
        precondition(digest.count == 32, "a digest has 32 bytes")
        self.digest = digest
    }
}

/// A fact that can be written into an event and read back.
///
/// Every shape that was ever written stays readable: a corpus of them is decoded in the tests.
package protocol FactShape: Sendable {
    /// The kind of this fact, unique within its story: `submitted`.
    var kind: Code { get }

    func write(to fields: inout FactWriter)

    init(kind: Code, from fields: FactReader) throws(FactUnreadable)
}

/// Why an event's bytes do not give a fact: a broken record, never a person's mistake.
package struct FactUnreadable: Error, Sendable {
    package let why: String

    package init(_ why: String) { self.why = why }
}
