import Site
import Stories

/// One case to be judged anew: what it is, what was judged before, and the judgement.
struct AppraisalPage: Page {
    var past: PastKeeping
    var before: Before?
    var version: Version
    var typed = TypedAppraisal()

    /// The judgement that stood until now.
    struct Before: Sendable {
        let outcome: Appraisal.Outcome
        let until: Day?
        let reason: String
    }

    var frame: Frame {
        Frame(
            backTo: Link(.destruction, "/kelola/data-pribadi/pemusnahan"),
            problems: typed.problems
        )
    }

    func title(for visit: Visit) -> String { Words.judgeAnew.text(in: visit.language) }

    func body(_ html: HTML) {
        let form = form
        html(ErrorSummary(of: form.fields))
        html(.h1, .judgeAnew)
        html(.p, .judgeAnewWhat)
        let day = DateWords.longDate(html.visit.installation.zone.day(past.ended))
        var items = [
            SummaryList.Item(.itemNumber, [.number(past.dossier.number)]),
            SummaryList.Item(.whatItIs, [.words(past.dossier.titled)]),
            SummaryList.Item(.unit, [.text(past.dossier.unit)]),
            SummaryList.Item(.endedOn, [.words(day)]),
            SummaryList.Item(.keepingRule, [.words(past.rule)]),
        ]
        if let before {
            items.append(SummaryList.Item(.judgedBefore, [.words(before.outcome.words)]))
            items.append(SummaryList.Item(.reason, [.text(before.reason)]))
        }
        html(SummaryList(items))
        html(form)
    }

    private var form: Form {
        Form(
            to: "/kelola/data-pribadi/penilaian/\(past.dossier.id)",
            [
                Field(
                    "hasil",
                    .whatBecomesOfIt,
                    .choice(typed.outcome, Appraisal.Outcome.allCases.map(\.option))
                ),
                Field(
                    "lagi",
                    .judgeAgainOn,
                    hint: .judgeAgainHint,
                    isOptional: true,
                    .date(typed.date)
                ),
                Field("kata", .reason, .longText(typed.reason, most: 2000)),
            ].map { $0.with(error: typed.problems[$0.name]) },
            hidden: [("versi", "\(version.count)")],
            buttons: [Button(.saveJudgement)]
        )
    }
}

/// A judgement as it stands in the form, and what is wrong with it.
struct TypedAppraisal: Sendable {
    var outcome = ""
    var date = DateInput()
    var reason = ""
    var problems: [String: Words] = [:]

    init() {}

    init(_ posted: Posted) {
        outcome = posted["hasil"] ?? ""
        date = posted.date("lagi")
        reason = String((posted["kata"] ?? "").trimmingSpaces.prefix(2000))
    }

    /// What was judged, where everything that is needed was typed.
    mutating func checked() -> AppraisalCommand? {
        problems = [:]
        let until = date.writtenDay
        guard let judged = Appraisal.Outcome(rawValue: outcome) else {
            problems["hasil"] = .chooseOne
            return nil
        }
        if judged == .kept, until == nil { problems["lagi"] = .dateUnreadable }
        if reason.isEmpty { problems["kata"] = Words(.wordsMissing) }
        guard problems.isEmpty else { return nil }
        return .appraise(judged, until: until, words: reason)
    }
}

extension Appraisal.Outcome {
    var words: Words {
        switch self {
        case .destroyed: Words("Diusulkan musnah", "To be destroyed")
        case .permanent:
            Words("Arsip permanen: diserahkan ke arsip daerah", "Permanent: to the archive office")
        case .kept: Words("Simpan lagi, lalu dinilai kembali", "Keep on, and judge again")
        }
    }

    var option: Option { Option(rawValue, words) }
}

extension Words {
    static let judgeAnew = Words("Penilaian kembali", "A new judgement")
    static let judgeAnewWhat = Words(
        "Masa simpannya sudah lewat, dan jadwal retensi meminta penilaian. Tidak ada yang musnah karena halaman ini.",
        "Its time of keeping is over, and the schedule asks for a judgement. Nothing is destroyed by this page."
    )
    static let endedOn = Words("Berakhir", "Ended")
    static let keepingRule = Words("Lama simpan", "Kept for")
    static let judgedBefore = Words("Penilaian sebelumnya", "Judged before")
    static let whatBecomesOfIt = Words("Apa hasil penilaiannya?", "What is judged?")
    static let judgeAgainOn = Words("Dinilai lagi tanggal", "To be judged again on")
    static let judgeAgainHint = Words(
        "Hanya bila disimpan lagi. Contoh: 31 12 2028",
        "Only where it is kept on. For example: 31 12 2028"
    )
    static let saveJudgement = Words("Simpan penilaian", "Save the judgement")
}
