import Foundation
import Site
import Stories
import Testing

import enum Blueprints.PlainLanguage

struct WordsTests {
    /// Each fixed sentence of the sources, as it is written there.
    static let sentences: [(indonesian: String, english: String)] = {
        let sources = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources").standardizedFileURL
        let text = ["Site", "Services"].flatMap { target -> [String] in
            let folder = sources.appending(path: target)
            let files =
                FileManager.default.enumerator(atPath: folder.path)?
                .compactMap { $0 as? String } ?? []
            return files.filter { $0.hasSuffix(".swift") }.sorted().compactMap {
                try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
            }
        }.joined()
        let pair = #/Words\(\s*((?:"(?:[^"\\]|\\.)*"[\s+]*)+),\s*((?:"(?:[^"\\]|\\.)*"[\s+]*)+)\)/#
        return text.matches(of: pair).map { (said($0.1), said($0.2)) }
    }()

    /// What a string of the sources says; what is put into it counts as one word.
    private static func said(_ source: Substring) -> String {
        source.matches(of: #/"((?:[^"\\]|\\.)*)"/#).map { String($0.1) }.joined()
            .replacing(#/\\\([^)]*\)/#, with: "…")
    }

    @Test func `there are sentences to look over`() {
        #expect(Self.sentences.count > 120)
    }

    @Test func `what we say is plain`() {
        // The question spells out NIB, officials know CSV, CC BY is the name of a licence, and DATA
        // CONTOH and LATIHAN are meant to stand out.
        // Kinds of files have no other names.
        let files: Set = ["CSV", "GPX", "KML", "KMZ", "ODK", "XLSX"]
        let known: Set = files.union(["BY", "CC", "CONTOH", "DATA", "LATIHAN", "NIB"])
        for (indonesian, english) in Self.sentences {
            let findings = PlainLanguage.findings(in: indonesian, explained: known)
            #expect(findings == [], "\(indonesian)")
            let longest = english.split(separator: ". ").map { $0.split(separator: " ").count }
                .max()
            #expect((longest ?? 0) <= PlainLanguage.mostWords, "\(english)")
            #expect(!english.isEmpty)
        }
    }

    @Test(arguments: [
        ("Permohonan Saudara ditolak", 1), ("Silahkan upload berkas!", 3),
        ("Apabila data tidak valid, dilarang mengirim", 3), ("Kirim foto atau berkas", 0),
        (Array(repeating: "kata", count: 26).joined(separator: " "), 1),
    ])
    func `office language is noticed`(text: String, count: Int) {
        #expect(PlainLanguage.findings(in: text).count == count)
    }

    @Test func `dates and times are said in words`() throws {
        let day = try #require(Day(year: 2026, month: 11, day: 25))
        #expect(DateWords.longDate(day, in: .indonesian) == "Rabu, 25 November 2026")
        #expect(DateWords.longDate(day, in: .english) == "Wednesday 25 November 2026")
        let moment = Zone.wib.instant(day, minute: 870)
        #expect(DateWords.time(moment, zone: .wib, in: .indonesian) == "14.30 WIB")
        #expect(DateWords.time(moment, zone: .wit, in: .english) == "16:30 WIT")
        #expect(DateWords.moment(moment, zone: .wib, in: .indonesian) == "25 Nov 14.30")
    }

    @Test(arguments: [
        (0, "Gratis"), (500, "Rp500"), (25_000, "Rp25.000"), (1_234_567, "Rp1.234.567"),
    ])
    func `money is said without a space`(rupiah: Int, text: String) {
        #expect(NumberWords.money(rupiah).indonesian == text)
    }

    @Test(arguments: [("1234.5", "1.234,5", "1,234.5"), ("-0.5", "-0,5", "-0.5"), ("7", "7", "7")])
    func `decimals have the sign of the language`(canonical: String, id: String, en: String) {
        #expect(NumberWords.decimal(canonical, in: .indonesian) == id)
        #expect(NumberWords.decimal(canonical, in: .english) == en)
    }

    @Test(arguments: [
        ("1,5", NumberInput.number("1.5")), ("1.5", .number("1.5")), (" 12 000 ", .number("12000")),
        ("1.234,5", .number("1234.5")), ("1.234.567", .number("1234567")),
        ("1.500", .ambiguous(thousands: "1500", decimal: "1,500")), ("0.500", .number("0.500")),
        ("-3,7912", .number("-3.7912")), ("007", .number("7")), ("-0", .number("0")),
        ("1,2,3", .notUnderstood), ("1.23.456", .notUnderstood), ("12.34,5", .notUnderstood),
        ("1,", .notUnderstood), (",5", .notUnderstood), ("satu", .notUnderstood),
        ("1e3", .notUnderstood), ("٣", .notUnderstood), ("", .empty), ("  ", .empty),
    ])
    func `numbers are read as people type them`(typed: String, number: NumberInput) {
        #expect(NumberInput(typed) == number)
    }

    @Test(arguments: [
        ("25.000", NumberInput.number("25000")), ("Rp 25.000,00", .number("25000")),
        ("Rp. 1.500.000,-", .number("1500000")), ("25000", .number("25000")),
        ("25.00", .notUnderstood), ("25,5", .notUnderstood), ("", .empty),
    ])
    func `money is read in whole rupiah`(typed: String, number: NumberInput) {
        #expect(NumberInput(money: typed) == number)
    }

    @Test func `a text without a translation says its language`() {
        var visit = Visit.example
        visit.language = .english
        let html = HTML(for: visit)
        html(.p, Words("Hanya Indonesia"))
        html(.p, .next)
        #expect(
            String(decoding: html.written, as: UTF8.self)
                == #"<p lang="id">Hanya Indonesia</p><p>Continue</p>"#
        )
    }
}
