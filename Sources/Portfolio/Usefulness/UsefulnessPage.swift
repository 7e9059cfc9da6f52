import Office
import Site
import Stories

/// What each service is worth: how it is used, what it costs, what was decided about it.
struct UsefulnessPage: Page {
    var usefulness: Usefulness

    /// Where whoever asks came from: the leaders' page, or that of the ICT office.
    var back: Link

    var frame: Frame { Frame(width: .workbench, back: back) }

    func title(for visit: Visit) -> String { Words.usefulness.text(in: visit.language) }

    func body(_ html: HTML) {
        let language = html.visit.language
        html(.h1, .usefulness)
        html(.p, .usefulnessLead)
        html(
            DataTable(
                .usefulness,
                [
                    DataTable.Heading(.serviceName), DataTable.Heading(.casesByMonth),
                    DataTable.Heading(.completedShare, isNumber: true),
                    DataTable.Heading(.medianDays, isNumber: true),
                    DataTable.Heading(.indexIKM, isNumber: true),
                    DataTable.Heading(.lastUsed),
                    DataTable.Heading(.costPerYear, isNumber: true),
                    DataTable.Heading(.costPerCase, isNumber: true),
                    DataTable.Heading(.decision),
                ],
                usefulness.lines.map { line($0, language) }
            )
        )
        html(.h2, .whatSerasanCosts)
        html(.p) {
            if let cost = usefulness.program {
                html.text(.costOf(cost))
            } else {
                html.text(.noCostYet)
            }
            html.text(" ")
            html(.a, .enterCost, .href("/kelola/kegunaan/serasan"))
        }
        html(
            ButtonRow(links: [
                Link(.downloadFigures, "/kelola/kegunaan.csv"),
                Link(.manageServices, "/kelola/layanan"),
            ])
        )
    }

    private func line(_ line: Usefulness.Line, _ language: Language) -> DataTable.Line {
        let satisfaction: Inline =
            if let brief = line.satisfaction {
                brief.index.map {
                    .number("\(NumberWords.decimal($0.value, in: language)) \($0.quality)")
                } ?? .words(.notEnoughAnswers(brief.answers, of: brief.needed))
            } else {
                "-"
            }
        return DataTable.Line([
            .link(Link(line.service.name, "/kelola/kegunaan/\(line.service.code)")),
            .part(MonthBars(received: line.received, months: usefulness.months)),
            .number(line.completedPercent.map { "\($0)%" } ?? "-"),
            line.median.map { .words(.days($0)) } ?? "-",
            satisfaction,
            .part(LastUse(line: line)),
            line.cost.map { .words(.money($0.amount, $0.year)) } ?? "-",
            line.costPerCase.map { .words(NumberWords.money(Int($0))) } ?? "-",
            line.judgement.map { given in
                .words(
                    .decided(given, on: usefulness.zone.day(given.at), by: line.judge)
                )
            } ?? .words(.notDecided),
        ])
    }
}

/// When it was used last, and a question where that is long ago.
private struct LastUse: Component {
    let line: Usefulness.Line

    func write(to html: HTML) {
        if let day = line.lastUsed {
            let short = DateWords.shortDate(day, in: html.visit.language)
            // One word, so that a narrow place beside others does not break it into three lines.
            html.text("\(short) \(day.parts.year)".replacing(" ", with: "\u{00A0}"))
        } else {
            html.text(.neverUsed)
        }
        guard line.isUnused else { return }
        html(.br)
        html(.strong, .unusedSwitchOff)
    }
}

/// Twelve small bars, one for each month; the figures are read out.
struct MonthBars: Component {
    let received: [Int]
    let months: [Month]

    func write(to html: HTML) {
        let most = max(1, received.max() ?? 1)
        let total = received.reduce(0, +)
        html(.svg, .class("batang"), .width(120), .height(28), .viewBox("0 0 120 28"), .silent()) {
            html(.line, .class("sumbu"), .x1(0), .x2(120), .y1(27.5), .y2(27.5))
            for (index, count) in received.enumerated() where count > 0 {
                let high = max(1, 26 * Double(count) / Double(most))
                html(
                    .rect,
                    .class("isi"),
                    .x(Double(index * 10 + 1)),
                    .y(27 - high),
                    .wide(8),
                    .high(high)
                )
            }
        }
        html.text(" \(NumberWords.whole(total, in: html.visit.language))")
        html(.span, .class("tersembunyi")) {
            for (month, count) in zip(months, received) {
                html.text("; \(html.word(month.words)): \(count)")
            }
        }
    }
}

/// One service: what is known of it, and where cost and decision are entered.
struct ServiceWorthPage: Page {
    var name: Words

