import Office
import Site
import Stories

/// A closure or an outage before it is accepted: what it says, and what it moves.
struct PlannedChangePage: Page {
    var id: OpaqueID
    var planned: PlannedChange
    var office: OfficeMap
    var effect: CalendarEffect

    var frame: Frame { Frame(width: .page, back: Link(.workingCalendar, "/kelola/kalender")) }

    func title(for visit: Visit) -> String { deed.text(in: visit.language) }

    private var deed: Words {
        switch planned.fact {
        case .closed: .addClosure
        case .failed: .addOutage
        case .decreed: .takeInYear
        }
    }

    func body(_ html: HTML) {
        html(.h1, deed)
        html(KeyFacts(facts))
        html(EffectOnCases(effect: effect))
        html(.p, .notYetAccepted)
        html(Form(to: "/kelola/kalender/rencana/\(id)", [], buttons: [Button(deed)]))
    }

    private var facts: [(name: Words, value: Inline)] {
        switch planned.fact {
        case .decreed: return []
        case .closed(let closure):
            return [
                (
                    .unit,
                    closure.unit.map { .text(office.unit($0)?.name ?? $0.text) }
                        ?? .words(.allUnits)
                ), (.fromDay, .words(DateWords.longDate(closure.first))),
                (.untilDay, .words(DateWords.longDate(closure.last))),
                (.reason, .text(planned.reason)),
            ]
        case .failed(let outage):
            return [
                (.fromDay, .part(Moment(at: outage.from))),
                (.untilDay, .part(Moment(at: outage.to))),
                (.whatWasHit, .text(planned.reason)),
            ]
        }
    }
}

/// How many open cases a change moves, and some of them: from when to when.
struct EffectOnCases: Component {
    var effect: CalendarEffect

    func write(to html: HTML) {
        html(Notice(.info, sentence(html.visit.language)))
        guard !effect.examples.isEmpty else { return }
        html(
            DataTable(
                .examplesOfMoves,
                [
                    DataTable.Heading(.caseNumber), DataTable.Heading(.services),
                    DataTable.Heading(.unit), DataTable.Heading(.dueNow),
                    DataTable.Heading(.dueThen),
                ],
                effect.examples.map { example in
                    let (from, to) = moments(example, html.visit)
                    return DataTable.Line([
                        .number(example.number), .words(example.service), .text(example.unit),
                        .text(from), .text(to),
                    ])
                }
            )
        )
    }

    private func sentence(_ language: Language) -> Words {
        func number(_ count: Int) -> (String, String) {
            (NumberWords.whole(count, in: .indonesian), NumberWords.whole(count, in: .english))
        }
        if effect.count == 0, effect.isWhole { return .nothingMoves }
        let (count, all, looked) = (number(effect.count), number(effect.of), number(effect.looked))
        if effect.isWhole { return .moves(count) }
        return Words(
            "Sekitar \(count.0) permohonan terbuka akan jatuh tempo lebih lambat, diperkirakan "
                + "dari \(looked.0) di antara \(all.0). Tidak ada yang lebih awal.",
            "About \(count.1) open cases would be due later, reckoned from \(looked.1) among "
                + "\(all.1). None would be due earlier."
        )
    }

    /// Days, and the clock too where the day stays.
    private func moments(_ example: CalendarEffect.Example, _ visit: Visit) -> (String, String) {
        let (zone, language) = (visit.installation.zone, visit.language)
        let (first, then) = (zone.day(example.from), zone.day(example.to))
        guard first == then else {
            return (DateWords.longDate(first, in: language), DateWords.longDate(then, in: language))
        }
        return (
            DateWords.moment(example.from, zone: zone, in: language),
            DateWords.moment(example.to, zone: zone, in: language)
        )
    }
}

/// How far the last change has been told to the open cases.
struct RecountLine: Component {
    var progress: RecountProgress

    func write(to html: HTML) {
        let language = html.visit.language
        func number(_ count: Int) -> String { NumberWords.whole(count, in: language) }
        if progress.isDone {
            guard progress.moved > 0 else { return }
            html(Notice(.done, .recountDone(number(progress.moved))))
            return
        }
        guard let total = progress.of else {
            html(Notice(.info, .recountWaits))
            return
        }
        html(
            Notice(
                .info,
                .recountRuns(number(progress.looked), number(total), number(progress.moved))
            )
        )
    }
}

extension Words {
    static let nothingMoves = Words(
        "Tidak ada permohonan terbuka yang jatuh temponya bergeser.",
        "No open case would be due at another time."
    )
    static let notYetAccepted = Words(
        "Belum ada yang tercatat. Kalau sudah benar, setujui di bawah ini.",
        "Nothing is on record yet. If this is right, accept it below."
    )
    static let examplesOfMoves = Words("Contoh yang bergeser", "Examples of what moves")
    static let caseNumber = Words("Nomor", "Number")
    static let dueNow = Words("Jatuh tempo sekarang", "Due now")
    static let dueThen = Words("Menjadi", "Would become")
    static let recountWaits = Words(
        "Tenggat permohonan terbuka segera dihitung ulang. Muat ulang halaman ini untuk melihat "
            + "kemajuannya.",
        "The due dates of open cases will be counted anew in a moment. Load this page again to see "
            + "how far it is."
    )

    static func moves(_ count: (String, String)) -> Words {
        Words(
            "\(count.0) permohonan terbuka akan jatuh tempo lebih lambat. Tidak ada yang lebih awal.",
            "\(count.1) open cases would be due later. None would be due earlier."
        )
    }

    static func recountRuns(_ looked: String, _ total: String, _ moved: String) -> Words {
        Words(
            "Tenggat sedang dihitung ulang: \(looked) dari \(total) permohonan sudah diperiksa, "
                + "\(moved) bergeser. Muat ulang halaman ini untuk melihat kemajuannya.",
            "Due dates are being counted anew: \(looked) of \(total) cases are looked at, "
                + "\(moved) have moved. Load this page again to see how far it is."
        )
    }

    static func recountDone(_ moved: String) -> Words {
        Words(
            "Tenggat sudah dihitung ulang setelah perubahan terakhir: \(moved) permohonan bergeser.",
            "Due dates were counted anew after the last change: \(moved) cases have moved."
        )
    }
}
