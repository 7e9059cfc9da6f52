import Site
import Testing

struct PageTests {
    /// The page with the fingerprints of the look taken out, one element on a line.
    private func text(_ page: any Page, _ visit: Visit = .example) -> String {
        String(decoding: page.write(for: visit), as: UTF8.self)
            .replacing(/\/aset\/(\w+)\.[0-9a-f]+\./) { "/aset/\($0.1)." }
            .replacing("><", with: ">\n<")
    }

    @Test func `the gallery is as it was`() throws {
        try expectGolden("gallery.html", text(GalleryPage()))
    }

    @Test func `the end is as it was`() throws {
        try expectGolden("end.html", text(GalleryOfTheEnd()))
    }

    @Test func `an unknown address is answered in English with English links`() throws {
        var visit = Visit.example
        visit.language = .english
        visit.here = "/lacak"
        try expectGolden("not-found-en.html", text(ErrorPage.notFound, visit))
    }

    @Test func `ids are unique and every label and description finds its element`() {
        let text = text(GalleryPage())
        let ids = text.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
        for match in text.matches(of: /\sfor="([^"]*)"/) {
            #expect(ids.contains(String(match.1)), "\(match.1)")
        }
        for match in text.matches(of: /\saria-(?:describedby|labelledby)="([^"]*)"/) {
            for id in match.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
        }
        for match in text.matches(of: /\shref="#([^"]*)"/) {
            #expect(ids.contains(String(match.1)), "\(match.1)")
        }
    }

    @Test func `an error stands in the title, above the form and at its question`() {
        let field = Field("nik", "Berapa NIK Anda?", .text(TextInput("12", .nik)))
        let form = Form(to: "/isi/1/nik", [field.with(error: .nikLength(2))], buttons: [])
        let text = text(FormPage(nil, form))
        let sentence = "NIK harus 16 angka. Anda menulis 2 angka"
        #expect(text.contains("<title>Perlu diperbaiki: Berapa NIK Anda? - Kabupaten Contoh<"))
        #expect(text.matches(of: /NIK harus 16 angka\. Anda menulis 2 angka/).count == 2)
        #expect(text.contains(##"<a href="#nik">\##(sentence)</a>"##))
        #expect(text.contains(#"<label for="nik">Berapa NIK Anda?</label>"#))
        #expect(text.contains("<h1>"))
    }

    @Test func `a secret is never written back`() {
        let form = Form(
            to: "/masuk",
            [Field("sandi", "Sandi", .text(TextInput("rahasia", .password)))],
            buttons: []
        )
        #expect(!text(FormPage(nil, form)).contains("rahasia"))
    }

    @Test func `a form that changes something carries the token and one that searches does not`() {
        var visit = Visit.example
        visit.formToken = "t0k3n"
        var form = Form(to: "/cari", [Field("q", "Cari", .text(.init()))], buttons: [])
        #expect(text(FormPage(nil, form), visit).contains("t0k3n"))
        form.isSearch = true
        #expect(!text(FormPage(nil, form), visit).contains("t0k3n"))
    }

    @Test func `a number is masked but for its ends`() {
        #expect(
            MaskedValue("1603014507900012").masked
                == "16••\u{A0}••••\u{A0}••••\u{A0}••12"
        )
        #expect(MaskedValue("12345").masked == "••••\u{A0}•")
    }
}
