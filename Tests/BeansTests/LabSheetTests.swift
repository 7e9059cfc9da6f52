import Beans
import Testing

private func sheet(_ lines: String...) -> LabSheet {
    LabSheet(Array(lines.joined(separator: "\n").utf8))
}

struct LabSheetTests {
    @Test func `a sheet with a row for each defect is read`() throws {
        let read = sheet(
            "sampel;cacat;jumlah;berat_contoh;kadar_air;kotoran;serangga_hidup;bau",
            "L-1;biji_hitam;6;300;12,1;0,3;tidak;normal",
            ";Biji pecah;25",
            ";biji_coklat;12;300",
            "L-2;kopi_gelondong;2;280 g;13 %;;ada"
        )
        #expect(read.problems.isEmpty)
        #expect(read.samples.map(\.name) == ["L-1", "L-2"] && read.samples.map(\.line) == [2, 5])
        let first = GradeReport(try #require(read.samples.first).sample, species: .robusta)
        #expect(first.sum == 14 && first.isWithinStandard && first.isComplete)
        let second = GradeReport(try #require(read.samples.last).sample, species: .robusta)
        #expect(second.isIndicative && !second.isWithinStandard && !second.isComplete)
    }

    @Test func `a sheet with a column for each defect is read`() throws {
        let read = sheet(
            "Sampel,Berat contoh,Biji hitam,biji_pecah,ayakan 16,ayakan_9",
            "A,300,6,25,\"190,5\",9.5",
            "B,300,0,,200,0"
        )
        #expect(read.problems.isEmpty)
        let reports = read.samples.map {
            GradeReport($0.sample, species: .robusta, treatment: .dry)
        }
        #expect(reports.map(\.sum) == [11, 0])
        #expect(reports.map(\.size?.size?.name) == [.large, .large])
    }

    @Test func `beans with several defects are joined by a plus`() throws {
        let read = sheet("cacat;jumlah;berat_contoh", "biji_hitam + biji_pecah;4;300")
        let sample = try #require(read.samples.first).sample
        #expect(GradeReport(sample, species: .robusta).sum == 4)
    }

    @Test func `whatever program saved it, the marks before the text are no heading`() {
        let text = "cacat\tjumlah\tberat_contoh\r\nbiji_hitam\t1\t300\r\n"
        #expect(LabSheet([0xEF, 0xBB, 0xBF] + Array(text.utf8)).samples.count == 1)
        let units = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let wide: [UInt8] = [0xFF, 0xFE] + units
        #expect(LabSheet(wide).samples.count == 1)
    }

    @Test(arguments: [
        ("biji_hitam;-1;300", LabProblem.Code.count, "jumlah"),
        ("biji_hitam;1,5;300", .count, "jumlah"), ("biji_hitam;enam;300", .count, "jumlah"),
        ("biji_hitam;;300", .count, "jumlah"), ("biji_hitam;1.000;300", .number, "jumlah"),
        ("biji_hitam;999999;300", .count, "jumlah"),
        ("biji_hitm;1;300", .unknownDefect, "cacat"), (";1;300", .unknownDefect, "cacat"),
        ("biji_hitam;1;0,3", .weight, "berat_contoh"),
        ("biji_hitam;1;0,3 kg", .weight, "berat_contoh"),
        ("biji_hitam;1;0,66 lb", .weight, "berat_contoh"),
        ("biji_hitam;1;-300", .weight, "berat_contoh"),
        ("biji_hitam;1;300000", .weight, "berat_contoh"),
        ("biji_hitam;1;1.000", .weight, "berat_contoh"),
        ("biji_hitam;1;300;120", .share, "kadar_air"),
        ("biji_hitam;1;300;0,125", .share, "kadar_air"),
        ("biji_hitam;1;300;-2", .share, "kadar_air"),
        ("biji_hitam;1;300;12;mungkin", .yesOrNo, "bau"),
    ])
    func `what cannot be read is told with its place, and the sample is not graded`(
        row: String,
        code: LabProblem.Code,
        column: String
    ) {
        let read = sheet("cacat;jumlah;berat_contoh;kadar_air;bau", row)
        #expect(read.problems.map(\.code) == [code])
        #expect(read.problems.map(\.line) == [2] && read.problems.map(\.column) == [column])
        #expect(read.samples.isEmpty)
    }

    @Test func `the nearest name is offered`() {
        let defect = sheet("cacat;jumlah;berat_contoh", "biji_hitm;1;300").problems.first
        #expect(defect?.sentence.indonesian.contains("Maksudnya biji_hitam?") == true)
        let column = sheet("cacat;jumlh;berat_contoh", "biji_hitam;1;300").problems.first
        #expect(column?.sentence.indonesian.contains("Maksudnya jumlah?") == true)
    }

    @Test func `a weight in another unit says what it would be in grams`() {
        let problem = sheet("cacat;jumlah;berat_contoh", "biji_hitam;1;0,3 kg").problems.first
        #expect(problem?.sentence.indonesian.contains("Itu 300 g.") == true)
        #expect(problem?.place.indonesian == "baris 2, kolom berat_contoh")
        let bare = sheet("cacat;jumlah;berat_contoh", "biji_hitam;1;0,66").problems.first
        #expect(bare?.sentence.indonesian.contains("bila pon (lb), ≈ 299,4 g") == true)
    }

    @Test(arguments: [
        (
            ["cacat;jumlah;berat_contoh;warna", "biji_hitam;1;300"], LabProblem.Code.unknownColumn,
            1
        ),
        (["cacat;jumlah;jumlah;berat_contoh", "biji_hitam;1;1;300"], .columnTwice, 1),
        (["sampel;berat_contoh", "A;300"], .noDefects, 1),
        (["cacat,jumlah,berat_contoh,kadar_air", "biji_hitam,1,300,12,5"], .tooManyCells, 2),
        (
            ["cacat;jumlah;berat_contoh", "biji_hitam;1;300", "\"biji_pecah;1"], .unclosedQuotation,
            3
        ),
        ([""], .empty, 1), (["cacat;jumlah;berat_contoh"], .empty, 1),
        (["cacat;jumlah;berat_contoh", "biji_hitam;1"], .noWeight, 2),
        (["cacat;jumlah;berat_contoh", "biji_hitam;1;300", "biji_hitam;2"], .defectTwice, 3),
        (["cacat;jumlah;berat_contoh", "biji_hitam;1;300", "biji_pecah;2;250"], .saidOtherwise, 3),
    ])
    func `a file that may hide something is not graded`(
        lines: [String],
        code: LabProblem.Code,
        line: Int
    ) {
        let read = LabSheet(Array(lines.joined(separator: "\n").utf8))
        #expect(read.problems.map(\.code) == [code] && read.problems.map(\.line) == [line])
        #expect(read.samples.isEmpty)
    }

    @Test func `one sample's mistake leaves the others`() {
        let read = sheet(
            "sampel;cacat;jumlah;berat_contoh",
            "A;biji_hitam;x;300",
            "B;biji_hitam;1;300"
        )
        #expect(read.samples.map(\.name) == ["B"] && read.problems.map(\.line) == [2])
    }

    @Test func `a file that is too long is refused whole`() {
        let rows = Array(repeating: "A;biji_hitam;1;300", count: LabSheet.mostRows + 1)
        let read = LabSheet(
            Array((["sampel;cacat;jumlah;berat_contoh"] + rows).joined(separator: "\n").utf8)
        )
        #expect(read.samples.isEmpty && read.problems.contains { $0.code == .tooLong })
    }
}
