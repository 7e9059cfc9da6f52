import Foundation
import Notices
import Stories
import Testing

private func message(subject: String, text: String = "Halo") throws -> MailMessage {
    MailMessage(
        from: try #require(MailAddress("kabar@contoh.go.id")),
        fromName: "Kabupaten Contoh",
        to: try #require(MailAddress("siti@contoh.id")),
        subject: subject,
        text: text,
        id: try #require(OpaqueID("000102030405060708090a0b0c0d0e0f")),
        at: Instant(milliseconds: 1_795_651_200_000),
        zone: .wib
    )
}

@Test func `a message has these bytes`() throws {
    let written = String(
        decoding: try message(subject: "Kabar permohonan 4829-1037-5527").bytes,
        as: UTF8.self
    )
    #expect(
        written
            == [
                "Date: Thu, 26 Nov 2026 07:00:00 +0700",
                "From: Kabupaten Contoh <kabar@contoh.go.id>",
                "To: <siti@contoh.id>",
                "Subject: Kabar permohonan 4829-1037-5527",
                "Message-ID: <000102030405060708090a0b0c0d0e0f@contoh.go.id>",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                "SGFsbw==",
                "",
            ].joined(separator: "\r\n")
    )
}

@Test(arguments: [
    ("Kopi", "Kopi"), ("Kopi é", "=?UTF-8?B?S29waSDDqQ==?="),
    ("a\r\nBcc: x@y.id", "=?UTF-8?B?YSAgQmNjOiB4QHkuaWQ=?="), ("", ""),
])
func `a subject cannot end its line`(text: String, written: String) {
    #expect(MailMessage.encoded(text, after: 9) == written)
}

@Test func `a long subject is several words, none longer than the standard lets it be`() {
    let written = MailMessage.encoded(String(repeating: "ÀÉ kopi 🌱 ", count: 20), after: 9)
    let lines = written.components(separatedBy: "\r\n ")
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
}

@Test func `lines of the body are short and ends of lines are those of mail`() throws {
    let text = String(repeating: "satu dua tiga\n", count: 30)
    let written = String(decoding: try message(subject: "x", text: text).bytes, as: UTF8.self)
    let body = written.components(separatedBy: "\r\n\r\n")[1]
    #expect(body.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    let decoded = try #require(Data(base64Encoded: body, options: .ignoreUnknownCharacters))
    #expect(
        String(decoding: decoded, as: UTF8.self) == text.replacing("\n", with: "\r\n")
    )
}

@Test(arguments: [
    ("a@b.id", true), ("a.b+c@kantor.contoh.go.id", true), ("a@b", false), ("a b@c.id", false),
    ("a@b.id\r\nRCPT TO:<x@y.id>", false), ("<a@b.id>", false), ("a@@b.id", false),
    ("a@b..id", false), ("é@b.id", false), ("@b.id", false), ("", false),
])
func `only a plain address is one`(text: String, isOne: Bool) {
    #expect((MailAddress(text) != nil) == isOne)
}
