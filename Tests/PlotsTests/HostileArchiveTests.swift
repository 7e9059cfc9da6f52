import Plots
import Stories
import Testing

@Suite struct HostileArchiveTests {
    static func sheet(
        _ cells: String,
        shared: String? =
            "<sst><si><t>Petani</t></si><si><r><t>Kenari </t></r><r><t>Bukit</t></r></si></sst>"
    ) -> ZipFile {
        var zip = ZipFile()
        zip.add(
            "xl/workbook.xml",
            Array(
                #"<workbook><sheets><sheet name="x" state="hidden" r:id="r1"/><sheet r:id="r2"/></sheets></workbook>"#
                    .utf8
            )
        )
        zip.add(
            "xl/_rels/workbook.xml.rels",
            Array(
                #"<Relationships><Relationship Id="r1" Target="a.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>"#
                    .utf8
            )
        )
        if let shared { zip.add("xl/sharedStrings.xml", Array(shared.utf8)) }
        zip.add(
            "xl/worksheets/sheet2.xml",
            Array("<worksheet><sheetData>\(cells)</sheetData></worksheet>".utf8)
        )
        return zip
    }

    @Test func `the first sheet that is shown is read as rows of text`() throws {
        let zip = Self.sheet(
            #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>lat</t></is></c>"#
                + #"<c t="inlineStr"><is><t>lon</t></is></c></row><row r="2"/><row r="3">"#
                + #"<c r="A3" t="s"><v>1</v></c><c r="C3"><v>-4.212345</v></c><c r="D3" t="str">"#
                + #"<f>B1</f><v>103.512345</v></c></row>"#
        )
        let sheet = try Spreadsheet(zip.bytes)
        #expect(
            sheet.rows == [
                ["Petani", "", "lat", "lon"], ["Kenari Bukit", "", "-4.212345", "103.512345"],
            ]
        )
        let read = try PlotRows(reading: zip.bytes)
        #expect(read.form == .spreadsheet)
        #expect(read.rows[0].boundary?.positions.first?.description == "103.512345,-4.212345")
        #expect(read.rows[0]["Petani"] == "Kenari Bukit")
    }

    @Test(arguments: [
        #"<row><c t="s"><v>2</v></c></row>"#, #"<row><c t="s"><v>-1</v></c></row>"#,
        #"<row><c t="s"><v>x</v></c></row>"#, #"<row><c r="ZZZ1"><v>1</v></c></row>"#,
        "<row><c r=\"A1\"><v>\(String(repeating: "1", count: 4_000_001))</v></c></row>",
    ])
    func `a sheet that is not sound is refused`(cells: String) {
        #expect(throws: PlotRefusal.brokenSheet) { try Spreadsheet(Self.sheet(cells).bytes) }
    }

    @Test func `a sheet of a few cells far to the right does not fill the memory`() {
        let row = #"<row><c r="SF1"><v>1</v></c></row>"#
        let zip = Self.sheet(String(repeating: row, count: 20_000))
        #expect(throws: PlotRefusal.tooLarge) { try Spreadsheet(zip.bytes) }
    }

    @Test func `what swells beyond all measure is not unpacked to its end`() {
        var zip = ZipFile()
        zip.add("doc.kml", [UInt8](repeating: 0x20, count: 129_000_000))
        #expect(zip.bytes.count < 200_000)
        #expect(throws: PlotRefusal.swollen) { try PlotRows(reading: zip.bytes) }
    }

    @Test func `what an archive says of itself is not believed`() {
        let kml = Array(IncomingTests.kml.utf8)
        func refusal(_ lie: ZipFile.Lie) -> PlotRefusal? {
            var zip = ZipFile()
            zip.add("doc.kml", kml, lie: lie)
            do {
                _ = try PlotRows(reading: zip.bytes)
                return nil
            } catch { return error }
        }
        #expect(refusal(ZipFile.Lie()) == nil)
        #expect(refusal(ZipFile.Lie(flags: 1)) == .encrypted)
        #expect(refusal(ZipFile.Lie(checksum: 7)) == .brokenArchive)
        #expect(refusal(ZipFile.Lie(method: 0)) == .brokenArchive)
        #expect(refusal(ZipFile.Lie(method: 99)) == .brokenArchive)
        var many = ZipFile()
        for number in 0...1000 { many.add("\(number)", [], squeezed: false) }
        #expect(throws: PlotRefusal.tooManyEntries) { try PlotRows(reading: many.bytes) }
        var foreign = ZipFile()
        foreign.add("catatan.txt", [1])
        #expect(throws: PlotRefusal.unknownForm) { try PlotRows(reading: foreign.bytes) }
    }

    @Test(arguments: [
        ("<!DOCTYPE kml [<!ENTITY a \"aaaa\">]><kml/>", PlotRefusal.documentType),
        ("<kml>\n<a></b></kml>", .brokenXML(line: 2)),
        ("<kml>\n\n&bom;</kml>", .brokenXML(line: 3)),
        ("<kml><a>", .brokenXML(line: 1)), ("<kml a=1/>", .brokenXML(line: 1)),
        ("<kml a=\"1/>", .brokenXML(line: 1)), ("<kml><!-- ", .brokenXML(line: 1)),
        ("<kml>" + String(repeating: "<a>", count: 100_000), .brokenXML(line: 1)),
        ("<kml>\u{0}</kml>", .noPlots), ("<html></html>", .unknownForm), ("<", .brokenXML(line: 1)),
        ("<gpx><trkpt/></gpx>", .brokenXML(line: 1)), ("<kml></kml>", .noPlots),
        ("kode;lokasi", .unknownForm),
        ("", .unknownForm),
    ])
    func `what is no map is refused, with its line`(text: String, refusal: PlotRefusal) {
        #expect(throws: refusal) { try PlotRows(reading: Array(text.utf8)) }
    }

    @Test func `each refusal is said in both languages`() {
        let refusals: [PlotRefusal] = [
            .unknownForm, .brokenArchive, .encrypted, .tooManyEntries, .swollen,
            .brokenXML(line: 3),
            .documentType, .brokenShapes, .tooLarge, .otherProjection("X"), .noProjection,
            .brokenSheet, .noPlots,
        ]
        #expect(Set(refusals.map(\.sentence)).count == refusals.count)
        #expect(Set(refusals.map(\.sentenceInEnglish)).count == refusals.count)
        #expect(refusals.allSatisfy { $0.sentence != $0.sentenceInEnglish && $0.status == 422 })
    }

    /// Files with a few bytes changed, cut off or doubled are read or refused, and never crash.
    @Test(arguments: UInt64(1)...300)
    func `a spoiled file is read or refused`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed)
        var shapes = ShapeFiles()
        shapes.shapes = [
            (
                rings: [[(103.5, -4.2), (103.5, -4.199), (103.501, -4.199), (103.5, -4.2)]],
                text: "A"
            )
        ]
        // Packed without squeezing, so that what is spoiled lies inside, too.
        var zip = ZipFile()
        func spoiled(_ bytes: [UInt8], _ often: ClosedRange<Int>) -> [UInt8] {
            var bytes = bytes
            for _ in 0..<numbers.whole(often) where !bytes.isEmpty {
                let at = numbers.whole(0...bytes.count - 1)
                switch numbers.whole(0...3) {
                case 0: bytes[at] = UInt8(numbers.whole(0...255))
                case 1: bytes.remove(at: at)
                case 2: bytes.removeLast(min(bytes.count, numbers.whole(0...30)))
                default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 20)], at: at)
                }
            }
            return bytes
        }
        zip.add("a.shp", spoiled(shapes.shp, 0...2), squeezed: false)
        zip.add("a.dbf", spoiled(shapes.dbf, 0...2), squeezed: false)
        zip.add("a.prj", spoiled(Array((shapes.projection ?? "").utf8), 0...1), squeezed: false)
        let files = [
            spoiled(Array(IncomingTests.kml.utf8), 1...3),
            spoiled(Array(IncomingTests.gpx.utf8), 1...3),
            zip.bytes, spoiled(zip.bytes, 1...2),
        ]
        for file in files {
            do throws(PlotRefusal) {
                let read = try PlotRows(reading: file)
                #expect(read.rows.allSatisfy { $0.number > 0 })
            } catch {
                #expect(!error.sentence.isEmpty)
            }
        }
    }
}
