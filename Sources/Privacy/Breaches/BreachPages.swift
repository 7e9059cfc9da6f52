import Ledger
import Site
import Stories

/// All breaches: those of which somebody has still to be told first.
struct BreachesPage: Page {
    var lines: [ListedBreach]
    var now: Instant

    var frame: Frame {
        Frame(width: .page, back: Link(.peoplesData, "/kelola/data-pribadi"))
    }

    func title(for visit: Visit) -> String { Words.breaches.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .breaches)
        html(.p, .breachesWhat)
        html(ButtonRow(Button(.newBreach, .primary, .go("/kelola/data-pribadi/kebocoran/baru"))))
        html(
            DataTable(
                .breaches,
                [.init(.confirmedOn), .init(.left), .init(.peopleTold), .init(.agencyTold)],
                lines.map { line in
                    DataTable.Line([
                        .link(
                            Link(
                                html.visit.words(of: line.confirmed),
                                "/kelola/data-pribadi/kebocoran/\(line.id)"
                            )
                        ),
                        line.isTold ? "–" : .part(TimeLeft(due: line.due, now: now)),
                        told(line.peopleTold), told(line.agencyTold),
                    ])
                }
            )
            .whenEmpty(.noBreaches)
        )
    }

    private func told(_ at: Instant?) -> Inline {
        at.map { .part(WholeMoment(at: $0)) } ?? .tag(StatusTag(.notTold, .attention))
    }
}

extension Visit {
    /// "Rabu, 25 November 2026, 14.30 WIB" as words of a link.
    func words(of at: Instant) -> Words {
        let zone = installation.zone
        return Words(
            DateWords.longDate(zone.day(at)).text(in: language) + ", "
                + DateWords.time(at, zone: zone, in: language)
        )
    }
}

/// A breach as it stands in the form, and what is wrong with it.
struct TypedBreach: Sendable {
    var date = DateInput()
    var time = ""
    var people = ""
    var data = ""
    var how = ""
    var handling = ""
    var problems: [String: Words] = [:]

    init() {}

    init(_ posted: Posted) {
        func text(_ name: String) -> String {
            String((posted[name] ?? "").trimmingSpaces.prefix(4000))
        }
        date = posted.date("dipastikan")
        time = text("jam")
        people = text("orang")
        data = text("data")
        how = text("cara")
        handling = text("penanganan")
    }

    /// What was found, where everything that is needed was typed.
    mutating func checked(_ zone: Zone, now: Instant) -> FoundBreach? {
        problems = [:]
        let confirmed = date.instant(at: time, zone, orNow: now)
        let count = Int(people.filter { $0 != "." && $0 != " " })
        if confirmed == nil { problems["dipastikan"] = .receivedUnreadable }
        if !people.isEmpty, count.map({ $0 < 0 }) ?? true { problems["orang"] = .peopleUnreadable }
        for (name, text) in [("data", data), ("cara", how), ("penanganan", handling)]
        where text.isEmpty {
            problems[name] = Words(.wordsMissing)
        }
        guard problems.isEmpty, let confirmed else { return nil }
        return FoundBreach(
            confirmed: confirmed,
            people: count,
            data: data,
            how: how,
            handling: handling
        )
    }

    var form: Form {
        Form(
            to: "/kelola/data-pribadi/kebocoran/baru",
            [
                Field(
                    "dipastikan",
                    .confirmedOn,
                    hint: .confirmedHint,
                    isOptional: true,
                    .date(date)
                ),
                Field("jam", .timeOfDay, isOptional: true, .text(TextInput(time, most: 5))),
                Field("orang", .howManyPeople, isOptional: true, .text(TextInput(people, .whole))),
                Field("data", .whichData, .longText(data, most: 4000)),
                Field("cara", .whenAndHow, .longText(how, most: 4000)),
                Field("penanganan", .handling, .longText(handling, most: 4000)),
            ].map { $0.with(error: problems[$0.name]) },
            buttons: [Button(.saveBreach)]
        )
    }
}

/// A new breach.
struct NewBreachPage: Page {
    var typed: TypedBreach

