/// The file that lies in a PDF receipt; nil where none lies there as we put it.
///
/// Ours lies at the end and as it is (`Press` writes it so). A PDF that another program wrote again
/// may have squeezed it: whoever opens that takes the file out first.
func receiptFile(inPDF pdf: [UInt8]) -> [UInt8]? {
    let mark = Array("/Type /EmbeddedFile".utf8)
    guard let start = pdf.indices.last(where: { pdf[$0...].starts(with: mark) }) else { return nil }
    let head = pdf[start...].prefix(400)
    guard let length = end(of: "/Length ", in: head), let body = end(of: "stream\n", in: head)
    else { return nil }
    let digits = pdf[length...].prefix(9).prefix { (0x30...0x39).contains($0) }
    guard let count = Int(String(decoding: digits, as: UTF8.self)), count <= pdf.count - body
    else { return nil }
    return Array(pdf[body..<body + count])
}

private func end(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let pattern = Array(text.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: pattern) }.map { $0 + pattern.count }
}
