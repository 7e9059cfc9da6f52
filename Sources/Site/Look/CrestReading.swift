/// Why a picture cannot be a regency's crest.
package enum CrestProblem: Error, Hashable, Sendable {
    case tooLarge(bytes: Int)
    case notADrawing
    case forbiddenElement(String)
    case forbiddenAttribute(String)
    case forbiddenValue(of: String)

    /// What is wrong, and what to do, for whoever made the drawing.
    package var words: (sentence: String, fix: String) {
        let simplify = "Simpan ulang sebagai SVG sederhana: hanya bentuk dan warna."
        return switch self {
        case .tooLarge(let bytes):
            (
                "Lambang ini \(bytes) bita; paling besar \(CrestReading.limit).",
                "Sederhanakan gambarnya, atau kurangi angka di belakang koma."
            )
        case .notADrawing: ("Lambang ini bukan gambar SVG yang terbaca.", simplify)
        case .forbiddenElement(let name):
            ("Lambang memuat <\(name)>, yang tidak boleh ada di dalamnya.", simplify)
        case .forbiddenAttribute(let name):
            ("Lambang memuat \(name)=, yang tidak boleh ada di dalamnya.", simplify)
        case .forbiddenValue(let name):
            ("Isi \(name)= di lambang tidak boleh dipakai.", simplify)
        }
    }
}

/// Reads the drawing of a crest and writes it anew.
///
/// Nothing of the file is handed on as it stands: only shapes, colours and gradients are known
/// here, so a script, a handler, a style or an address of another site has no way through. There
/// is no `use` either, with which a few lines could draw a million shapes.
struct CrestReading {
    static let limit = 4096

    private static let elements: Set<String> = [
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs",
        "linearGradient", "radialGradient", "stop", "clipPath",
    ]
    private static let attributes: Set<String> = [
        "id", "viewBox", "width", "height", "preserveAspectRatio", "version", "d", "points", "x",
        "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "transform", "offset",
        "gradientTransform", "gradientUnits", "spreadMethod", "clip-path", "clip-rule",
        "clipPathUnits", "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width",
        "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
        "stroke-dasharray", "stop-color", "stop-opacity", "opacity",
    ]
    private static let xmlns = "http://www.w3.org/2000/svg"

    private var rest: Substring.UTF8View
    private var open: [String] = []
    private var written = ""

    /// The drawing, written anew.
    static func read(_ bytes: [UInt8]) throws(CrestProblem) -> String {
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notADrawing }
        var reading = CrestReading(text)
        try reading.document()
        return reading.written
    }

    private init(_ text: String) { rest = Substring(text).utf8 }

    private mutating func document() throws(CrestProblem) {
        if take("<?xml") { try skip(past: "?>") }
        var hasRoot = false
        while !rest.isEmpty {
            if take("<!--") {
                try skip(past: "-->")
            } else if take("</") {
                try close()
            } else if take("<") {
                guard !(open.isEmpty && hasRoot) else { throw .notADrawing }
                try element()
                hasRoot = true
            } else {
                // Between elements there is nothing but space.
                guard let byte = rest.popFirst(), byte <= 0x20 else { throw .notADrawing }
            }
        }
        guard hasRoot, open.isEmpty else { throw .notADrawing }
    }

    private mutating func element() throws(CrestProblem) {
        let name = name()
        // Its text is no drawing; there is an alternative text beside every picture.
        if name == "title" || name == "desc" { return try skip(past: "</\(name)>") }
        guard !name.isEmpty else { throw .notADrawing }
        guard Self.elements.contains(name), (name == "svg") == open.isEmpty
        else { throw .forbiddenElement(name) }
        guard open.count < 16 else { throw .notADrawing }
        written += "<\(name)"
        if name == "svg" { written += " xmlns=\"\(Self.xmlns)\"" }
        while true {
            skipSpace()
            if take("/>") {
                written += "/>"
                return
            }
            if take(">") {
                written += ">"
                open.append(name)
                return
            }
            try attribute()
        }
    }

    private mutating func attribute() throws(CrestProblem) {
        let name = name()
        guard !name.isEmpty else { throw .notADrawing }
        skipSpace()
        guard take("=") else { throw .notADrawing }
        skipSpace()
        guard let quote = rest.popFirst(), quote == 0x22 || quote == 0x27,
            let end = rest.firstIndex(of: quote)
        else { throw .notADrawing }
        let value = String(rest[..<end]) ?? ""
        rest = rest[rest.index(after: end)...]
        if name == "xmlns" {
            guard value == Self.xmlns else { throw .forbiddenValue(of: name) }
            return
        }
        guard Self.attributes.contains(name) else { throw .forbiddenAttribute(name) }
        guard Self.isPlain(value) else { throw .forbiddenValue(of: name) }
        written += " \(name)=\"\(value)\""
    }

    private mutating func close() throws(CrestProblem) {
        let name = name()
        skipSpace()
        guard take(">"), open.popLast() == name else { throw .notADrawing }
        written += "</\(name)>"
    }

    /// Numbers, words, colours and what is in the same file: no quote, no colon, no slash.
    private static func isPlain(_ value: String) -> Bool {
        let marks = Set(" \t\r\n.,#()%+-_".utf8)
        let isClean = value.utf8.allSatisfy { byte in
            marks.contains(byte) || isLetter(byte) || (0x30...0x39).contains(byte)
        }
        let calls = value.lowercased().split(separator: "url", omittingEmptySubsequences: false)
        return isClean && calls.dropFirst().allSatisfy { $0.hasPrefix("(#") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// A name of an element or attribute, cut where no such name goes on.
    private mutating func name() -> String {
        let name = rest.prefix { byte in
            Self.isLetter(byte) || (0x30...0x39).contains(byte)
                || [0x2D, 0x3A, 0x21].contains(byte)
        }
        rest = rest.dropFirst(name.count)
        return String(String(decoding: name, as: UTF8.self).prefix(40))
    }

    private mutating func skipSpace() { rest = rest.drop { $0 <= 0x20 } }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func skip(past end: String) throws(CrestProblem) {
        while !rest.isEmpty {
            if take(end) { return }
            rest = rest.dropFirst()
        }
        throw .notADrawing
    }
}
