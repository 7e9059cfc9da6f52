import Site
import Stories

// What enums of cooperation are called.

extension AgreementStanding {
    var words: Words {
        switch self {
        case .preparing: Words("Disiapkan", "In preparation")
        case .waiting: Words("Menunggu mulai berlaku", "Not in force yet")
        case .inForce: Words("Berlaku", "In force")
        case .expired: Words("Jangka waktu habis", "Expired")
        case .ended: Words("Berakhir", "Ended")
        }
    }

    var tag: StatusTag {
        switch self {
        case .preparing: StatusTag(words, .info)
        case .waiting: StatusTag(words, .info)
        case .inForce: StatusTag(words, .done)
        case .expired: StatusTag(words, .danger)
        case .ended: StatusTag(words)
        }
    }
}

extension TransferDirection {
    var option: Option {
        switch self {
        case .toPartner: Option(rawValue, Words("Dari kami ke mitra", "From us to the partner"))
        case .fromPartner: Option(rawValue, Words("Dari mitra ke kami", "From the partner to us"))
        }
    }
}

extension EndCause {
    var option: Option {
        switch self {
        case .reached: Option(rawValue, Words("Tujuan tercapai", "Its purpose was reached"))
        case .expired: Option(rawValue, Words("Jangka waktu habis", "Its term was over"))
        case .agreed: Option(rawValue, Words("Disepakati berakhir", "The parties agreed"))
        case .givenUp: Option(rawValue, Words("Tidak jadi", "Given up"))
        }
    }
}

extension CooperationTask.Kind {
    var words: Words {
        switch self {
        case .renewal(let days):
            Words("Perpanjang atau akhiri (\(days) hari)", "Renew or end it (\(days) days)")
        case .expired: Words("Akhiri yang habis waktunya", "End what has expired")
        case .term: Words("Catat jangka waktunya", "Record its term")
        case .duty: Words("Kewajiban", "Obligation")
        case .activity: Words("Realisasi kegiatan", "Result of an activity")
        case .followUp: Words("Tindak lanjut kunjungan", "Follow-up of a visit")
        case .report(let period):
            Words(
                "Laporan \(period.words.indonesian.lowercased())",
                "Report, \(period.words.text(in: .english))"
            )
        }
    }
}

extension AgreementFact {
    /// Its line in the history, which never tells the words of a root.
    func told(by rules: CooperationRules) -> Words {
        switch self {
        case .begun: Words("Kerja sama dimulai", "The agreement was begun")
        case .restated: Words("Pokok kerja sama diperbaiki", "What it is about was corrected")
        case .reached(let reached):
            (rules.stage(reached.stage)?.name ?? Words(reached.stage.text)).map { "\($0)" }
        case .councilAsked(let answer):
            answer.isNeeded
                ? Words("Persetujuan DPRD perlu", "The council's approval is needed")
                : Words("Persetujuan DPRD tidak perlu", "The council's approval is not needed")
        case .checked(let checked):
            Words(
                "Isi wajib \(rules.document(checked.document)?.name.indonesian ?? ""): "
                    + "\(checked.clauses.count) dicentang",
                "Required clauses of \(rules.document(checked.document)?.name.text(in: .english) ?? ""): "
                    + "\(checked.clauses.count) ticked"
            )
        case .termed(let term):
            term.renews
                ? Words("Diperpanjang sampai \(term.until)", "Renewed until \(term.until)")
                : Words("Jangka waktu dicatat", "The term was recorded")
        case .owed: Words("Kewajiban dicatat", "An obligation was recorded")
        case .fulfilled: Words("Kewajiban selesai", "An obligation was met")
        case .planned: Words("Kegiatan direncanakan", "An activity was planned")
        case .realised: Words("Realisasi dicatat", "A result was recorded")
        case .permitted(let permission):
            permission.isGiven
                ? Words("Pengalihan diizinkan", "A transfer was permitted")
                : Words("Izin pengalihan dicabut", "A permission was taken back")
        case .rootTyped: Words("Orang pertama menulis 12 kata", "A first person typed 12 words")
        case .rootsDiffered: Words.wordsDiffered
        case .rootPinned(let partner, _):
            Words("Akar \(partner) ditetapkan", "The root of \(partner) was pinned")
        case .reported(let report):
            report.period.words.map { "\($0)" }.reported
        case .ended(let end): end.cause.option.label
        }
    }
}

extension Words {
    fileprivate var reported: Words {
        Words(
            "Laporan dikirim: \(indonesian)",
            "Report sent: \(text(in: .english))"
        )
    }
}
