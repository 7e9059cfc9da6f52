import Foundation
import Services
import Site
import Stories
import Testing

/// The promised date as a file for the calendar of a phone (RFC 5545).
struct CalendarFileTests {
    private static func file(_ title: String, _ language: Language = .indonesian) -> String {
        let file = CalendarFile(
            Day(number: 20_787),
            title: title,
            details: "Ditangani Kelurahan Contoh; Jalan Contoh, Nomor 1",
            address: "https://layanan.contoh.go.id/lacak/482910375527",
            identifier: "482910375527@16.03.serasan",
            language: language,
            writtenAt: WorkingRegency.morning
        )
        return String(decoding: file.bytes, as: UTF8.self)
    }

    @Test func `one whole day, at the date that was promised`() {
        let file = Self.file("Surat")
        #expect(file.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
        #expect(file.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
        #expect(file.contains("\r\nDTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n"))
        #expect(file.contains("\r\nDTSTAMP:20261123T021400Z\r\n"))
        let joined = file.replacing("\r\n", with: "")
        #expect(joined.allSatisfy { !$0.isNewline })
    }

    @Test func `signs that mean something are escaped`() {
        #expect(
            Self.file("a;b,c\\d\ne\u{7}").contains("SUMMARY;LANGUAGE=id:a\\;b\\,c\\\\d\\ne\r\n")
        )
        #expect(Self.file("x", .english).contains("SUMMARY;LANGUAGE=en:x"))
    }

    @Test(arguments: [
        String(repeating: "a", count: 300), String(repeating: "é", count: 90),
        String(repeating: "👩🏽‍🌾", count: 30), "x" + String(repeating: "字", count: 80),
    ])
    func `no line is longer than 75 bytes, and unfolded it is what it was`(title: String) {
        let file = Self.file(title)
        for line in file.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
        let unfolded = file.replacingOccurrences(of: "\r\n ", with: "", options: .literal)
        #expect(unfolded.contains("SUMMARY;LANGUAGE=id:" + title + "\r\n"))
        #expect(!file.contains("\u{FFFD}"), "no letter is cut in two")
    }
}
