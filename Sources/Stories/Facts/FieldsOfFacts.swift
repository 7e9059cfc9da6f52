// Everything that may stand in an event. Add to this file only what can never hold a person's
// words; see `FactField`.

extension Bool: FactField {
    package var json: FactValue { .flag(self) }

    package init?(json: FactValue) {
        guard case .flag(let flag) = json else { return nil }
        self = flag
    }
}

extension Int64: FactField {
    package var json: FactValue { .number(self) }

    package init?(json: FactValue) {
        guard case .number(let number) = json else { return nil }
        self = number
    }
}

extension Int: FactField {
    package var json: FactValue { .number(Int64(self)) }

    package init?(json: FactValue) {
        guard case .number(let number) = json else { return nil }
        self.init(exactly: number)
    }
}

extension Code: FactField {
    package var json: FactValue { .text(text) }

    package init?(json: FactValue) {
        guard case .text(let text) = json else { return nil }
        self.init(text)
    }
}

extension OpaqueID: FactField {
    package var json: FactValue { .text(description) }

    package init?(json: FactValue) {
        guard case .text(let text) = json else { return nil }
        self.init(text)
    }
}

extension PayloadID: FactField {
    package var json: FactValue { id.json }

    package init?(json: FactValue) {
        guard let id = OpaqueID(json: json) else { return nil }
        self.init(id)
    }
}

extension DossierID: FactField {
    package var json: FactValue { id.json }

    package init?(json: FactValue) {
        guard let id = OpaqueID(json: json) else { return nil }
        self.init(id)
    }
}

extension Actor: FactField {
    package var json: FactValue { id.json }

    package init?(json: FactValue) {
        guard let id = OpaqueID(json: json) else { return nil }
        self.init(id)
    }
}

extension Stream: FactField {
    package var json: FactValue { .text(description) }

    package init?(json: FactValue) {
        guard case .text(let text) = json else { return nil }
        let halves = text.split(separator: "/", maxSplits: 1)
        guard halves.count == 2, let kind = Code(String(halves[0])), let id = OpaqueID(halves[1])
        else { return nil }
        self.init(StreamKind(kind), id)
    }
}

extension Version: FactField {
    package var json: FactValue { .number(count) }

    package init?(json: FactValue) {
        guard case .number(let count) = json else { return nil }
        self.init(count)
    }
}

extension Instant: FactField {
    package var json: FactValue { .number(milliseconds) }

    package init?(json: FactValue) {
        guard case .number(let milliseconds) = json else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

extension Day: FactField {
    package var json: FactValue { .text(description) }

    package init?(json: FactValue) {
        guard case .text(let text) = json else { return nil }
        self.init(text)
    }
}

extension Sealed: FactField {
    package var json: FactValue {
        .object(["c": .text(hexadecimal(commitment)), "id": id.json])
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let id = fields["id"].flatMap(PayloadID.init(json:)),
            case .text(let digits)? = fields["c"], let bytes = bytes(hexadecimal: digits),
            bytes.count == 32
        else { return nil }
        self.init(id: id, commitment: bytes)
    }
}

extension Public: FactField {
    package var json: FactValue { .text(hexadecimal(digest)) }

    package init?(json: FactValue) {
        guard case .text(let digits) = json, let bytes = bytes(hexadecimal: digits),
            bytes.count == 32
        else { return nil }
        self.init(digest: bytes)
    }
}

/// The bytes that hexadecimal digits stand for, or nil where they are not an even number of them.
package func bytes(hexadecimal digits: some StringProtocol) -> [UInt8]? {
    let values = digits.utf8.map(hexadecimalValue)
    guard values.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count / 2)
    for index in stride(from: 0, to: values.count, by: 2) {
        guard let high = values[index], let low = values[index + 1] else { return nil }
        bytes.append(high << 4 | low)
    }
    return bytes
}
