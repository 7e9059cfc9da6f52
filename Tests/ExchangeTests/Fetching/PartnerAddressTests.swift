import Exchange
import Testing

@Suite struct PartnerAddressTests {
    private static let rules = FetchRules(inside: ["localhost:8081", "mitra.contoh.example:8443"])

    @Test(
        arguments: [
            ("https://layanan.contoh.example", "https://layanan.contoh.example", nil, nil),
            ("  https://Layanan.Contoh.Example/ ", "https://layanan.contoh.example", nil, nil),
            ("layanan.contoh.example", "https://layanan.contoh.example", nil, nil),
            ("https://a.example:443/cetak-biru", "https://a.example", nil, nil),
            ("https://a.example/.well-known/cetak-biru.json", "https://a.example", nil, nil),
            ("https://a.example/cetak-biru/16.03/umkm", "https://a.example", "16.03/umkm", nil),
            (
                "https://a.example/en/cetak-biru/16.03/umkm/1.2.0/", "https://a.example",
                "16.03/umkm",
                "1.2.0"
            ),
            (
                "https://a.example/cetak-biru/16.03/umkm/1.2.0/unduh", "https://a.example",
                "16.03/umkm", "1.2.0"
            ),
            ("http://localhost:8081", "http://localhost:8081", nil, nil),
            ("https://mitra.contoh.example:8443", "https://mitra.contoh.example:8443", nil, nil),
            ("https://203.0.113.9", "https://203.0.113.9", nil, nil),
        ] as [(String, String, String?, String?)]
    )
    func `an address is read as the site and the package that it means`(
        text: String,
        origin: String,
        name: String?,
        version: String?
    ) throws {
        let address = try PartnerAddress(reading: text, by: Self.rules)
        #expect(address.origin == origin)
        #expect(address.wanted.map { "\($0.name)" } == name)
        #expect(address.wanted?.version == version)
        #expect(try PartnerAddress(reading: address.text, by: Self.rules) == address)
    }

    @Test(
        arguments: [
            ("", .noAddress), ("https://", .noAddress), ("ftp://a.example", .noAddress),
            ("file:///etc/passwd", .noAddress), ("javascript:alert(1)", .noAddress),
            ("https://a b.example", .noAddress), ("https://a.example/x", .noAddress),
            ("https://a.example/cetak-biru/16.03/umkm/1/2/3", .noAddress),
            ("https://a.example/cetak-biru/../../etc", .noAddress),
            ("https://a.example/cetak-biru/16.03/%2e%2e", .noAddress),
            ("https://a.example/cetak-biru/16.03/umkm/..", .noAddress),
            ("https://a.example?x=1", .noAddress), ("https://a.example#x", .noAddress),
            ("https://a.example\\@b.example", .credentials),
            ("https://a:b@c.example", .credentials),
            ("https://a@c.example", .credentials), ("a.example@127.0.0.1", .credentials),
            ("https://a\\b.example", .noAddress), ("https://a..example", .noAddress),
            ("https://-a.example", .noAddress), ("https://a.example.", .noAddress),
            ("https://[::1]", .noAddress), ("https://[::ffff:127.0.0.1]", .noAddress),
            ("https://2130706433", .noAddress), ("https://0x7f000001", .noAddress),
            ("https://127.1", .noAddress), ("https://0177.0.0.1", .noAddress),
            ("https://1.2.3.256", .noAddress), ("https://1.2.3.4.5", .noAddress),
            ("https://a.example:0", .noAddress), ("https://a.example:70000", .noAddress),
            ("https://a.example:0443", .noAddress), ("https://a.example:", .noAddress),
            ("https://a.example:1:2", .noAddress), ("https://ｌocalhost", .noAddress),
            ("https://a.example\u{0}", .noAddress), ("https://a.example\r\nX: y", .noAddress),
            ("http://a.example", .notSecure), ("http://localhost", .notSecure),
            ("http://localhost:8082", .notSecure), ("https://a.example:8443", .otherPort),
            ("https://localhost:8082", .otherPort),
            ("https://" + String(repeating: "a", count: 300), .noAddress),
        ] as [(String, FetchTrouble)]
    )
    func `what is no plain address of a site is refused`(text: String, why: FetchTrouble) {
        #expect(throws: why) { try PartnerAddress(reading: text, by: Self.rules) }
    }

    @Test(arguments: [
        "https://a.example/kelola/cetak-biru?x=1#y", "a.example/masuk", "https://a.example",
    ])
    func `of any page of a site only the site is taken`(text: String) throws {
        let address = try PartnerAddress(siteOf: text, by: Self.rules)
        #expect(address.origin == "https://a.example" && address.wanted == nil)
    }

    @Test(arguments: [
        "https://a.example@b.example/x", "http://a.example/x", "//a.example", "javascript:alert(1)",
        "https:///x",
    ])
    func `a page of no such site is refused`(text: String) {
        #expect(throws: FetchTrouble.self) { try PartnerAddress(siteOf: text, by: Self.rules) }
    }

    @Test func `each trouble has its own sentence, and says what to do`() {
        let all = FetchTrouble.all
        #expect(Set(all.map(\.sentence)).count == all.count)
        #expect(Set(all.map(\.sentenceInEnglish)).count == all.count)
        for trouble in all where !trouble.isAboutAddress && trouble != .busy {
            #expect(trouble.sentence.contains("flashdisk"), "\(trouble)")
        }
    }
}
