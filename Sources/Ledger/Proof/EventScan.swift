import Stories

/// The few fields of an event's bytes that reading the record through needs, found without
/// building the tree of its JSON.
///
/// Nil where the bytes are not as we write them; whoever asks then reads them in full.
struct EventScan {
    private(set) var stream: ArraySlice<UInt8> = []
    private(set) var kind: ArraySlice<UInt8> = []
    private(set) var version: Int64 = 0
    private(set) var sealed: [Sealed] = []

    /// The sealed files that the event names: in the record, `file` and `files` mean nothing else.
    private(set) var files: [OpaqueID] = []

    init?(_ bytes: [UInt8]) {
        var cursor = ScanCursor(bytes)
        guard cursor.take("{") else { return nil }
        var hasVersion = false
        repeat {
            guard let name = cursor.text(), cursor.take(":") else { return nil }
            switch name.first {
            case UInt8(ascii: "s") where name.elementsEqual("stream".utf8):
                guard let text = cursor.text() else { return nil }
                stream = text
            case UInt8(ascii: "k") where name.elementsEqual("kind".utf8):
                guard let text = cursor.text() else { return nil }
                kind = text
            case UInt8(ascii: "v") where name.elementsEqual("version".utf8):
                guard let digits = cursor.number(), let number = Int64(ascii: digits) else {
                    return nil
                }
                (version, hasVersion) = (number, true)
            case UInt8(ascii: "f")
            where name.elementsEqual("files".utf8) || name.elementsEqual("file".utf8):
                let rest = cursor
                guard cursor.value(into: &sealed) else { return nil }
                files += rest.ids(until: cursor)
            case _:
                guard cursor.value(into: &sealed) else { return nil }
            }
        } while cursor.take(",")
        guard cursor.take("}"), cursor.isAtEnd, !stream.isEmpty, !kind.isEmpty, hasVersion else {
            return nil
        }
    }
}

extension Int64 {
    fileprivate init?(ascii digits: ArraySlice<UInt8>) {
        guard !digits.isEmpty, digits.count < 17 else { return nil }
        var number: Int64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int64(digit - 0x30)
        }
        self = number
    }
}

/// Goes through canonical JSON: no spaces, nothing but what an event may hold.
private struct ScanCursor {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    /// The content of a text, with its escapes as they stand.
    mutating func text() -> ArraySlice<UInt8>? {
        guard take("\"") else { return nil }
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                return bytes[start..<(place - 1)]
            case UInt8(ascii: "\\"): place += 2
            case 0..<0x20: return nil
            case _: place += 1
            }
        }
        return nil
    }

    /// The ids that stand as texts before the place of another cursor.
    func ids(until end: ScanCursor) -> [OpaqueID] {
        bytes[place..<end.place].split(separator: UInt8(ascii: "\"")).compactMap { digits in
            guard digits.count == 32, let bytes = bytesOf(hexadecimal: digits) else { return nil }
            return OpaqueID(bytes: bytes)
        }
    }

    mutating func number() -> ArraySlice<UInt8>? {
        let start = place
        while place < bytes.count, bytes[place] == 0x2D || (0x30...0x39).contains(bytes[place]) {
            place += 1
        }
        return place > start ? bytes[start..<place] : nil
    }

    /// Skips the value of a field, and takes the commitments in it: the value itself, or items of
    /// a list, as `RecordedEvent.sealed` reads them.
    mutating func value(into sealed: inout [Sealed]) -> Bool {
        guard take("[") else { return item(into: &sealed) }
        if take("]") { return true }
        repeat {
            guard item(into: &sealed) else { return false }
        } while take(",")
        return take("]")
    }

    private mutating func item(into sealed: inout [Sealed]) -> Bool {
        guard take("{") else { return skip(depth: 2) }
        if take("}") { return true }
        var commitment: ArraySlice<UInt8> = []
        var id: ArraySlice<UInt8> = []
        repeat {
            guard let name = text(), take(":") else { return false }
            let isText = place < bytes.count && bytes[place] == UInt8(ascii: "\"")
            if isText, name.elementsEqual("c".utf8) {
                guard let found = text() else { return false }
                commitment = found
            } else if isText, name.elementsEqual("id".utf8) {
                guard let found = text() else { return false }
                id = found
            } else if !skip(depth: 2) {
                return false
            }
        } while take(",")
        guard take("}") else { return false }
        if commitment.count == 64, id.count == 32,
            let read = bytesOf(hexadecimal: commitment), let name = bytesOf(hexadecimal: id),
            let opaque = OpaqueID(bytes: name)
        {
            sealed.append(Sealed(id: PayloadID(opaque), commitment: read))
        }
        return true
    }

    private mutating func skip(depth: Int) -> Bool {
        guard depth < 64, place < bytes.count else { return false }
        switch bytes[place] {
        case UInt8(ascii: "\""): return text() != nil
        case UInt8(ascii: "["):
            place += 1
            if take("]") { return true }
            repeat { guard skip(depth: depth + 1) else { return false } } while take(",")
            return take("]")
        case UInt8(ascii: "{"):
            place += 1
            if take("}") { return true }
            repeat {
                guard text() != nil, take(":"), skip(depth: depth + 1) else { return false }
            } while take(",")
            return take("}")
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case _: return number() != nil
        }
    }

    private mutating func word(_ word: StaticString) -> Bool {
        for index in 0..<word.utf8CodeUnitCount {
            guard place < bytes.count, bytes[place] == word.utf8Start[index] else { return false }
            place += 1
        }
        return true
    }
}

/// Lower-case hexadecimal digits as bytes.
private func bytesOf(hexadecimal digits: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
        let value: UInt8
        switch digit {
        case 0x30...0x39: value = digit - 0x30
        case 0x61...0x66: value = digit - 0x57
        case _: return nil
        }
        if let first = high {
            bytes.append(first << 4 | value)
            high = nil
        } else {
            high = value
        }
    }
    return high == nil ? bytes : nil
}
