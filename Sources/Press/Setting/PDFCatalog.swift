/// Adds to a finished PDF what cairo has no word for: the language of its text.
///
/// Screen readers choose their voice by it. The catalogue grows in place, and every offset behind
/// it in the (classic) table of objects moves along; a file of another shape is left as it is.
func withLanguage(_ language: String, in pdf: [UInt8]) -> [UInt8] {
    let tag = language.utf8.filter {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D
    }
    let catalogue = Array("/Type /Catalog".utf8)
    // Both stand at the end of what cairo writes; searching backwards meets no page's content.
    guard !tag.isEmpty, tag.count <= 35,
        let start = lastIndex(of: catalogue, in: pdf),
        let mark = lastIndex(of: Array("startxref\n".utf8), in: pdf),
        let table = number(in: pdf, at: mark + 10), table > start, table < mark,
        pdf[table...].starts(with: Array("xref\n".utf8))
    else { return pdf }
    let insert =
        Array(" /Lang (".utf8) + tag
        + Array(") /ViewerPreferences << /DisplayDocTitle true >>".utf8)
    let place = start + catalogue.count
    var tail = Array(pdf[table..<mark])
    var line = 0
    while let end = tail[line...].firstIndex(of: 0x0A) {
        // An object's line: ten digits, space, five digits, space, n, space, end of line.
        if end - line == 19, tail[line + 17] == UInt8(ascii: "n"),
            let offset = number(in: tail, at: line), offset > place
        {
            let digits = Array(String(offset + insert.count).utf8)
            tail.replaceSubrange(
                line..<line + 10,
                with: [UInt8](repeating: 0x30, count: 10 - digits.count) + digits
            )
        }
        line = end + 1
    }
    var whole = Array(pdf[..<place])
    whole.reserveCapacity(pdf.count + insert.count + 4)
    whole += insert
    whole += pdf[place..<table]
    whole += tail
    whole += "startxref\n\(table + insert.count)\n%%EOF\n".utf8
    return whole
}

func lastIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    var at = bytes.count - pattern.count
    while at >= 0 {
        if bytes[at] == pattern[0], bytes[at...].starts(with: pattern) { return at }
        at -= 1
    }
    return nil
}

func number(in bytes: [UInt8], at start: Int) -> Int? {
    let digits = bytes[start...].prefix(12).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
}
