import Feel
import Testing

@Suite struct `An expression` {
    @Test(
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 ** 10", "1024"), ("-2 ** 2", "4"),
            ("0.1 + 0.2", "0.3"), ("10 / 4", "2.5"), ("1 / 0", "null"), ("7 - -1", "8"),
            ("\"a\" + \"b\"", "\"ab\""), ("\"dua\\nbaris\"", "\"dua\\nbaris\""),
            ("1 < 2 and 2 < 3", "true"), ("1 > 2 or 3 > 2", "true"), ("not(1 > 2)", "true"),
            ("1 between 0 and 2", "true"), ("3 in [1..5]", "true"), ("5 in [1..5)", "false"),
            ("1 in (1..5]", "false"), ("4 in (<5, 7)", "true"), ("6 in (<5, 7)", "false"),
            ("5 in > 4", "true"), ("\"kopi\" in (\"kopi\", \"teh\")", "true"),
            ("if 1 > 2 then \"a\" else \"b\"", "\"b\""), ("[1, 2, 3][2]", "2"),
            ("[1, 2, 3][-1]", "3"), ("[1, 2, 3, 4][item > 2]", "[3, 4]"), ("[1][5]", "null"),
            ("{a: 1, b: a + 1}.b", "2"), ("{\"nama ibu\": \"Sri\"}.nama ibu", "\"Sri\""),
            ("for i in 1..3 return i * i", "[1, 4, 9]"),
            ("for a in [1, 2], b in [10, 20] return a + b", "[11, 21, 12, 22]"),
            ("for i in 1..4 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24]"),
            ("some x in [1, 5] satisfies x > 4", "true"),
            ("every x in [1, 5] satisfies x > 4", "false"),
            ("(function(x, y) x + y)(1, 2)", "3"), ("5 instance of number", "true"),
            ("null = null", "true"), ("1 = null", "false"),
        ]
    )
    func `comes to`(source: String, value: String) throws {
        #expect(try Form.value(source).description == value)
    }

    @Test(
        arguments: [
            ("jenis_usaha = \"kopi\"", "true"), ("jenis_usaha in (\"warung\", \"lain\")", "false"),
            ("luas_kebun > 4", "null"), ("luas_kebun = null", "true"),
            ("not(luas_kebun > 4)", "null"),
            ("luas_kebun > 4 or menikah", "true"), ("luas_kebun > 4 and menikah", "null"),
            ("luas_kebun > 4 and 1 > 2", "false"),
            ("if luas_kebun > 4 then \"besar\" else \"kecil\"", "\"kecil\""),
            ("years between(tanggal_lahir, hari_ini)", "35"),
            ("years and months duration(tanggal_lahir, hari_ini)", "P35Y11M"),
            ("years and months duration(tanggal_lahir, hari_ini).years >= 17", "true"),
            ("(hari_ini - tanggal_lahir).days", "13148"),
            ("hari_ini + duration(\"P10D\")", "2026-06-24"), ("hari_ini - @\"P1M\"", "2026-05-14"),
            ("tanggal lahir anak.year", "2015"), ("pemilik.umur + 1", "42"),
            ("pohon[jenis = \"arabika\"].banyak", "[120]"), ("sum(pohon.banyak)", "150"),
            ("pohon[banyak > 50][1].jenis", "\"arabika\""), ("max(panen)", "5"),
            ("count(panen[item >= 4])", "2"), ("mean(panen)", "4"),
        ]
    )
    func `reads answers`(source: String, value: String) throws {
        #expect(try Form.value(source).description == value)
    }

    @Test(
        arguments: [
            ("sum([1, 2.5])", "3.5"), ("sum(1, 2)", "3"), ("min([3, 1])", "1"), ("count([])", "0"),
            ("sum([])", "null"), ("contains(\"kopi\", \"op\")", "true"),
            ("starts with(\"kopi\", \"ko\")", "true"), ("ends with(\"kopi\", \"pi\")", "true"),
            ("matches(\"0812-3456\", \"^08[0-9]{2}-\\d+$\")", "true"),
            ("upper case(\"kopi\")", "\"KOPI\""), ("string length(\"é😀\")", "2"),
            ("substring(\"kebun\", 2, 3)", "\"ebu\""), ("substring(\"kebun\", -2)", "\"un\""),
            ("substring before(\"a@b\", \"@\")", "\"a\""),
            ("substring after(\"a@b\", \"@\")", "\"b\""), ("string(1.50)", "\"1.5\""),
            ("number(\"1.234,5\", \".\", \",\")", "1234.5"), ("floor(-1.5)", "-2"),
            ("ceiling(1.2)", "2"), ("round half up(2.5, 0)", "3"), ("round half down(2.5, 0)", "2"),
            ("decimal(2.345, 2)", "2.34"), ("abs(-3)", "3"), ("modulo(-7, 3)", "2"),
            ("sqrt(16)", "4"), ("list contains([1, 2], 2)", "true"),
            ("append([1], 2, 3)", "[1, 2, 3]"),
            ("concatenate([1], [2])", "[1, 2]"), ("distinct values([1, 1, 2])", "[1, 2]"),
            ("all([true, false])", "false"), ("any([true, false])", "true"),
            ("date(2026, 2, 29)", "null"), ("date(\"2024-02-29\") + @\"P1Y\"", "2025-02-28"),
            ("day of week(date(\"2026-01-01\"))", "\"Thursday\""),
            ("month of(@\"2026-03-01\")", "3"),
            ("time(\"08:30:00\") < time(\"09:00:00\")", "true"), ("@\"PT90M\"", "PT1H30M"),
            ("sort([3, 1, 2], function(a, b) a < b)", "[1, 2, 3]"),
            ("replace(\"a1b22\", \"[0-9]+\", \"#\")", "\"a#b#\""),
            ("substring(string: \"kopi\", start position: 3)", "\"pi\""),
        ]
    )
    func `calls FEEL's own functions`(source: String, value: String) throws {
        #expect(
            try Formula.readLeniently(source, in: Form.scope).get().value().description == value
        )
    }

    @Test func `knows the names it reads and its type`() throws {
        let formula = try Formula.read(
            "for x in panen return x * luas_kebun + count(pohon[banyak > 3])",
            in: Form.scope
        ).get()
        #expect(formula.names == ["panen", "luas_kebun", "pohon"])
        #expect(formula.type == .list(.optional(.number)))
        #expect(try Formula.read("jenis_usaha = \"kopi\"", in: Form.scope).get().type == .boolean)
    }

    @Test(
        arguments: [
            "for a in 1..100000 return for b in 1..100000 return a * b",
            "count(for i in 1..60 return if i = 1 then \"aa\" else partial[-1] + partial[-1])",
            "string(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])",
            "flatten(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])",
            "count(for i in 1..1000000 return [partial])",
            "{f: function(x) f(f(x + 1)), g: f(1)}.g",
            "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"(a*)*(a*)*(a*)*b{1,500}\")",
        ]
    )
    func `is stopped when it goes on too long`(source: String) throws {
        let formula = try Formula.readLeniently(source, in: FeelScope()).get()
        #expect([.null, .no].contains(formula.value()))
    }

    @Test func `is refused when it is nested too deep`() {
        for source in [
            String(repeating: "(", count: 5000) + "1",
            String(repeating: "-", count: 5000) + "1",
            String(repeating: "not(", count: 2000) + "true",
            "1" + String(repeating: "+1", count: 5000), "a" + String(repeating: ".a", count: 5000),
        ] {
            guard case .failure(let found) = Formula.read(source, in: FeelScope()) else {
                Issue.record("\(source.prefix(20)) was read")
                continue
            }
            #expect(found.all.map(\.code) == ["feel.too-deep"])
        }
    }
}
