import Foundation
import Newsroom
import Site
import Stories
import Testing

/// The markup of news writes headings, lists, links to the web, and nothing else.
struct NewsMarkupTests {
    private static func written(_ text: String) -> String {
        let html = HTML(for: NewsroomOfARegency.visit)
        html(NewsMarkup(text))
        return String(decoding: html.written, as: UTF8.self)
    }

    @Test(arguments: [
        ("Satu\ndua\n\ntiga", "<p>Satu dua</p><p>tiga</p>"),
        ("## Judul\nIsi", "<h2>Judul</h2><p>Isi</p>"),
        (
            "- satu\n- dua\nlalu",
            "<ul class=\"daftar\"><li>satu</li><li>dua</li></ul><p>lalu</p>"
        ),
        (
            "Lihat [situs](https://contoh.go.id/a?b=1&c=2).",
            "<p>Lihat <a href=\"https://contoh.go.id/a?b=1&amp;c=2\">situs</a>.</p>"
        ),
        ("[a] dan (b) [c](", "<p>[a] dan (b) [c](</p>"), ("", ""), ("##", "<p>##</p>"),
    ])
    func `what is marked is written`(text: String, html: String) {
        #expect(Self.written(text) == html)
    }

    @Test(arguments: [
        ("## Judul\n\nSatu [dua](https://a.id).\n\nTiga", "Satu dua."), ("- satu\n- dua", "satu"),
        ("## Judul", ""), ("", ""),
    ])
    func `the beginning is the first paragraph`(text: String, lead: String) {
        #expect(NewsMarkup(text).lead == lead)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>)", "[x](//contoh.go.id)",
        "[x](/kerja)", "[x](http://contoh.go.id)", "[x](https://)", "[x](https:// a)",
        "[x](https://contoh.go.id\" onclick=\"alert(1))", "[<b>](javascript:1)",
        "## <script>alert(1)</script>", "- <iframe src=x>", "[x](vbscript:x)",
        "[[x](https://a)](javascript:1)",
    ])
    func `nothing else becomes markup`(text: String) { Self.holdsNothingElse(text) }

    @Test func `not in a long text either`() {
        Self.holdsNothingElse(String(repeating: "[", count: 20_000))
        Self.holdsNothingElse(String(repeating: "[x](https://a", count: 2000))
    }

    private static func holdsNothingElse(_ text: String) {
        let html = written(text)
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(!html.contains("<iframe"))
        #expect(!html.contains("<b>"))
        for link in html.components(separatedBy: "<a ").dropFirst() {
            #expect(link.hasPrefix("href=\"https://"), "\(html.prefix(200))")
            let tag = link.prefix { $0 != ">" }
            #expect(!tag.contains("onclick=\""), "\(tag)")
        }
    }
}
