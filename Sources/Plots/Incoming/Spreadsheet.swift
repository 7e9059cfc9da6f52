/// The first sheet of an XLSX file, as rows of text.
///
/// Formulas give what they came to when the file was saved. Dates stay the numbers that they are
/// inside: whoever imports a column knows whether it holds dates.
package struct Spreadsheet: Sendable {
    /// Each as wide as its last cell; rows with nothing in them are left out.
    package private(set) var rows: [[String]] = []

    private static let mostRows = 100_001
    private static let mostColumns = 500

    /// A few cells far to the right make wide rows: their number is bounded too.
    private static let mostCells = 5_000_000

    /// A cell that holds more is no cell.
    private static let mostText = 4_000_000

    package init(_ bytes: [UInt8]) throws(PlotRefusal) {
        var archive = try Archive(bytes)
        guard let book = archive.named("xl/workbook.xml") else { throw .brokenSheet }
        let path = try Self.path(of: try archive.unpack(book), in: &archive)
        var shared: [String] = []
        if let entry = archive.named("xl/sharedStrings.xml") {
            shared = try Self.shared(try archive.unpack(entry))
        }
        guard let sheet = archive.named(path) else { throw .brokenSheet }
        try read(try archive.unpack(sheet), shared)
    }

    /// The first sheet that is shown stands where its relation says.
    private static func path(
        of book: [UInt8],
        in archive: inout Archive
    ) throws(PlotRefusal) -> String {
        var (events, wanted) = (try XMLEvents(book), String?.none)
        while wanted == nil, let event = try events.next() {
            if case .start("sheet", let attributes) = event, attributes["state"] == nil {
                wanted = attributes["id"]
            }
        }
        guard let wanted, let entry = archive.named("xl/_rels/workbook.xml.rels") else {
            return "xl/worksheets/sheet1.xml"
        }
        var relations = try XMLEvents(try archive.unpack(entry))
        while let event = try relations.next() {
            guard case .start("Relationship", let attributes) = event, attributes["Id"] == wanted,
                let target = attributes["Target"]
            else { continue }
            return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        }
        throw .brokenSheet
    }

    /// Texts that cells refer to by number; what is only to be read aloud is left out.
    private static func shared(_ bytes: [UInt8]) throws(PlotRefusal) -> [String] {
        var (events, texts, text) = (try XMLEvents(bytes), [String](), "")
        var (isText, isSpoken) = (false, false)
        while let event = try events.next() {
            switch event {
            case .start("si", _): text = ""
            case .start("rPh", _): isSpoken = true
            case .end("rPh"): isSpoken = false
            case .start("t", _): isText = true
            case .end("t"): isText = false
            case .text(let part): if isText, !isSpoken { text += part }
            case .end("si"): texts.append(text)
            case .start, .end: break
            }
        }
        return texts
    }

    private mutating func read(_ bytes: [UInt8], _ shared: [String]) throws(PlotRefusal) {
        var events = try XMLEvents(bytes)
        var (row, kind, column, content): ([String], String, Int, String) = ([], "", 0, "")
        var (isValue, cells) = (false, 0)
        while let event = try events.next() {
            switch event {
            case .start("row", _):
                row = []
                column = -1
            case .start("c", let attributes):
                kind = attributes["t"] ?? ""
                column = attributes["r"].flatMap(Self.column) ?? column + 1
                content = ""
                guard column < Self.mostColumns else { throw .brokenSheet }
            case .start("v", _), .start("t", _): isValue = true
            case .end("v"), .end("t"): isValue = false
            case .text(let part):
                if isValue { content += part }
                guard content.utf8.count <= Self.mostText else { throw .brokenSheet }
            case .end("c"):
                guard column >= 0 else { throw .brokenSheet }
                while row.count <= column { row.append("") }
                row[column] = try Self.text(content, kind: kind, shared)
            case .end("row"):
                if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
                cells += row.count
                guard rows.count <= Self.mostRows, cells <= Self.mostCells else { throw .tooLarge }
            case .start, .end: break
            }
        }
    }

    private static func text(
        _ content: String,
        kind: String,
        _ shared: [String]
    ) throws(PlotRefusal) -> String {
        guard kind == "s" else { return content }
        guard let index = Int(content), shared.indices.contains(index) else { throw .brokenSheet }
        return shared[index]
    }

    /// `AB12` is column 27, from 0.
    private static func column(_ reference: String) -> Int? {
        let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
    }
}
