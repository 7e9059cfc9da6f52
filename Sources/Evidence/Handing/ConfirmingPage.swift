import Ledger
package import Site
package import Stories

/// What is known to be outside, and a form for a head that somebody shows.
struct ConfirmingPage: Page {
    var copies: [OutsideCopy]
    var past: GuardedPast
    var now: Instant
    var typed: ShownByOther
    var problem: ConfirmingRefusal?

    /// Servers that keep our heads, and heads that we keep for others.
    var partners = PartnersShown()

    /// What was compared a moment ago, and fits.
    var fits: OutsideCopy?

    var frame: Frame {
        Frame(width: .page, back: Link(.manage, "/kelola"), status: problem?.status ?? 200)
    }

    func title(for visit: Visit) -> String { Words.witnesses.text(in: visit.language) }

    func body(_ html: HTML) {
        if let problem {
            html(ErrorSummary([(problem == .nobodyNamed ? "siapa" : "cap", Words(problem))]))
        }
        html(.h1, .witnesses)
        if let fits {
            html(
                Notice(
                    .done,
                    .checkpointFits(NumberWords.whole(Int(fits.size), in: html.visit.language))
                )
            )
        }
        html(.p, .witnessesWhat)
        html(Notice(past.isWell(at: now) ? .done : .attention, past.sentence(at: now)))
        let zone = html.visit.installation.zone
        html(
            DataTable(
                .witnesses,
                [.init(.events), .init(.whoKeeps), .init(.since)],
                copies.map { copy in
                    DataTable.Line([
                        .number(NumberWords.whole(Int(copy.size), in: html.visit.language)),
                        .words(copy.way.words), .words(.moment(copy.at, zone)),
                    ])
                }
            )
            .whenEmpty(.nobodyKeepsAny)
        )
        html(partners)
        html(.h2, .enterCheckpoint)
        html(.p, .enterCheckpointWhat)
        html(form)
    }

    private var form: Form {
        var note = Field("cap", .checkpointText, .longText(typed.note, most: 10_000))
        if let problem, problem != .nobodyNamed { note.error = Words(problem) }
        var who = Field(
            "siapa",
            .whoKeepsIt,
            .choice(
                WayOutside(rawValue: typed.way)?.rawValue,
                WayOutside.shown.map { Option($0.rawValue, $0.words) }
            )
        )
        if problem == .nobodyNamed { who.error = Words(ConfirmingRefusal.nobodyNamed) }
        return Form(to: "/kelola/bukti", [note, who], buttons: [Button(.compareCheckpoint)])
    }
}

extension WayOutside {
    var words: Words {
        switch self {
        case .mail: Words("Surel harian", "Daily e-mail")
        case .partner: Words("Server mitra", "A partner's server")
        case .inspectorate: Words("Inspektorat", "Inspectorate")
        case .province: Words("Pemerintah provinsi", "Province")
        case .parliament: Words("DPRD", "Regional parliament")
        case .ombudsman: Words("Ombudsman", "The Ombudsman")
        case .press: Words("Pers atau lembaga masyarakat", "Press or civil society")
        case .citizen: Words("Warga", "A citizen")
        }
    }
}

extension GuardedPast {
    /// For the ICT office and whoever looks.
    package func sentence(at now: Instant) -> Words {
        guard let days = days(at: now) else {
            return Words(
                "Belum ada cap yang diketahui disimpan pihak lain.",
                "No checkpoint is known to be kept by anybody else."
            )
        }
        if days == 0 {
            return Words(
                "Pihak lain menyimpan cap dari hari ini.",
                "Somebody else keeps a checkpoint of today."
            )
        }
        return Words(
            "Cap terbaru yang disimpan pihak lain berumur \(days) hari.",
            "The newest checkpoint that somebody else keeps is \(days) days old."
        )
    }
}

extension Words {
    init(_ refusal: ConfirmingRefusal) {
        self.init(refusal.sentence, refusal.sentenceInEnglish)
    }

    static func checkpointFits(_ events: String) -> Words {
        Words(
            "Cocok: sampai peristiwa \(events) tidak ada yang berubah sejak cap itu dibuat.",
            "It fits: up to event \(events) nothing was changed since that checkpoint was made."
        )
    }

    static let witnesses = Words("Saksi catatan", "Witnesses of the record")
    static let witnessesWhat = Words(
        "Cap yang hanya ada di server ini tidak membuktikan apa-apa. Kirim setiap hari lewat surel "
            + "(bagian saksi di kabar.yaml), atau minta pihak lain mengambilnya di /bukti/cap.",
        "A checkpoint that is only on this server proves nothing. Mail it daily (part saksi of "
            + "kabar.yaml), or ask others to fetch it from /bukti/cap."
    )
    static let events = Words("Sampai peristiwa", "Up to event")
    static let whoKeeps = Words("Disimpan oleh", "Kept by")
    static let since = Words("Sejak", "Since")
    static let nobodyKeepsAny = Words("Belum ada.", "None yet.")
    static let enterCheckpoint = Words(
        "Bandingkan cap milik pihak lain",
        "Compare a checkpoint that somebody else keeps"
    )
    static let enterCheckpointWhat = Words(
        "Tempel seluruh isi cap yang mereka simpan. Kalau cocok, dicatat sebagai saksi.",
        "Paste the whole checkpoint that they keep. If it fits, it is noted as a witness."
    )
    static let checkpointText = Words("Isi cap", "The checkpoint")
    static let whoKeepsIt = Words("Siapa yang menyimpannya?", "Who keeps it?")
    static let compareCheckpoint = Words("Bandingkan", "Compare")
}
