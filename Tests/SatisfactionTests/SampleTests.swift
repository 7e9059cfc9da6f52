import Satisfaction
import Site
import Stories
import Testing

/// The printed table of Krejcie and Morgan, population and sample.
private let printed = """
    10:10 15:14 20:19 25:24 30:28 35:32 40:36 45:40 50:44 55:48 60:52 65:56 70:59 75:63 80:66
    85:70 90:73 95:76 100:80 110:86 120:92 130:97 140:103 150:108 160:113 170:118 180:123 190:127
    200:132 210:136 220:140 230:144 240:148 250:152 260:155 270:159 280:162 290:165 300:169 320:175
    340:181 360:186 380:191 400:196 420:201 440:205 460:210 480:214 500:217 550:226 600:234 650:242
    700:248 750:254 800:260 850:265 900:269 950:274 1000:278 1100:285 1200:291 1300:297 1400:302
    1500:306 1600:310 1700:313 1800:317 1900:320 2000:322 2200:327 2400:331 2600:335 2800:338
    3000:341 3500:346 4000:351 4500:354 5000:357 6000:361 7000:364 8000:367 9000:368 10000:370
    15000:375 20000:377 30000:379 40000:380 50000:381 75000:382 1000000:384
    """

struct SampleTests {
    @Test func `the formula gives every number of the printed table`() {
        let rows = printed.split(whereSeparator: \.isWhitespace).map {
            $0.split(separator: ":").compactMap { Int($0) }
        }
        #expect(rows.count == 90)
        for row in rows { #expect(Sample.size(for: row[0]) == row[1], "\(row)") }
    }

    @Test func `a sample is never larger than its population and never shrinks with it`() {
        var last = 0
        for population in 0...3000 {
            let size = Sample.size(for: population)
            #expect(size <= population && size >= last)
            last = size
        }
    }

    @Test func `twelve answers of thirty-two cases are not enough`() {
        let sample = Sample(answers: 12, of: 32)
        #expect(sample.needed == 30)
        #expect(!sample.isEnough)
        #expect(Sample(answers: 30, of: 32).isEnough)
    }

    @Test func `answers that could be told apart are never enough`() {
        #expect(Sample(answers: 2, of: 2).needed == Sample.fewest)
        #expect(!Sample(answers: 4, of: 4).isEnough)
        #expect(Sample(answers: 5, of: 5).isEnough)
    }
}

struct PeriodTests {
    @Test(arguments: [
        ("2026-t1", 2026, 1), ("2026-t4", 2026, 4), ("2026", 2026, nil as Int?),
    ])
    func `a period is read as it is written`(text: String, year: Int, quarter: Int?) {
        let period = Period(text)
        #expect(period?.year == year && period?.quarter == quarter)
        #expect(period?.text == text)
    }

    @Test(arguments: ["", "26", "2026-t5", "2026-t0", "2026-4", "2026-t4-t4", "2026-", "1999"])
    func `anything else is no period`(text: String) { #expect(Period(text) == nil) }

    @Test func `every day lies in the quarter whose bounds hold it`() {
        for number in stride(from: 20_000, to: 22_000, by: 1) {
            let day = Day(number: number)
            let period = Period(quarterOf: day)
            let (from, before) = period.bounds(in: .wib)
            let noon = Zone.wib.instant(day, minute: 720)
            #expect(from <= noon && noon < before)
        }
    }

    @Test func `a year is its four quarters, one after the other`() throws {
        let year = try #require(Period("2026")).bounds(in: .wib)
        let quarters = (1...4).compactMap { Period(year: 2026, quarter: $0)?.bounds(in: .wib) }
        #expect(quarters.first?.from == year.from && quarters.last?.before == year.before)
        for (one, next) in zip(quarters, quarters.dropFirst()) { #expect(one.before == next.from) }
    }

    @Test func `before a quarter comes the one before, also over the year`() {
        #expect(Period("2026-t1")?.previous.text == "2025-t4")
        #expect(Period("2026-t3")?.previous.text == "2026-t2")
        #expect(Period("2026")?.previous.text == "2025")
    }
}

struct ProfileTests {
    private func shown(_ counts: [(String?, Int)]) throws -> [String] {
        let scope = ReportScope(unit: nil, service: nil, try #require(Period("2026")))
        let report = Report(
            scope,
            ReportFigures(Tally(), of: 0, by: .exact),
            profile: counts.map { Report.ProfileLine(.work, $0.0, $0.1) },
            through: 0,
            at: Instant(milliseconds: 0)
        )
        return report.lines(of: .work).map { "\($0.words.indonesian): \($0.count.indonesian)" }
    }

    @Test func `a small count is not told, nor what is left of the whole`() throws {
        #expect(
            try shown([("usaha", 3), ("swasta", 9), ("pelajar", 20), (nil, 12)]) == [
                "Usaha sendiri: tidak dirinci", "Karyawan atau buruh: tidak dirinci",
                "Pelajar atau mahasiswa: 20", "Tidak diisi: 12",
            ]
        )
    }

    @Test func `two small counts hide each other`() throws {
        #expect(
            try shown([("usaha", 3), ("swasta", 1), (nil, 12)]) == [
                "Usaha sendiri: tidak dirinci", "Karyawan atau buruh: tidak dirinci",
                "Tidak diisi: 12",
            ]
        )
        #expect(try shown([("usaha", 7), (nil, 12)]) == ["Usaha sendiri: 7", "Tidak diisi: 12"])
    }
}
