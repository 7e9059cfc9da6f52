import Coffee
import Foundation
import Site
import Testing

/// Grades under SNI 01-2907-2008.
struct GradeTests {
    private static func report(
        _ counts: [Defect: Int64],
        _ species: GradedSpecies = .robusta,
        tenths: Int64 = 3000
    ) -> GradeReport {
        var sheet = GradeSheet("")
        sheet.counts = counts
        sheet.sampleTenths = tenths
        return GradeReport(of: sheet, as: species)
    }

    private static let worked: [Defect: Int64] = [
        .black: 6, .partlyBlack: 8, .broken: 25, .brown: 12, .oneHole: 30, .moreHoles: 20,
        .spotted: 15, .driedCherry: 2, .immature: 18, .mediumForeign: 1,
    ]

    @Test func `the worked example has 34,1 points and is grade 3`() {
        for species in GradedSpecies.allCases {
            let report = Self.report(Self.worked, species)
            #expect(report.twentieths == 682)
            #expect(report.points(in: .indonesian) == "34,1")
            #expect(report.grade == .three)
        }
    }

    @Test func `a few broken and brown beans are grade 1`() {
        let report = Self.report([.broken: 8, .brown: 4])
        #expect(report.points(in: .indonesian) == "2,6")
        #expect(report.grade == .one)
    }

    /// So many tenths of a point, counted as beans with one hole.
    @Test(
        arguments: [
            (0, Grade.one, Grade.one), (110, .one, .one), (111, .two, .two), (115, .two, .two),
            (250, .two, .two), (251, .three, .three), (440, .three, .three), (441, .fourA, .four),
            (600, .fourA, .four), (601, .fourB, .four), (800, .fourB, .four), (801, .five, .five),
            (1500, .five, .five), (1501, .six, .six), (2250, .six, .six),
            (2251, .outside, .outside),
        ] as [(Int64, Grade, Grade)]
    )
    func `a bound belongs to the better grade`(
        _ tenths: Int64,
        _ robusta: Grade,
        _ arabica: Grade
    ) {
        #expect(Self.report([.oneHole: tenths], .robusta).grade == robusta)
        #expect(Self.report([.oneHole: tenths], .arabica).grade == arabica)
    }

    @Test func `a sample of another weight is scaled exactly, and is an indication`() {
        // 11 points in 300 g are 3,6666 in 100 g: the bound must not be lost in rounding.
        let third = Self.report([.oneHole: 36, .brown: 0], tenths: 1000)
        #expect(third.grade == .one)
        #expect(third.isIndicative)
        #expect(third.points(in: .indonesian) == "10,8")
        #expect(Self.report([.oneHole: 37], tenths: 1000).grade == .two)
        #expect(!Self.report([:]).isIndicative)
    }

    @Test func `the table has the twenty defects of the standard with their values`() {
        #expect(Defect.allCases.count == 20)
        #expect(Defect.allCases.reduce(0) { $0 + $1.twentieths } == 301)
        #expect(Set(Defect.allCases.map(\.words.indonesian)).count == 20)
    }

    @Test func `a bean with several defects counts once, with the largest`() {
        var sheet = GradeSheet("")
        sheet.count(3, with: [.oneHole, .black, .broken])
        #expect(sheet.counts == [.black: 3])
    }

    @Test func `moisture, dirt, insects and smell stand beside the grade`() {
        var sheet = GradeSheet("")
        (sheet.moisture, sheet.dirt) = (1250, 50)
        (sheet.hasLiveInsects, sheet.smells) = (false, false)
        #expect(GradeReport(of: sheet, as: .robusta).isFit)
        (sheet.moisture, sheet.dirt) = (1251, 51)
        (sheet.hasLiveInsects, sheet.smells) = (true, true)
        let report = GradeReport(of: sheet, as: .robusta)
        #expect(report.failings == GradeReport.Failing.allCases)
        #expect(!report.isFit)
        #expect(GradeReport(of: GradeSheet(""), as: .robusta).unmeasured.count == 4)
    }

    private static func file(_ text: String) -> GradeFile {
        GradeFile(TextOfFile(Array(text.utf8)))
    }

    @Test(arguments: [
        "kode,jumlah\nbiji_hitam,6\nkadar_air,12.5\n",
        "\u{FEFF}Jenis cacat;Jumlah\r\nBiji hitam;6\r\nkadar air;12,5 %\r\n",
        "sampel\tkode\tjumlah\n\tbiji_hitam+biji_pecah\t6\n\tkadar_air\t12,50\n",
    ])
    func `a sheet is read as laboratories write it`(_ text: String) throws {
        let file = Self.file(text)
        #expect(file.problems.isEmpty, "\(file.problems)")
        let sheet = try #require(file.sheets.first)
        #expect(sheet.counts == [.black: 6])
        #expect(sheet.moisture == 1250)
    }

    @Test func `several samples stand in one file`() {
        let file = Self.file(
            "sampel,kode,jumlah\nA,biji_hitam,1\nB,biji_hitam,20\nA,biji_muda,5\nB,berat_contoh,300\n"
        )
        #expect(file.sheets.map(\.sample) == ["A", "B"])
        #expect(file.sheets.map { GradeReport(of: $0, as: .robusta).grade } == [.one, .two])
    }

    @Test(arguments: [
        ("", 1, "kolom"), ("a,b\n1,2\n", 1, "kolom"), ("kode,jumlah\n", 1, "Tidak ada"),
        ("kode,jumlah\nbiji_ungu,3\n", 2, "biji_ungu"),
        ("kode,jumlah\nbiji_hitam,tiga\n", 2, "tiga"),
        ("kode,jumlah\nbiji_hitam,-3\n", 2, "-3"), ("kode,jumlah\nbiji_hitam,1.5\n", 2, "1.5"),
        ("kode,jumlah\nberat_contoh,0.3\n", 2, "gram"), ("kode,jumlah\nkadar_air,125\n", 2, "125"),
        ("kode,jumlah\nserangga_hidup,mungkin\n", 2, "mungkin"),
        ("kode,jumlah\n\"biji_hitam,3\n", 2, "kutip"), ("kode,jumlah\n,3\n", 2, "cacat"),
    ])
    func `what cannot be read is named with its line`(
        _ text: String,
        _ line: Int,
        _ word: String
    ) throws {
        let problem = try #require(Self.file(text).problems.first)
        #expect(problem.line == line)
        #expect(problem.words.indonesian.contains(word), "\(problem.words.indonesian)")
    }

    @Test func `whatever a file holds, it is read or named`() {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("kode,jumlah;biji_hitam\"\n\r\t+%0123456789.,é\u{0}".utf8)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                letters.randomElement(using: &generator) ?? 0
            }
            let file = GradeFile(TextOfFile(Array("kode,jumlah\n".utf8) + bytes))
            for sheet in file.sheets {
                _ = GradeReport(of: sheet, as: .arabica).points(in: .english)
            }
        }
    }
}