    /// Nil for the program itself, of which no decision is made here.
    var line: Usefulness.Line?
    var cost: EnteredCost?
    var zone: Zone
    var enterCost: Form
    var judge: Form?
    var isDone = false
    var error: PortfolioRefusal?

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.usefulness, "/kelola/kegunaan"),
            status: error?.status ?? 200
        )
    }

    func title(for visit: Visit) -> String {
        "\(Words.usefulness.text(in: visit.language)), \(name.text(in: visit.language))"
    }

    func body(_ html: HTML) {
        html(ErrorSummary(of: enterCost.fields + (judge?.fields ?? [])))
        html(.h1, name)
        if isDone { html(Notice(.done, .worthEntered)) }
        if let cost {
            html(.p, .costOf(cost))
            html(.p, .sourceIs(cost.source), .class("redup"))
        } else {
            html(.p, .noCostYet)
        }
        if let line, let given = line.judgement {
            html(.p, .decided(given, on: zone.day(given.at), by: line.judge))
            html(.p, .reasonIs(given.reason), .class("redup"))
        }
        if line?.isUnused == true { html(Notice(.attention, .unusedSwitchOff)) }
        html(.h2, .enterCost)
        html(enterCost)
        if let judge {
            html(.h2, .decision)
            html(.p, .switchOffElsewhere)
            html(judge)
        }
    }
}

extension Words {
    static let usefulnessLead = Words(
        "Apa yang dipakai, berapa biayanya, dan apa yang diputuskan. Angka 12 bulan terakhir.",
        "What is used, what it costs and what was decided. Figures of the last 12 months."
    )
    static let casesByMonth = Words("Permohonan per bulan", "Requests by month")
    static let completedShare = Words("Sampai diputus", "Decided")
    static let lastUsed = Words("Terakhir dipakai", "Last used")
    static let neverUsed = Words("Belum pernah dipakai", "Never used")
    static let unusedSwitchOff = Words(
        "Tidak dipakai 6 bulan: matikan?",
        "Not used for 6 months: switch it off?"
    )
    static let costPerYear = Words("Biaya setahun", "Cost per year")
    static let costPerCase = Words("Biaya per permohonan", "Cost per request")
    static let decision = Words("Keputusan", "Decision")
    static let notDecided = Words("Belum diputuskan", "Not decided")
    static let whatSerasanCosts = Words("Biaya Serasan sendiri", "What Serasan itself costs")
    static let noCostYet = Words("Biayanya belum diisi.", "The cost has not been entered.")
    static let enterCost = Words("Isi biaya setahun", "Enter the yearly cost")
    static let manageServices = Words("Kelola layanan", "Manage services")
    static let worthEntered = Words("Sudah dicatat.", "Recorded.")
    static let switchOffElsewhere = Words(
        "Ini catatan keputusan. Layanan dimatikan di halaman Kelola layanan.",
        "This records the decision. A service is switched off on the page Manage services."
    )
    static let amount = Words("Biaya (rupiah)", "Cost (rupiah)")
    static let year = Words("Tahun", "Year")
    static let source = Words("Sumber angka", "Source of the figure")
    static let sourceHint = Words("Misalnya: DPA 2026 halaman 12.", "Such as: DPA 2026 page 12.")
    static let reason = Words("Alasan", "Reason")
    static let record = Words("Catat", "Record")

    static func money(_ amount: Int64, _ year: Int) -> Words {
        let money = NumberWords.money(Int(amount))
        return money.map { "\($0) (\(year))" }
    }

    static func costOf(_ cost: EnteredCost) -> Words {
        money(cost.amount, cost.year)
    }

    static func sourceIs(_ source: String) -> Words {
        Words("Sumber: \(source)", "Source: \(source)")
    }

    static func reasonIs(_ reason: String) -> Words {
        Words("Alasan: \(reason)", "Reason: \(reason)")
    }

    /// "Pertahankan, 23 November 2026, Syahrul Effendi".
    static func decided(_ given: GivenJudgement, on day: Day, by name: String?) -> Words {
        let who = name.map { ", \($0)" } ?? ""
        return Words(
            "\(given.verdict.words.indonesian), \(DateWords.date(day, in: .indonesian))\(who)",
            "\(given.verdict.words.text(in: .english)), \(DateWords.date(day, in: .english))\(who)"
        )
    }
}

extension Judgement.Verdict {
    var words: Words {
        switch self {
        case .keep: Words("Pertahankan", "Keep")
        case .improve: Words("Perbaiki", "Improve")
        case .switchOff: Words("Matikan", "Switch off")
        }
    }
}
