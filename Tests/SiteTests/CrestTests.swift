import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Site
import Stories
import Testing

struct CrestTests {
    static let drawing = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- gambar -->
        <svg xmlns="http://www.w3.org/2000/svg" viewBox='0 0 20 24'>
          <title>Lambang & contoh</title>
          <defs><linearGradient id="a"><stop offset="0" stop-color="#0B4F5C"/></linearGradient></defs>
          <g fill="url(#a)"><path d="M0 0h20v16L10 24 0 16z"/></g>
        </svg>
        """

    private func made(_ text: String) throws -> String {
        String(decoding: try Asset.crest(Array(text.utf8)).bytes, as: UTF8.self)
    }

    private static func around(_ inside: String) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\">\(inside)</svg>"
    }

    @Test func `a drawing of shapes and colours is written anew`() throws {
        let text = try made(Self.drawing)
        #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 24\">"))
        #expect(text.contains("<path d=\"M0 0h20v16L10 24 0 16z\"/>"))
        #expect(!text.contains("contoh"))
        // What was written can be read again, and is the same.
        #expect(try made(text) == text)
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", CrestProblem.forbiddenElement("script")),
        ("<g onload=\"alert(1)\"/>", .forbiddenAttribute("onload")),
        ("<image href=\"https://jahat.example/a.png\"/>", .forbiddenElement("image")),
        ("<use href=\"#a\"/>", .forbiddenElement("use")),
        ("<foreignObject/>", .forbiddenElement("foreignObject")),
        ("<a href=\"javascript:alert(1)\"/>", .forbiddenElement("a")),
        ("<style>*{}</style>", .forbiddenElement("style")),
        ("<animate attributeName=\"x\"/>", .forbiddenElement("animate")),
        ("<path style=\"fill:red\"/>", .forbiddenAttribute("style")),
        ("<path xlink:href=\"#a\"/>", .forbiddenAttribute("xlink:href")),
        ("<path fill=\"url(https://jahat.example/#a)\"/>", .forbiddenValue(of: "fill")),
        ("<path fill=\"URL( #a)\"/>", .forbiddenValue(of: "fill")),
        ("<path d=\"M0 0&#x6A;\"/>", .forbiddenValue(of: "d")),
        ("<svg/>", .forbiddenElement("svg")),
        ("<![CDATA[x]]>", .forbiddenElement("!")),
        ("tulisan", .notADrawing), ("<g>", .notADrawing), ("</g>", .notADrawing),
        ("<g", .notADrawing), ("<g x=1/>", .notADrawing), ("<!-- ", .notADrawing),
        (String(repeating: "<g>", count: 40) + String(repeating: "</g>", count: 40), .notADrawing),
    ])
    func `what could run or call somebody is refused`(inside: String, problem: CrestProblem) {
        #expect(throws: problem) { try made(Self.around(inside)) }
    }

    @Test(arguments: [
        "", "GIF89a", "<html></html>", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>",
        "<svg/><svg/>", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    ])
    func `what is no drawing is refused`(text: String) {
        #expect(throws: CrestProblem.self) { try made(text) }
    }

    @Test func `a large drawing is refused by its size`() {
        let large = Self.around(String(repeating: "<g/>", count: 1_100))
        #expect(throws: CrestProblem.tooLarge(bytes: large.utf8.count)) { try made(large) }
        #expect(throws: CrestProblem.notADrawing) { try Asset.crest([0x3C, 0xFF, 0xFE]) }
    }

    @Test func `crest and colours stand on every page, and a drawing by itself can do nothing`()
        async throws
    {
        var visit = Visit.example
        visit.installation.crest = try .crest(Array(Self.drawing.utf8))
        visit.installation.colours = RegencyColours(main: Colour("#7A1F2B"))
        let installation = visit.installation
        let own = try [
            #require(installation.crest), #require(installation.colours.stylesheet),
        ]
        let page = String(decoding: ErrorPage.notFound.write(for: visit), as: UTF8.self)
        for asset in own { #expect(page.contains(asset.path)) }
        #expect(!page.contains("style="))

        let router = Router(context: VisitContext.self)
        router.addAssets()
        let desk = ReceptionDesk(
            installation,
            cookies: SiteCookies(installation: "contoh", isSecure: true),
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: { Visit.example.now },
            random: { Array(repeating: 10, count: $0) }
        )
        let app = Application(responder: Reception(desk, before: router.buildResponder()))
        try await app.test(.router) { client in
            try await client.execute(uri: own[0].path, method: .get) { response in
                #expect(response.headers[.contentType] == "image/svg+xml")
                #expect(response.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
            }
            try await client.execute(uri: own[1].path, method: .get) { response in
                #expect(String(buffer: response.body).contains("--utama:#7A1F2B"))
            }
            try await client.execute(uri: "/aset/lambang.000000.svg", method: .get) { response in
                #expect(response.status == .notFound)
            }
        }
    }
}
