package import Crypto
import Foundation
import Stories

/// A text with signatures below it, in the form of C2SP signed-note.
package struct SignedNote: Hashable, Sendable {
    /// Ends with the end of a line.
    package let text: String
    package let signatures: [NoteSignature]

    private static let longest = 65_536

    package init(text: String, signatures: [NoteSignature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note; nil where it is none.
    package init?(_ written: String) {
        guard written.utf8.count <= Self.longest, written.hasSuffix("\n"),
            let gap = written.range(of: "\n\n", options: .backwards)
        else { return nil }
        text = String(written[..<gap.lowerBound]) + "\n"
        let lines = written[gap.upperBound...].dropLast().split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let read = lines.map { NoteSignature(line: String($0)) }
        signatures = read.compactMap(\.self)
        guard !signatures.isEmpty, signatures.count == read.count else { return nil }
    }

    /// The note as it is handed over.
    package var written: String { text + "\n" + signatures.map { $0.line + "\n" }.joined() }

    /// Whether the key has signed the text.
    package func isSigned(by key: NoteKey) -> Bool {
        signatures.contains { signature in
            key.kind == .log && signature.name == key.name && signature.keyID == key.id
                && key.key.isValidSignature(signature.bytes, for: Array(text.utf8))
        }
    }
}

/// One line below a note: who signed, and how.
package struct NoteSignature: Hashable, Sendable {
    package let name: String

    /// Four bytes that say which key of that name it was.
    package let keyID: [UInt8]
    package let bytes: [UInt8]

    package init(name: String, keyID: [UInt8], bytes: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    init?(line: String) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "—", !words[1].isEmpty,
            let whole = bytesOf(base64: String(words[2])), whole.count > 4
        else { return nil }
        name = String(words[1])
        keyID = Array(whole.prefix(4))
        bytes = Array(whole.dropFirst(4))
    }

    var line: String { "— \(name) \(base64(keyID + bytes))" }
}

/// The public half of a key that signs notes, and the name it signs under.
///
/// Written as C2SP signed-note says: `name+id+key`, where the key begins with a byte for its kind.
package struct NoteKey: Sendable {
    package let name: String
    package let key: Curve25519.Signing.PublicKey
    package let kind: Kind

    /// What an Ed25519 key signs.
    package enum Kind: UInt8, Sendable {
        /// The text of a note, as the log does.
        case log = 0x01

        /// A moment and the text, as a witness does (C2SP tlog-cosignature).
        case cosigner = 0x04
    }

    package init(name: String, key: Curve25519.Signing.PublicKey, kind: Kind = .log) {
        self.name = name
        self.key = key
        self.kind = kind
    }

    /// Reads the written form; nil where it is none, or its id is not that of name and key.
    package init?(_ text: String, kind: Kind = .log) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, let bytes = bytesOf(base64: String(parts[2])),
            bytes.count == 33, bytes[0] == kind.rawValue
        else { return nil }
        self.kind = kind
        do {
            key = try Curve25519.Signing.PublicKey(rawRepresentation: bytes.dropFirst())
        } catch {
            return nil
        }
        name = String(parts[0])
        guard hexadecimal(id) == parts[1] else { return nil }
    }

    /// `SHA-256(name ‖ 0x0A ‖ kind ‖ key)`, its first four bytes.
    package var id: [UInt8] {
        let hashed = Array(name.utf8) + [0x0A, kind.rawValue] + key.rawRepresentation
        return Array(SHA256.hash(data: hashed).prefix(4))
    }

    package var text: String {
        "\(name)+\(hexadecimal(id))+\(base64([kind.rawValue] + key.rawRepresentation))"
    }

    /// What two people compare by voice: the first eight bytes of the key's SHA-256, in fours.
    package var fingerprint: String {
        grouped(Array(SHA256.hash(data: key.rawRepresentation).prefix(8))[...])
    }
}

extension NoteKey: Hashable {
    package static func == (one: NoteKey, other: NoteKey) -> Bool { one.text == other.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Hexadecimal digits in fours, as they are read aloud.
func grouped(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = hexadecimal(Array(bytes))
    return stride(from: 0, to: digits.count, by: 4)
        .map { String(digits.dropFirst($0).prefix(4)) }.joined(separator: " ")
}

/// Standard base64 with its padding.
package func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

/// Bytes of base64 that is written as we write it, and in no other way.
package func bytesOf(base64 text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else {
        return nil
    }
    return Array(data)
}
