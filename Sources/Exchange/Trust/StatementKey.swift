package import Crypto
package import Stories

/// The public half of a key that signs statements: Ed25519, 32 bytes.
package struct StatementKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    package let text: String

    package init(_ key: Curve25519.Signing.PublicKey) {
        text = hexadecimal(Array(key.rawRepresentation))
    }

    package init?(_ text: String) {
        guard let bytes = bytes(hexadecimal: text), bytes.count == 32, hexadecimal(bytes) == text
        else { return nil }
        self.text = text
    }

    package var description: String { text }

    /// What a signature names its key by: a hint, nothing is decided on it.
    package var hint: String { String(digestText(Array(text.utf8)).prefix(16)) }

    package static func < (a: Self, b: Self) -> Bool { a.text < b.text }

    /// Whether the signature is this key's over exactly these bytes.
    package func hasSigned(_ signed: [UInt8], _ signature: [UInt8]) -> Bool {
        guard let raw = bytes(hexadecimal: text) else { return false }
        do {
            let key = try Curve25519.Signing.PublicKey(rawRepresentation: raw)
            return key.isValidSignature(signature, for: signed)
        } catch {
            return false
        }
    }
}

extension StatementKey: FactField {
    package var json: FactValue { .text(text) }

    package init?(json: FactValue) {
        guard case .text(let text) = json else { return nil }
        self.init(text)
    }
}

/// A key that signs until a moment, and not after it.
package struct TimedKey: Hashable, Sendable {
    package let key: StatementKey
    package let until: Instant

    package init(key: StatementKey, until: Instant) {
        self.key = key
        self.until = until
    }
}

extension TimedKey: FactField {
    package var json: FactValue { .object(["key": key.json, "until": until.json]) }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let key = fields["key"].flatMap(StatementKey.init(json:)),
            let until = fields["until"].flatMap(Instant.init(json:))
        else { return nil }
        self.init(key: key, until: until)
    }
}

extension TimedKey {
    var document: JSONValue {
        .object(["key": .text(key.text), "until": .text(Moment.text(until))])
    }

    init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        key = try StatementKey(strict: try object.text("key"))
        until = try object.moment("until")
        try object.end()
    }
}

extension StatementKey {
    init(strict text: String) throws(FormFault) {
        guard let key = StatementKey(text) else { throw FormFault() }
        self = key
    }

    init(_ value: JSONValue) throws(FormFault) {
        guard case .text(let text) = value else { throw FormFault() }
        try self.init(strict: text)
    }
}
