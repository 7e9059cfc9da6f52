import Site
import Stories
import Testing

struct HTMLTests {
    private let html = HTML(for: .example)

    private var text: String { String(decoding: html.written, as: UTF8.self) }

    @Test func `elements nest and void ones have no end`() {
        html(.p, .class("petunjuk")) {
            html.text("satu")
            html(.br)
            html(.b, "dua")
        }
        #expect(text == #"<p class="petunjuk">satu<br><b>dua</b></p>"#)
    }

    @Test func `text and attribute values cannot leave their place`() {
        html(.p, "<script>&\"'", .title("\"><script>'&"))
        #expect(
            text
                == "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">&lt;script&gt;&amp;&quot;&#39;</p>"
        )
    }

    @Test func `what is put into an address stays one segment`() {
        let typed = "../../x?a=b#c javascript:"
        html(.a, "x", .href("/lacak/\(typed)"))
        #expect(
            text == #"<a href="/lacak/..%2F..%2Fx%3Fa%3Db%23c%20javascript%3A">x</a>"#
        )
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example",
        " https://a.example", "https:///x", "https://a.example/\u{0}", "vbscript:x", "",
    ])
    func `only web addresses lead outside`(text: String) {
        #expect(Address(outside: text) == nil)
    }
}
