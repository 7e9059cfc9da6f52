import Foundation
import Stories

// The receipt as a file: JSON whose names stay as they are for ever. A change is a new version.

extension ReceiptProof {
    /// A receipt with its answers, and some room; nobody reads more.
    package static let longest = 8_000_000
    private static let kind = "serasan-receipt"
    private static let version = 1.0

    /// The file.
    package var file: [UInt8] {
        get throws(StoreError) {
            let openings = openings.map { opening in
                JSONValue.object([
                    "payload_id": .text("\(opening.id)"),
                    "r": .text(base64(opening.blinding)),
                    "plaintext": .text(base64(opening.bytes)),
                ])
            }
            var whole: [String: JSONValue] = [
                "format": .text(Self.kind),
                "version": .number(Self.version),
                "event": .text(base64(event)),
                "index": .number(Double(seq - 1)),
                "inclusion": .list(inclusion.map { .text(base64($0.bytes)) }),
                "checkpoint": .text(checkpoint),
                "key": .text(key),
                "openings": .list(openings),
            ]
            whole["marks"] = marks?.json
            do throws(FactUnreadable) {
                return try CanonicalJSON.write(JSONValue.object(whole)) + [UInt8(ascii: "\n")]
            } catch {
                throw StoreError(.damaged, "a receipt cannot be written", underlying: error)
            }
        }
    }

    /// Reads a file, or the one that lies in a PDF receipt; nothing of it is believed yet.
    package init(file bytes: [UInt8]) throws(ReceiptProofRefusal) {
        guard bytes.count <= Self.longest else { throw .tooLarge }
        var bytes = bytes
        if bytes.starts(with: Array("%PDF-".utf8)) {
            guard let file = receiptFile(inPDF: bytes) else { throw .noneInPDF }
            bytes = file
        }
        let value: JSONValue
        do throws(FactUnreadable) {
            value = try CanonicalJSON.readAny(bytes)
        } catch {
            throw .notReadable
        }
        guard case .object(let whole) = value, whole["format"] == .text(Self.kind) else {
            throw .otherKind
        }
        guard whole["version"] == .number(Self.version) else { throw .otherVersion }
        let fields = ReceiptFields(whole)
        event = try fields.bytes("event")
        seq = try fields.index("index") + 1
        checkpoint = try fields.text("checkpoint")
        key = try fields.text("key")
        inclusion = []
        for item in try fields.list("inclusion", most: 64) {
            guard case .text(let text) = item,
                let hash = bytesOf(base64: text).flatMap(TreeHash.init(bytes:))
            else { throw .lacks("inclusion") }
            inclusion.append(hash)
        }
        openings = []
        for item in try fields.list("openings", most: 1000) {
            guard case .object(let opening) = item else { throw .lacks("openings") }
            let fields = ReceiptFields(opening)
            guard let id = OpaqueID(try fields.text("payload_id")) else {
                throw .lacks("payload_id")
            }
            openings.append(
                Opening(
                    id: id,
                    blinding: try fields.bytes("r"),
                    bytes: try fields.bytes("plaintext")
                )
            )
        }
        marks = try whole["marks"].map(SentMarks.init(json:))
    }
}

extension SentMarks {
    fileprivate var json: JSONValue {
        var fields: [String: JSONValue] = [
            "key": .text(base64(key)), "content": .text(base64(content)),
            "bond": .text(base64(bond)),
        ]
        fields["holder"] = holder.map { .text(base64($0)) }
        return .object(fields)
    }

    fileprivate init(json: JSONValue) throws(ReceiptProofRefusal) {
        guard case .object(let fields) = json else { throw .lacks("marks") }
        let parts = ReceiptFields(fields)
        self.init(
            key: try parts.mark("key"),
            content: try parts.mark("content"),
            holder: fields["holder"] == nil ? nil : try parts.mark("holder"),
            bond: try parts.mark("bond")
        )
    }
}

/// The parts of a receipt by their names, each refused where it has another form.
private struct ReceiptFields {
    let fields: [String: JSONValue]

    init(_ fields: [String: JSONValue]) { self.fields = fields }

    func text(_ name: String) throws(ReceiptProofRefusal) -> String {
        guard case .text(let text)? = fields[name] else { throw .lacks(name) }
        return text
    }

    func bytes(_ name: String) throws(ReceiptProofRefusal) -> [UInt8] {
        guard let bytes = bytesOf(base64: try text(name)) else { throw .lacks(name) }
        return bytes
    }

    /// A mark has 32 bytes: what is longer is none, and goes into no table.
    func mark(_ name: String) throws(ReceiptProofRefusal) -> [UInt8] {
        let bytes = try bytes(name)
        guard bytes.count == 32 else { throw .lacks(name) }
        return bytes
    }

    func index(_ name: String) throws(ReceiptProofRefusal) -> Int64 {
        guard case .number(let number)? = fields[name], let index = Int64(exactly: number),
            index >= 0, index < 1 << 53
        else { throw .lacks(name) }
        return index
    }

    func list(_ name: String, most: Int) throws(ReceiptProofRefusal) -> [JSONValue] {
        guard case .list(let items)? = fields[name], items.count <= most else {
            throw .lacks(name)
        }
        return items
    }
}
