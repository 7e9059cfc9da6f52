import Foundation
import Site
import Stories
import Testing

/// Open data as a file: RFC 4180 for any text, and no cell that a spreadsheet would run.
struct DataFilesTests {
    private static let set = Dataset(
        "contoh",
        Words("Contoh", "Example"),
        Words("Isi contoh", "An example"),
        columns: [.init("nama", Words("Nama", "Name")), .init("nilai", Words("Nilai", "Value"))]
    ) { [] }

    private static func csv(_ rows: [[Dataset.Value]]) -> String {
        String(decoding: DataFiles.csv(["nama", "nilai"], rows), as: UTF8.self)
    }

    @Test(arguments: [
        (Dataset.Value.text("Kantor Camat"), "Kantor Camat"),
        (.text("satu, dua"), "\"satu, dua\""), (.text("kata \"ini\""), "\"kata \"\"ini\"\"\""),
        (.text("dua\r\nbaris"), "\"dua\r\nbaris\""), (.text("a;b"), "a;b"), (.text(""), ""),
        (.nothing, ""), (.number(-5), "-5"), (.decimal("-3.25"), "-3.25"),
        (.text("=1+2"), "'=1+2"), (.text("@SUM(A1)"), "'@SUM(A1)"), (.text("-2"), "'-2"),
        (.text("+62"), "'+62"), (.text("\t=1"), "'\t=1"), (.text("\r=1"), "\"'\r=1\""),
        (.text("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
        (.text("＝1"), "'＝1"),
    ])
    func `a cell is quoted where it must be and defused where it could run`(
        value: Dataset.Value,
        written: String
    ) {
        #expect(Self.csv([[value, .number(1)]]) == "nama,nilai\r\n\(written),1\r\n")
    }

    @Test func `programs get the same rows with what the columns mean`() throws {
        let rows: [[Dataset.Value]] = [
            [.text("=1+2"), .decimal("81.25")], [.text("b"), .nothing],
        ]
        let installation = Installation(name: "Kabupaten Contoh", base: "https://contoh.go.id")
        let bytes = try DataFiles.json(Self.set, rows, of: installation)
        let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let whole = try #require(read)
        #expect(whole["licence"] as? String == "CC BY 4.0")
        #expect(whole["source"] as? String == "Kabupaten Contoh")
        let lines = try #require(whole["rows"] as? [[String: Any]])
        #expect(lines[0]["nama"] as? String == "=1+2", "no spreadsheet runs JSON")
        #expect(lines[0]["nilai"] as? Double == 81.25)
        #expect(lines[1]["nilai"] is NSNull)
        let columns = try #require(whole["columns"] as? [[String: String]])
        #expect(columns.map { $0["name"] } == ["nama", "nilai"])
    }

    @Test(arguments: [
        ("en", Language?.some(.english)), ("en-GB,en;q=0.9", .english), ("id", .indonesian),
        ("id,en", .indonesian), ("en;q=0.5,id;q=0.9", .indonesian), ("en, id", .english),
        ("fr,en;q=0.2", .english), ("*", nil), ("", nil), ("jv", nil), ("en;q=0", nil),
        ("en;q=x", nil), (";;,,q=1", nil), ("EN-us", .english),
        (String(repeating: "x,", count: 100_000) + "en", nil),
    ])
    func `a browser's wish is read`(header: String, language: Language?) {
        #expect(Language.preferred(by: header, among: Language.allCases) == language)
    }
}
