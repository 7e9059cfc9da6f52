import Foundation
import Notices
import Stories
import Testing

private func composed(_ wish: String, phone: String?, mail: String?) -> ComposedNotice {
    var notice = ComposedNotice(
        text: "Halo",
        subject: "Kabar",
        firstName: "Siti",
        wish: wish,
        sender: "Kabupaten Contoh"
    )
    notice.phone = phone
    notice.mail = mail.flatMap { MailAddress($0) }
    return notice
}

private func settings(mail: Bool, gateway: GatewaySettings.Channel?) throws -> NoticeSettings {
    let from = try #require(MailAddress("kabar@contoh.go.id"))
    return NoticeSettings(
        mail: mail ? MailSettings(from: from, host: "a.id", port: 25, safety: .tls) : nil,
        gateway: gateway.map {
            GatewaySettings(address: "https://a.id", channel: $0, secretFile: "/x")
        }
    )
}

@Test(
    arguments: [
        ("wa", "0812", nil, false, nil, NoticeChannel.desk), ("sms", "0812", nil, true, nil, .desk),
        ("tidak", "0812", "a@b.id", true, .sms, .none),
        ("surel", "0812", "a@b.id", true, nil, .mail),
        ("surel", "0812", nil, true, nil, .desk), ("surel", "0812", "a@b.id", false, nil, .desk),
        ("sms", "0812", nil, false, .sms, .gateway), ("wa", "0812", nil, false, .sms, .desk),
        ("wa", nil, "a@b.id", true, nil, .mail), ("wa", nil, nil, true, .whatsApp, .none),
    ] as [(String, String?, String?, Bool, GatewaySettings.Channel?, NoticeChannel)]
)
func `one notice goes one way`(
    wish: String,
    phone: String?,
    mail: String?,
    hasServer: Bool,
    gateway: GatewaySettings.Channel?,
    way: NoticeChannel
) throws {
    let settings = try settings(mail: hasServer, gateway: gateway)
    #expect(composed(wish, phone: phone, mail: mail).channel(settings) == way)
}

@Test func `a server that is down is tried for three days and no longer`() {
    let asked = Instant(milliseconds: 0)
    var now = asked
    var waits: [Int64] = []
    while let next = BackOff.next(after: Int64(waits.count + 1), asked: asked, now: now) {
        waits.append(next.seconds(since: now) / 60)
        now = next
    }
    #expect(waits.prefix(5) == [1, 5, 15, 60, 60])
    #expect(now.seconds(since: asked) >= 3 * 86_400)
    #expect(now.seconds(since: asked) <= 3 * 86_400 + 3600)
}

@Test(arguments: [
    (UInt32(0), 250, true, Sent.taken), (55, 550, false, .never(.refused)),
    (55, 451, false, .later(.busy)), (56, 554, true, .never(.refused)),
    (8, 452, true, .later(.busy)), (8, 554, false, .later(.busy)), (67, 535, false, .later(.logIn)),
    (60, 0, false, .later(.unsafe)), (64, 0, false, .later(.unsafe)),
    (7, 0, false, .later(.unreachable)),
    (28, 0, false, .later(.slow)), (56, 0, false, .later(.cut)),
])
func `what a mail server says has one meaning`(
    code: UInt32,
    status: Int,
    wasRead: Bool,
    meaning: Sent
) {
    let result = Transfer.Result(code: code, status: status, wasRead: wasRead)
    #expect(Mailer.meaning(result) == meaning)
}

@Test(arguments: [
    (200, Sent.taken), (202, .taken), (302, .later(.redirected)), (401, .later(.logIn)),
    (404, .never(.refused)), (422, .never(.refused)), (429, .later(.busy)), (500, .later(.busy)),
])
func `what a gateway says has one meaning`(status: Int, meaning: Sent) {
    let result = Transfer.Result(code: 0, status: status, wasRead: true)
    #expect(Gateway.meaning(result) == meaning)
}

@Test func `a report counts only with our signature, and while it is fresh`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let file = folder.appending(path: "rahasia").path
    #expect(
        FileManager.default.createFile(
            atPath: file,
            contents: Data("rahasia-karangan\n".utf8),
            attributes: [.posixPermissions: 0o600]
        )
    )
    let gateway = Gateway(
        GatewaySettings(address: "https://a.id", channel: .sms, secretFile: file)
    )
    let (body, now) = (Array("{}".utf8), Instant(milliseconds: 1_795_651_200_000))
    let signature = Gateway.signature(body, at: now, secret: "rahasia-karangan")
    #expect(gateway.isGenuine(body, signature: signature, at: now.adding(seconds: 299)))
    #expect(!gateway.isGenuine(body, signature: signature, at: now.adding(seconds: 301)))
    #expect(!gateway.isGenuine([1], signature: signature, at: now))
    #expect(!gateway.isGenuine(body, signature: "t=1,v1=2", at: now))
    #expect(!gateway.isGenuine(body, signature: "", at: now))
}

@Test(arguments: [
    ("", 0), ("surel: { dari: kabar@contoh.go.id, server: smtp.contoh.go.id }", 0),
    ("surel: { dari: kabar, server: smtp.contoh.go.id }", 1),
    ("surel: { dari: a@b.id, server: smtp.contoh.go.id, pengaman: tanpa }", 1),
    ("surel: { dari: a@b.id, server: 127.0.0.1, pengaman: tanpa, porta: 2525 }", 0),
    ("surel: { dari: a@b.id, server: \"a b\" }", 1),
    ("surel: { dari: a@b.id, server: s.id, pengguna: x }", 1), ("surat: {}", 1), ("a: [", 1),
    ("gerbang: { alamat: \"http://gerbang.id\", saluran: sms, rahasia: x }", 1),
    ("gerbang: { alamat: \"https://a:b@gerbang.id\", saluran: sms, rahasia: x }", 1),
    ("gerbang: { alamat: \"https://gerbang.id\", saluran: sms, rahasia: tidak-ada }", 1),
])
func `settings say what is wrong with them`(text: String, problems: Int) {
    let read = NoticeSettings.read(text, in: FileManager.default.temporaryDirectory)
    #expect(read.problems.count == problems, "\(read.problems)")
}
