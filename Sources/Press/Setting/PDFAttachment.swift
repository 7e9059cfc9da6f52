/// Puts a file into a finished PDF, as an update behind what is there (PDF 1.7, 7.5.6 and 7.11.4).
///
/// The file stays as it is, byte for byte and unsqueezed, so that a program that knows no PDF finds
/// it too. A PDF of another shape than ours is left as it is.
func with(_ file: AttachedFile, in pdf: [UInt8]) -> [UInt8] {
    guard let end = PDFTrailer(of: pdf),
        let catalogue = end.object(end.root, in: pdf),
        let close = lastIndex(of: Array(">>".utf8), in: catalogue),
        lastIndex(of: Array("/Names".utf8), in: catalogue) == nil
    else { return pdf }
    let (stream, entry) = (end.size, end.size + 1)
    var update = Update(behind: pdf)
    let links =
        " /Names << /EmbeddedFiles << /Names [ (\(file.name)) \(entry) 0 R ] >> >> "
        + "/AF [ \(entry) 0 R ] "
    update.begin(end.root)
    update.bytes += catalogue[..<close] + Array(links.utf8) + catalogue[close...]
    update.begin(stream)
    update.say(
        "<< /Type /EmbeddedFile /Subtype /\(file.type.replacing("/", with: "#2F"))"
            + " /Params << /Size \(file.bytes.count) >> /Length \(file.bytes.count) >>\nstream\n"
    )
    update.bytes += file.bytes
    update.say("\nendstream\nendobj\n")
    update.begin(entry)
    update.say(
        "<< /Type /Filespec /F (\(file.name)) /UF (\(file.name)) /AFRelationship /Data"
            + " /EF << /F \(stream) 0 R >> >>\nendobj\n"
    )
    return update.closed(behind: end)
}

/// A file that lies in a PDF.
package struct AttachedFile: Sendable, Equatable {
    package let name: String

    /// `application/json`.
    package let type: String
    package let bytes: [UInt8]

    /// Letters, digits, dots and dashes are kept of the name: more would need escaping.
    package init(name: String, type: String, bytes: [UInt8]) {
        self.name = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
        self.type = type
        self.bytes = bytes
    }
}

/// What an update is written onto: the last table of objects and what it names.
private struct PDFTrailer {
    let table: Int
    let size: Int
    let root: Int

    /// The reference `10 0 R` of the document's title and dates.
    let info: String?

    init?(of pdf: [UInt8]) {
        guard let mark = lastIndex(of: Array("startxref\n".utf8), in: pdf),
            let trailer = lastIndex(of: Array("trailer\n".utf8), in: pdf),
            let table = number(in: pdf, at: mark + 10), trailer < mark, table < trailer
        else { return nil }
        let words = String(decoding: pdf[trailer..<mark], as: UTF8.self)
            .split { $0 == " " || $0 == "\n" }.map(String.init)
        func value(_ key: String) -> Int? {
            words.firstIndex(of: key).flatMap { $0 + 1 < words.count ? Int(words[$0 + 1]) : nil }
        }
        guard let size = value("/Size"), let root = value("/Root") else { return nil }
        self.table = table
        self.size = size
        self.root = root
        info = value("/Info").map { "\($0) 0 R" }
    }

    /// From behind `7 0 obj` to the end of its last line.
    func object(_ id: Int, in pdf: [UInt8]) -> [UInt8]? {
        let head = Array("\n\(id) 0 obj\n".utf8)
        guard let start = lastIndex(of: head, in: pdf) else { return nil }
        let body = pdf[(start + head.count)...]
        guard let end = firstIndex(of: Array("endobj\n".utf8), in: body) else { return nil }
        return Array(body[..<(end + 7)])
    }
}

/// New objects behind a finished file, with the places where they begin.
private struct Update {
    var bytes: [UInt8]
    private var places: [(id: Int, at: Int)] = []

    init(behind pdf: [UInt8]) { bytes = pdf }

    mutating func say(_ text: String) { bytes += Array(text.utf8) }

    mutating func begin(_ id: Int) {
        places.append((id, bytes.count))
        say("\(id) 0 obj\n")
    }

    mutating func closed(behind end: PDFTrailer) -> [UInt8] {
        let table = bytes.count
        say("xref\n")
        for (id, place) in places {
            let digits = String(place)
            say("\(id) 1\n" + String(repeating: "0", count: 10 - digits.count) + digits)
            say(" 00000 n \n")
        }
        let info = end.info.map { " /Info \($0)" } ?? ""
        say("trailer\n<< /Size \(end.size + 2) /Root \(end.root) 0 R\(info)")
        say(" /Prev \(end.table) >>\n")
        say("startxref\n\(table)\n%%EOF\n")
        return bytes
    }
}

private func firstIndex(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern) }
}
