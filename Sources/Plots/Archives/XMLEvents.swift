/// Goes through an XML file from one tag to the next.
///
/// A small reader of our own: files of maps need elements, attributes and text, and nothing of what
/// makes XML dangerous. There are no document types, so no entity grows, and nothing is fetched.
struct XMLEvents {
    enum Event: Hashable {
        /// A name without its prefix, and its attributes.
        case start(String, [String: String])
        case text(String)
        case end(String)
    }

    private let bytes: [UInt8]
    private var at = 0
    private var open: [String] = []

    /// What an element that is closed at once still has to say.
    private var pending: String?

    private static let deepest = 64
    private static let mostAttributes = 200

    init(_ bytes: [UInt8]) throws(PlotRefusal) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .brokenXML(line: 1) }
        self.bytes = bytes
        if bytes.starts(with: JSONText.mark) { at = JSONText.mark.count }
    }

    /// The line that is read now.
    var line: Int { JSONText.line(of: at, in: bytes) }

    private var fault: PlotRefusal { .brokenXML(line: line) }

    /// What comes next; nil at the end.
    mutating func next() throws(PlotRefusal) -> Event? {
        if let name = pending {
            pending = nil
            return .end(name)
        }
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                let text = try self.text()
                if !open.isEmpty, text.contains(where: { !$0.isWhitespace }) { return .text(text) }
                continue
            }
            if starts("<!--") {
                try skip(past: "-->")
            } else if starts("<![CDATA[") {
                let start = at + 9
                try skip(past: "]]>")
                return .text(String(decoding: bytes[start..<at - 3], as: UTF8.self))
            } else if starts("<?") {
                try skip(past: "?>")
            } else if starts("<!") {
                throw .documentType
            } else if starts("</") {
                return .end(try endTag())
            } else {
                return try startTag()
            }
        }
        guard open.isEmpty else { throw fault }
        return nil
    }

    private func starts(_ word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

    private mutating func skip(past word: String) throws(PlotRefusal) {
        while at < bytes.count {
            if starts(word) {
                at += word.utf8.count
                return
            }
            at += 1
        }
        throw fault
    }

    private mutating func text() throws(PlotRefusal) -> String {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        return try decoded(bytes[start..<at])
    }

    private mutating func endTag() throws(PlotRefusal) -> String {
        at += 2
        let name = name()
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ">"), open.popLast() == name else {
            throw fault
        }
        at += 1
        return Self.local(name)
    }

    private mutating func startTag() throws(PlotRefusal) -> Event {
        at += 1
        let name = name()
        guard !name.isEmpty, open.count < Self.deepest else { throw fault }
        var attributes: [String: String] = [:]
        while attributes.count < Self.mostAttributes {
            skipSpace()
            guard at < bytes.count else { throw fault }
            if bytes[at] == UInt8(ascii: ">") {
                at += 1
                open.append(name)
                return .start(Self.local(name), attributes)
            }
            if starts("/>") {
                at += 2
                pending = Self.local(name)
                return .start(Self.local(name), attributes)
            }
            let (key, value) = try attribute()
            attributes[key] = value
        }
        throw fault
    }

    private mutating func attribute() throws(PlotRefusal) -> (String, String) {
        let key = name()
        skipSpace()
        guard !key.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw fault }
        at += 1
        skipSpace()
        guard at < bytes.count,
            let quote = [UInt8(ascii: "\""), UInt8(ascii: "'")].first(where: { $0 == bytes[at] })
        else { throw fault }
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != quote { at += 1 }
        guard at < bytes.count else { throw fault }
        at += 1
        return (Self.local(key), try decoded(bytes[start..<at - 1]))
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
    }

    private mutating func name() -> String {
        let start = at
        let ends = Array(" \n\r\t/>=<\"'".utf8)
        while at < bytes.count, !ends.contains(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private static func local(_ name: String) -> String {
        name.split(separator: ":").last.map(String.init) ?? name
    }

    /// Text with its five entities and its numbered signs.
    private func decoded(_ bytes: ArraySlice<UInt8>) throws(PlotRefusal) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var (text, rest) = ("", bytes)
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += String(decoding: rest[..<start], as: UTF8.self)
            guard let end = rest[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let sign = Self.sign(String(decoding: rest[start + 1..<end], as: UTF8.self))
            else { throw fault }
            text.unicodeScalars.append(sign)
            rest = rest[(end + 1)...]
        }
        return text + String(decoding: rest, as: UTF8.self)
    }

    private static func sign(_ entity: String) -> Unicode.Scalar? {
        switch entity {
        case "lt": "<"
        case "gt": ">"
        case "amp": "&"
        case "quot": "\""
        case "apos": "'"
        case _ where entity.hasPrefix("#x"):
            UInt32(entity.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case _ where entity.hasPrefix("#"):
            UInt32(entity.dropFirst()).flatMap(Unicode.Scalar.init)
        case _: nil
        }
    }
}
