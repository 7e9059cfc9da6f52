import Press
import Site
import Stories

/// The written notice of a breach, as article 46 wants it: what, when and how, what is done.
struct BreachLetter {
    let loaded: LoadedBreach
    let whom: ToldOfBreach.Whom
    let now: Instant

    func pdf() throws(PressError) -> [UInt8] {
        let regency = loaded.regency
        var paper = regency.paper(
            "Pemberitahuan Kegagalan Pelindungan Data Pribadi",
            sections: sections,
            at: now
        )
        paper.subtitle = "UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 46"
        return try PaperPress.pdf(of: paper)
    }

    private var sections: [PaperSheet.Section] {
        let confirmed = loaded.confirmed
        var facts = [Passage.Fact("Dipastikan terjadi", moment(confirmed.at))]
        if let people = confirmed.people {
            let count = NumberWords.whole(people, in: .indonesian)
            facts.append(Passage.Fact("Perkiraan jumlah orang", "\(count) orang"))
        }
        let handling = ([confirmed.handling] + loaded.breach.handling).compactMap(loaded.text)
        return [
            .init(nil, [.facts([Passage.Fact("Kepada", addressee)]), .paragraph(opening)]),
            .init(nil, [.facts(facts)]),
            .init("Data pribadi yang terungkap", paragraphs([confirmed.data])),
            .init("Kapan dan bagaimana terungkap", paragraphs([confirmed.how])),
            .init("Penanganan dan pemulihan", handling.map { .paragraph($0) }),
            .init("Hubungi kami", [.paragraph(contact)]),
            .signedBy([
                ("Tempat dan tanggal", "(diisi)"), ("Tanda tangan", "(nama dan jabatan)"),
            ]),
        ]
    }

    private func paragraphs(_ sealed: [Sealed]) -> [Passage] {
        sealed.compactMap(loaded.text).map { .paragraph($0) }
    }

    private var addressee: String {
        switch whom {
        case .people: "Pemilik data yang terkena"
        case .everybody: "Masyarakat"
        case .agency: loaded.regency.protection?.agency ?? "Lembaga pelindungan data pribadi"
        }
    }

    private var opening: String {
        let name = loaded.regency.installation.regency
        return switch whom {
        case .people, .everybody:
            "\(name) memberitahukan bahwa data pribadi Anda terungkap tanpa hak. Kami meminta maaf."
        case .agency:
            "\(name) selaku pengendali data memberitahukan kegagalan pelindungan data pribadi."
        }
    }

    private var contact: String {
        guard let who = loaded.regency.protection else {
            return loaded.regency.installation.regency
        }
        return ([who.officer] + who.contact).joined(separator: ", ")
    }

    private func moment(_ at: Instant) -> String {
        let zone = loaded.regency.installation.zone
        return DateWords.longDate(zone.day(at)).indonesian + ", "
            + DateWords.time(at, zone: zone, in: .indonesian)
    }
}
