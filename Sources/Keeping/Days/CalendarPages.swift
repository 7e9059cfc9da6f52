import Office
import Site
import Stories

/// The working calendar: known years, closures, outages, and what can be added.
struct CalendarPage: Page {
    var recorded: RecordedCalendar
    var office: OfficeMap
    var zone: Zone
    var message: Words?
    var progress: RecountProgress?
    var fileError: Words?
    var closure = AskedClosure()
    var outage = AskedOutage()

    var frame: Frame {
        let isWell =
            fileError == nil && closure.errors.isEmpty && outage.errors.isEmpty
        return Frame(
            width: .page,
            back: Link(.manage, "/kelola"),
            status: isWell ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.workingCalendar.text(in: visit.language) }

    func body(_ html: HTML) {
        let fields = [fileField] + closure.fields(office) + outage.fields
        html(ErrorSummary(of: fields))
        html(.h1, .workingCalendar)
        if let message { html(Notice(.done, message)) }
        if let progress { html(RecountLine(progress: progress)) }
        html(
            DataTable(
                .decreedYears,
                [
                    DataTable.Heading(.year), DataTable.Heading(.nationalCount, isNumber: true),
                    DataTable.Heading(.leaveCount, isNumber: true),
                ],
                recorded.years.sorted { $0.key < $1.key }.map { year, days in
                    DataTable.Line([
                        .text(String(year)),
                        .number(String(days.count { $0.kind == .national })),
                        .number(String(days.count { $0.kind == .jointLeave })),
                    ])
                }
            )
            .whenEmpty(.noYears)
        )
        html(.p, .estimateBeyond)
        html(.h2, .takeInYear)
        html(Form(to: "/kelola/kalender", [fileField], buttons: [Button(.next)]))
        closures(html)
        outages(html)
    }

    private var fileField: Field {
        Field("berkas", .decreeFile, hint: .decreeFileHint, .file(FileInput(.any)))
            .with(error: fileError)
    }

    private func closures(_ html: HTML) {
        html(
            DataTable(
                .closures,
                [
                    DataTable.Heading(.unit), DataTable.Heading(.fromDay),
                    DataTable.Heading(.untilDay), DataTable.Heading(.reason),
                ],
                recorded.closures.map { closure in
                    DataTable.Line([
                        closure.unit.map { .text(office.unit($0)?.name ?? $0.text) }
                            ?? .words(.allUnits),
                        .words(DateWords.longDate(closure.first)),
                        .words(DateWords.longDate(closure.last)), .text(closure.reason),
                    ])
                }
            )
            .whenEmpty(.noClosures)
        )
        html(.h2, .addClosure)
        html(
            Form(
                to: "/kelola/kalender/tutup",
                closure.fields(office),
                buttons: [Button(.addClosure, .secondary)]
            )
        )
    }

    private func outages(_ html: HTML) {
        html(OutageTable(outages: recorded.outages))
        html(.h2, .addOutage)
        html(.p, .addOutageWhat)
        html(
            Form(
                to: "/kelola/kalender/gangguan",
                outage.fields,
                buttons: [Button(.addOutage, .secondary)]
            )
        )
    }
}

/// The times in which the services could not work, as everybody may see them.
struct OutageTable: Component {
    var outages: [Outage]

    func write(to html: HTML) {
        let (zone, language) = (html.visit.installation.zone, html.visit.language)
        func moment(_ at: Instant) -> String {
            DateWords.date(zone.day(at), in: language) + ", "
                + DateWords.time(at, zone: zone, in: language)
        }
        html(
            DataTable(
                .outages,
                [
                    DataTable.Heading(.fromDay), DataTable.Heading(.untilDay),
                    DataTable.Heading(.whatWasHit),
                ],
                outages.reversed().map { outage in
                    DataTable.Line([
                        .text(moment(outage.from)), .text(moment(outage.to)),
                        .text(outage.reason),
                    ])
                }
            )
            .whenEmpty(.noOutages)
        )
    }
}

/// What everybody may know of the system's state.
struct SystemStatePage: Page {
    var outages: [Outage]

    var frame: Frame { Frame(width: .page, isIndexed: true) }

    func title(for visit: Visit) -> String { Words.systemState.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .systemState)
        html(.p, .systemStateWhat)
        html(OutageTable(outages: outages))
    }
}

/// What a decree would change, before it is taken in.
struct DecreePage: Page {
    var id: OpaqueID
    var reading: DecreeReading
    var effect: CalendarEffect

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.workingCalendar, "/kelola/kalender"),
            status: reading.problems.isEmpty ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String {
        Words.holidays.text(in: visit.language) + " \(reading.year)"
    }

    func body(_ html: HTML) {
        html(.h1, title(for: html.visit))
        if !reading.problems.isEmpty {
            html(Notice(.danger, .decreeContradicts))
            html(.ul) {
                for problem in reading.problems.prefix(100) {
                    let words = Words(problem.indonesian, problem.english)
                    html(.li, problem.line.map { Words.inLine($0, words) } ?? words)
                }
            }
            return
        }
        html(EffectOnCases(effect: effect))
        html(
            DataTable(
                .holidays,
                [
                    DataTable.Heading(.day), DataTable.Heading(.reason),
                    DataTable.Heading(.kindOfDay),
                ],
                reading.holidays.map { holiday in
                    DataTable.Line([
                        .words(DateWords.longDate(holiday.day)), .text(holiday.name),
                        .words(
                            holiday.kind == .jointLeave
                                ? Words("Cuti bersama", "Joint leave")
                                : Words("Libur nasional", "National holiday")
                        ),
                    ])
                }
            )
        )
        html(
            Form(
                to: "/kelola/kalender/\(id)",
                [],
                buttons: [Button(.takeInYear)]
            )
        )
    }
}