    var frame: Frame {
        Frame(
            back: Link(.breaches, "/kelola/data-pribadi/kebocoran"),
            status: typed.problems.isEmpty ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.newBreach.text(in: visit.language) }

    func body(_ html: HTML) {
        let form = typed.form
        html(ErrorSummary(of: form.fields))
        html(.h1, .newBreach)
        html(.p, .newBreachWhat)
        html(form)
    }
}

/// One breach: its clock, what happened, the notices to print, what can be done.
struct BreachPage: Page {
    var loaded: LoadedBreach
    var now: Instant
    var problem: PrivacyRefusal?

    var frame: Frame {
        Frame(backTo: Link(.breaches, "/kelola/data-pribadi/kebocoran"), refusing: problem)
    }

    func title(for visit: Visit) -> String { Words.oneBreach.text(in: visit.language) }

    func body(_ html: HTML) {
        if let problem { html(ErrorSummary([("isi", Words(problem))])) }
        html(.h1, .oneBreach)
        if !loaded.breach.isTold { html(.p, .role("status")) { html(clock) } }
        facts(html)
        html(.div, .id("isi")) {
            html(.h2, .notices)
            html(.p, .noticesWhat)
            html(
                ButtonRow(links: [
                    Link(.noticeToPeople, loaded.address("surat-warga.pdf")),
                    Link(.noticeToAgency, loaded.address("surat-lembaga.pdf")),
                ])
            )
            if loaded.breach.closing == nil { deeds(html) }
        }
    }

    private var clock: TimeLeft { TimeLeft(due: loaded.confirmed.due, now: now) }

    private func facts(_ html: HTML) {
        var items = [
            SummaryList.Item(.confirmedOn, [.part(WholeMoment(at: loaded.confirmed.at))]),
            SummaryList.Item(.tellBy, [.part(WholeMoment(at: loaded.confirmed.due))]),
        ]
        if let people = loaded.confirmed.people {
            items.append(SummaryList.Item(.howManyPeople, [.text("\(people)")]))
        }
        items += [
            SummaryList.Item(.whichData, loaded.words(loaded.confirmed.data)),
            SummaryList.Item(.whenAndHow, loaded.words(loaded.confirmed.how)),
            SummaryList.Item(
                .handling,
                ([loaded.confirmed.handling] + loaded.breach.handling).flatMap(loaded.words)
            ),
        ]
        items += loaded.breach.told.map { telling in
            SummaryList.Item(
                telling.whom.told,
                [.part(WholeMoment(at: telling.at))] + loaded.words(telling.how)
            )
        }
        if let closing = loaded.breach.closing {
            items.append(SummaryList.Item(.closedBreach, loaded.words(closing)))
        }
        html(SummaryList(items))
    }

    private func deeds(_ html: HTML) {
        let open = ToldOfBreach.Whom.allCases.filter { !loaded.breach.hasTold($0) }
        if !open.isEmpty {
            html(.h2, .recordTelling)
            html(
                form(
                    "kabar",
                    [
                        Field("siapa", .whoWasTold, .choice(nil, open.map(\.option))),
                        Field(
                            "kabar",
                            .toldOn,
                            hint: .confirmedHint,
                            isOptional: true,
                            .date(DateInput())
                        ),
                        Field(
                            "jam",
                            .timeOfDay,
                            isOptional: true,
                            .text(TextInput("", most: 5))
                        ),
                        Field("lewat", .toldHow, .longText("", most: 1000)),
                    ],
                    Button(.saveTelling)
                )
            )
        }
        html(.h2, .moreHandling)
        html(
            form(
                "tangani",
                [Field("tindakan", .handling, .longText("", most: 4000))],
                Button(.saveHandling, .secondary)
            )
        )
        if loaded.breach.isTold {
            html(
                form(
                    "tutup",
                    [Field("penutup", .whatWasLearnt, .longText("", most: 4000))],
                    Button(.closeBreach, .secondary)
                )
            )
        }
    }

    private func form(_ deed: String, _ fields: [Field], _ button: Button) -> Form {
        Form(
            to: loaded.address(deed),
            fields,
            hidden: [("versi", "\(loaded.version.count)")],
            buttons: [button]
        )
    }
}
