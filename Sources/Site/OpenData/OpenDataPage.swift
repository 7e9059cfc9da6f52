import Stories

/// Every table that may be taken: what it is about, its columns, its files.
package struct OpenDataPage: Page {
    package var sets: [Dataset]

    package init(_ sets: [Dataset]) { self.sets = sets }

    package var frame: Frame { Frame(back: Link(.home, "/"), isIndexed: true) }

    package func title(for visit: Visit) -> String { Words.openData.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .openData)
        html(.p, .openDataLead)
        html(.p, .licence(html.visit.installation.regency))
        for set in sets {
            html(.h2, set.title)
            html(.p, set.purpose)
            html(.details, .class("rinci"), .open(html.visit.isForPaper)) {
                html(.summary) {
                    html.text(.columns)
                    html(.span, ": " + html.word(set.title), .class("tersembunyi"))
                }
                html(.dl, .class("ringkas")) {
                    for column in set.columns {
                        html(.div) {
                            html(.dt) { html(.code, column.name) }
                            html(.dd, column.meaning)
                        }
                    }
                }
            }
            html(
                ButtonRow(links: [
                    Link(.file("CSV", set.title), "/data/\(set.name.text).csv"),
                    Link(.file("JSON", set.title), "/data/\(set.name.text).json"),
                ])
            )
        }
        html(.h2, .calendarToSubscribe)
        html(.p, .calendarHint)
        html(ButtonRow(links: [Link(.calendarFile, "/kalender.ics")]))
    }
}

extension Words {
    static let openDataLead = Words(
        "Semua orang boleh mengunduh, memakai, dan membagikan data ini.",
        "Everybody may download, use and share these data."
    )
    static let columns = Words("Kolom", "Columns")
    static let calendarToSubscribe = Words(
        "Kalender hari libur dan jam layanan",
        "Calendar of holidays and service hours"
    )
    static let calendarHint = Words(
        "Tambahkan alamat ini di kalender ponsel Anda. Isinya ikut berubah bila hari libur berubah.",
        "Add this address to your phone's calendar. It changes when the holidays change."
    )
    static let calendarFile = Words("Kalender (.ics)", "Calendar (.ics)")

    static func licence(_ name: String) -> Words {
        Words(
            "Lisensi CC BY 4.0: sebutkan sumbernya, \(name).",
            "Licence CC BY 4.0: name the source, \(name)."
        )
    }

    /// "Unduh CSV: Layanan": each link says what it brings.
    static func file(_ kind: String, _ title: Words) -> Words {
        Words(
            "Unduh \(kind): \(title.indonesian)",
            "Download \(kind): \(title.text(in: .english))"
        )
    }
}
