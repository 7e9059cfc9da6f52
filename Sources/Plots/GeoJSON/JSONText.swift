/// The bytes of a JSON text that was read through once, with the place of everything in it.
///
/// A file of plots is checked for people who have to find the mistake again, so every value keeps
/// the byte at which it begins. Nothing is copied out of the text before it is asked for: a file of
/// 200 MB costs no more than its bytes.
struct JSONText: Sendable {
    let bytes: [UInt8]

    /// The byte at which the one value of the text begins.
    let root: Int

    /// How deep lists and objects may stand in each other.
    static let deepest = 64

    /// Reads a text through, so that what is asked of it later needs no care.
    init(_ bytes: [UInt8]) throws(JSONFault) {
        try Self.checkUTF8(bytes)
        var scan = JSONScan(bytes)
        if bytes.starts(with: Self.mark) { scan.at = Self.mark.count }
        scan.skipSpace()
        root = scan.at
        try scan.skipValue()
        scan.skipSpace()
        guard scan.at == bytes.count else { throw JSONFault(.somethingFollows, at: scan.at) }
        self.bytes = bytes
    }

    /// The mark that some programs write before UTF-8.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    enum Kind { case object, list, text, number, flag, null }

    func kind(at place: Int) -> Kind {
        switch bytes[place] {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .list
        case UInt8(ascii: "\""): .text
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .flag
        case UInt8(ascii: "n"): .null
        case _: .number
        }
    }

    /// The text that begins there; nil where it is no text.
    func text(at place: Int) -> String? {
        guard kind(at: place) == .text else { return nil }
        var scan = JSONScan(bytes)
        scan.at = place
        return scan.text()
    }

    /// The bytes of the number that begins there; nil where it is no number.
    func number(at place: Int) -> ArraySlice<UInt8>? {
        guard kind(at: place) == .number else { return nil }
        return bytes[place..<end(of: place)]
    }

    /// The byte behind the value that begins there.
    func end(of place: Int) -> Int {
        var scan = JSONScan(bytes)
        scan.at = place
        do { try scan.skipValue() } catch { return bytes.count }
        return scan.at
    }

    func raw(at place: Int) -> ArraySlice<UInt8> { bytes[place..<end(of: place)] }

    /// The line of a byte, from 1, as an editor counts.
    func line(of place: Int) -> Int { Self.line(of: place, in: bytes) }

    static func line(of place: Int, in bytes: [UInt8]) -> Int {
        bytes[..<min(place, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    }

    private static func checkUTF8(_ bytes: [UInt8]) throws(JSONFault) {
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            let end = min(at + 4, bytes.count)
            let length = 2 + (bytes[at] >= 0xE0 ? 1 : 0) + (bytes[at] >= 0xF0 ? 1 : 0)
            guard at + length <= end,
                String(validating: bytes[at..<at + length], as: UTF8.self) != nil
            else { throw JSONFault(.notUTF8, at: at) }
            at += length
        }
    }
}

/// Why a text is no JSON, and at which byte.
struct JSONFault: Error, Hashable {
    enum Reason: String, Hashable, CaseIterable {
        case endsTooEarly, notUTF8, tooDeep, notANumber, comma, noValue, somethingFollows
        case control, escape, leadingZero, missingColon, missingName
    }

    let reason: Reason
    let place: Int

    init(_ reason: Reason, at place: Int) {
        self.reason = reason
        self.place = place
    }
}
