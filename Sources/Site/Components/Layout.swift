/// The document around a page: head, header, bands, main, footer.
struct Layout {
    let page: any Page

    func write(to html: HTML) {
        let visit = html.visit
        html.doctype()
        html(.html, .lang(visit.language), .theme(visit.theme)) {
            head(html)
            html(.body, .class(bodyClass)) {
                html(.a, .skipToContent, .class("lompat"), .href(.here("isi")))
                SiteHeader().write(to: html)
                if visit.installation.isDemo {
                    html(.section, .class("pita-contoh"), .label(html.word(.demoLabel))) {
                        html(.strong, .demoData)
                    }
                }
                if visit.installation.isPractice {
                    html(.section, .class("pita-contoh"), .label(html.word(.practiceLabel))) {
                        html(.strong, .practiceOnly)
                        html.text(" · ")
                        html(.a, .practiceCards, .href("/latihan/tugas"))
                    }
                }
                main(html)
                SiteFooter().write(to: html)
                InstalledBar().write(to: html)
            }
        }
    }

    private var bodyClass: StaticString {
        switch page.frame.width {
        case .text: "lebar-teks"
        case .page: "lebar-halaman"
        case .workbench: "lebar-kerja"
        }
    }

    private func head(_ html: HTML) {
        let visit = html.visit
        html(.head) {
            html(.meta, .charset())
            html(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
            html(.title, page.title(for: visit) + " - " + visit.installation.name)
            if let description = page.frame.description {
                let (text, language) = description.best(for: visit.language)
                html(
                    .meta,
                    .name("description"),
                    .content(text),
                    .when(language != visit.language, .lang(language))
                )
            }
            if !page.frame.isIndexed || visit.installation.isPractice {
                html(.meta, .name("robots"), .content("noindex"))
            }
            if let seconds = page.frame.refreshesAfter {
                html(.meta, .refresh(), .content(String(seconds)))
            }
            html(.meta, .name("color-scheme"), .content("light dark"))
            let style = visit.installation.colours.stylesheet ?? Look.stylesheet
            html(.link, .rel("stylesheet"), .href(style.address))
            let isWork = visit.person?.isOfficial == true
            if isWork {
                html(.link, .rel("stylesheet"), .href(Look.workStylesheet.address))
            }
            html(.link, .rel("icon"), .href(Look.icon.address))
            html(.link, .rel("manifest"), .href(.asset("/manifest.webmanifest")))
            for language in visit.installation.languages {
                html(
                    .link,
                    .rel("alternate"),
                    .hreflang(language),
                    .href(visit.here.absolute(in: language, of: visit.installation))
                )
            }
            // For whoever reads neither language: what everybody gets without asking.
            html(
                .link,
                .rel("alternate"),
                .hreflangDefault,
                .href(visit.here.absolute(in: .indonesian, of: visit.installation))
            )
            if let feed = page.frame.feed {
                html(.link, .rel("alternate"), .type("application/atom+xml"), .href(feed))
            }
            html(.script, .src(Look.script.address), .deferred())
            if isWork { html(.script, .src(Look.workScript.address), .deferred()) }
            for script in page.frame.scripts.assets {
                html(.script, .src(script.address), .deferred())
            }
        }
    }

    private func main(_ html: HTML) {
        html(.main, .id("isi"), .tabindex(-1)) {
            if let offered = html.visit.offered {
                html(.p, .class("kabar kabar-info"), .lang(offered)) {
                    html(
                        .a,
                        Words.alsoInThisLanguage.text(in: offered),
                        .hreflang(offered),
                        .href(html.visit.here.fixed(in: offered))
                    )
                }
            }
            if let acting = page.frame.actingFor {
                html(.p, .class("untuk")) {
                    html(.span, Words.actingFor(acting.name))
                    html.text(" · ")
                    html(.a, .changePerson, .href(acting.change))
                }
            }
            if let back = page.frame.back {
                html(.a, back.words, .class("kembali"), .href(back.address))
            }
            page.body(html)
        }
    }
}

/// Crest, name, menu and the way in, with the gold thread below.
struct SiteHeader {
    func write(to html: HTML) {
        let visit = html.visit
        html(.header, .class("kepala")) {
            html(.div, .class("kepala-isi")) {
                html(.a, .class("nama"), .href("/")) {
                    if let crest = visit.installation.crest {
                        html(.img, .src(crest.address), .alt(""), .width(32), .height(32))
                    }
                    html(.span, visit.installation.name)
                }
                html(.details, .class("menu")) {
                    html(.summary, .menu)
                    html(.nav, .label(html.word(.menu))) {
                        html(.ul) {
                            for link in links(visit) {
                                html(.li) { html(.a, link.words, .href(link.address)) }
                            }
                        }
                    }
                }
                if let person = visit.person {
                    html(.a, person.name, .class("masuk"), .href(person.home))
                } else {
                    html(.a, .signIn, .class("masuk"), .href("/masuk"))
                }
            }
        }
    }

    private func links(_ visit: Visit) -> [Link] {
        if let person = visit.person, person.isOfficial {
            return person.menu.links + [Link(.services, "/layanan"), Link(.signOut, "/keluar")]
        }
        return [
            Link(.home, "/"), Link(.services, "/layanan"), Link(.track, "/lacak"),
            Link(.complaints, "/pengaduan"), Link(.offices, "/unit"), Link(.help, "/bantuan"),
        ]
    }
}

/// The help row, always first and in the same order, then the rest.
struct SiteFooter {
    func write(to html: HTML) {
        let visit = html.visit
        html(.footer, .class("kaki")) {
            html(.div, .class("kaki-isi")) {
                html(.nav, .label(html.word(.help))) {
                    html(.ul, .class("baris")) {
                        for link in help(visit.installation) {
                            html(.li) { html(.a, link.words, .href(link.address)) }
                        }
                    }
                }
                html(.ul, .class("baris")) {
                    html(.li) { html(.a, .complaints, .href("/pengaduan")) }
                    html(.li) { html(.a, .accessibility, .href("/aksesibilitas")) }
                    html(.li) { html(.a, .privacy, .href("/privasi")) }
                    html(.li) { html(.a, .appearance, .href("/tema")) }
                }
                if visit.installation.languages.count > 1 { languages(html) }
                html(.p, Words.pageSize(bytes: html.written.count), .class("ukuran"))
            }
        }
    }

    private func help(_ installation: Installation) -> [Link] {
        var links = [Link(.help, installation.contacts.help)]
        if let number = installation.contacts.whatsApp {
            links.append(Link(.askByWhatsApp, .whatsApp(number, saying: "")))
        }
        if let number = installation.contacts.phone {
            links.append(Link(.callUs, .phone(number)))
        }
        links.append(Link(.comeToCounter, installation.contacts.counter))
        return links
    }

    private func languages(_ html: HTML) {
        html(.p, .class("bahasa")) {
            html.text(html.word(.language) + ": ")
            for (index, language) in html.visit.installation.languages.enumerated() {
                if index > 0 { html.text(" · ") }
                if language == html.visit.language {
                    html(.span, language.name, .current("true"))
                } else {
                    html(
                        .a,
                        language.name,
                        .lang(language),
                        .hreflang(language),
                        .href(html.visit.here.fixed(in: language))
                    )
                }
            }
        }
    }
}
