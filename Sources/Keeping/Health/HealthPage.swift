import Site

/// The way in of the ICT office: what needs a look, and where everything is.
struct HealthPage: Page {
    var items: [Item]
    var links: [Link]

    /// One thing that is well or not, in a sentence.
    struct Item: Sendable {
        var name: Words
        var tag: StatusTag
        var sentence: Words

        init(_ name: Words, _ tag: StatusTag, _ sentence: Words) {
            self.name = name
            self.tag = tag
            self.sentence = sentence
        }
    }

    var frame: Frame { Frame(width: .page) }

    func title(for visit: Visit) -> String { Words.manage.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .manage)
        html(.ul, .class("tugas")) {
            for link in links { html(.li) { html(.a, link.words, .href(link.address)) } }
        }
        html(
            DataTable(
                .health,
                [
                    DataTable.Heading(.part), DataTable.Heading(.state),
                    DataTable.Heading(.explained),
                ],
                items.map { item in
                    DataTable.Line([.words(item.name), .tag(item.tag), .words(item.sentence)])
                }
            )
        )
    }
}

extension Words {
    static let health = Words("Kesehatan sistem", "Health of the system")
    static let part = Words("Bagian", "Part")
    static let state = Words("Keadaan", "State")
    static let explained = Words("Penjelasan", "Explanation")
    static let well = Words("Baik", "Well")
    static let look = Words("Perlu dilihat", "Needs a look")
    static let broken = Words("Rusak", "Broken")
    static let late = Words("Terlambat", "Late")

    /// How far the clock of the machine that answers is from the one that all machines share.
    static func clockApart(_ secondsAhead: Int64, _ isTooFar: Bool) -> Words {
        let (seconds, isAhead) = (abs(secondsAhead), secondsAhead > 0)
        return Words(
            "Jam mesin ini \(seconds) detik \(isAhead ? "lebih cepat" : "lebih lambat") daripada "
                + "jam basis data. Samakan keduanya dengan NTP."
                + (isTooFar ? " Sampai itu mesin ini tidak mengirim kabar dan pengingat." : ""),
            "This machine's clock is \(seconds) seconds \(isAhead ? "ahead of" : "behind") the "
                + "database's. Set both by NTP."
                + (isTooFar ? " Until then this machine sends no news and reminders." : "")
        )
    }
}
