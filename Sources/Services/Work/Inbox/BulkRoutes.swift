import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Registers
import Site
import Stories

// Several at once: each case decides by itself, on the version that the list showed.

extension ServicesFeature {
    func addBulkDeeds(to router: Router<some SiteContext>) {
        router.post("kerja/kotak/pilihan") { request, context in
            try await self.atWork(request, context) { official in
                let posted = try await Posted.read(request, in: context)
                let chosen = SelectedCase.read(posted.all("pilih"))
                guard let deed = posted["tindakan"].flatMap(BulkDeed.init) else {
                    throw WebRefusal.unreadable
                }
                guard !chosen.isEmpty else {
                    return try self.go(to: Address("/kerja/kotak/\(deed.rawValue)"), context)
                }
                switch deed {
                case .take: return try await self.carryOut(deed, .take, chosen, official, context)
                case .forward, .snooze:
                    let page = Address("/kerja/kotak/\(deed.rawValue)")
                    return try self.go(to: page.with("pilih", SelectedCase.text(chosen)), context)
                }
            }
        }
        for deed in BulkDeed.allCases {
            let path = RouterPath("kerja/kotak/\(deed.rawValue)")
            router.get(path) { request, context in
                try await self.atWork(request, context) { official in
                    let typed = request.query["pilih"].map(String.init) ?? ""
                    let chosen = SelectedCase.read([typed])
                    let page = try await self.bulkPage(deed, chosen, official)
                    return Answer.page(page, for: official.visit(try self.visit(context)))
                }
            }
            guard deed != .take else { continue }
            router.post(path) { request, context in
                try await self.atWork(request, context) { official in
                    let posted = try await Posted.read(request, in: context)
                    return try await self.bulk(deed, posted, official, context)
                }
            }
        }
        router.get("kerja/kotak/hasil/:hasil") { request, context in
            try await self.atWork(request, context) { official in
                try await self.results(official, context)
            }
        }
    }

    /// The page that asks what all of them need: a colleague, or a day and a reason.
    private func bulkPage(
        _ deed: BulkDeed,
        _ chosen: [SelectedCase],
        _ official: WorkingOfficial,
        typed: Posted = Posted([]),
        problems: [String: Words] = [:]
    ) async throws -> FormPage {
        guard !chosen.isEmpty else { return nothingSelected }
        let cases = try await opened(chosen, by: official)
        let fields = try await fields(of: deed, for: cases, official, typed)
        let count = chosen.count
        var page = FormPage(
            deed.words.map { "\($0): \(count)" },
            Form(
                to: Address("/kerja/kotak/\(deed.rawValue)"),
                fields.map { $0.with(error: problems[$0.name]) },
                hidden: [("pilih", SelectedCase.text(chosen))],
                buttons: [Button(deed.words)]
            ),
            back: Link(.inbox, "/kerja/kotak")
        )
        page.before = [
            Lines(
                cases.map { loaded in
                    let title = loaded.service.title.indonesian
                    return .text("\(loaded.subject.tracking) · \(title)")
                }
            )
        ]
        if deed == .snooze { page.before.append(Notice(.info, .clockKeepsRunning)) }
        if !problems.isEmpty { page.frame.status = 422 }
        return page
    }

    private var nothingSelected: FormPage {
        var page = FormPage(
            .nothingSelected,
            Form(to: "/kerja/kotak", [], buttons: []),
            back: Link(.inbox, "/kerja/kotak")
        )
        page.before = [Notice(.attention, .selectFirst)]
        page.frame.status = 422
        return page
    }

    private func fields(
        of deed: BulkDeed,
        for cases: [LoadedCase],
        _ official: WorkingOfficial,
        _ typed: Posted
    ) async throws -> [Field] {
        switch deed {
        case .take: return []
        case .snooze: return Snoozing.fields(typed)
        case .forward:
            let holdings = cases.compactMap(\.state.place).map {
                Duties.Holding($0.by, in: $0.unit)
            }
            let colleagues = try await colleagues(holding: Set(holdings), official)
            let options = colleagues.map { Option($0.id.description, Words($0.name)) }
            return [Field("petugas", .assignTo, .choice(typed["petugas"], options))]
        }
    }

    /// Those of the selected cases that this official may open.
    private func opened(
        _ chosen: [SelectedCase],
        by official: WorkingOfficial
    ) async throws -> [LoadedCase] {
        try await store.read { reader in
            try chosen.compactMap { one in
                guard let id = try reader.caseID(of: one.number),
                    let loaded = try reader.load(id, official.force, openingAnswers: false),
                    !loaded.state.units.isDisjoint(with: official.standing.units)
                else { return nil }
                return loaded
            }
        }
    }

    private func bulk(
        _ deed: BulkDeed,
        _ posted: Posted,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let chosen = SelectedCase.read(posted.all("pilih"))
        var problems: [String: Words] = [:]
        var command: CaseCommand?
        switch deed {
        case .take: command = .take
        case .forward:
            if let id = posted["petugas"].flatMap({ OpaqueID($0) }) {
                let duties = try await duties(of: id, official)
                command = .assign(to: duties)
            } else {
                problems["petugas"] = .assignMissing
            }
        case .snooze:
            problems = Snoozing.problems(posted)
            command = Snoozing.command(posted, official.force.zone)
        }
        guard problems.isEmpty, !chosen.isEmpty, let command else {
            let page = try await bulkPage(
                deed,
                chosen,
                official,
                typed: posted,
                problems: problems
            )
            return Answer.page(page, for: official.visit(try visit(context)))
        }
        return try await carryOut(deed, command, chosen, official, context)
    }

    /// What the colleague may do today; who has no duty is refused by each case.
    private func duties(of id: OpaqueID, _ official: WorkingOfficial) async throws -> Duties {
        let (force, today) = (official.force, official.force.zone.day(now()))
        return try await store.read { reader in
            WorkingOfficial(
                id: id,
                name: "",
                standing: try reader.standing(of: id, in: force.office, on: today),
                force: force
            )
            .duties
        }
    }

    private func carryOut(
        _ deed: BulkDeed,
        _ command: CaseCommand,
        _ chosen: [SelectedCase],
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        var lines: [BulkResults.Line] = []
        for one in chosen {
            lines.append((one.number, try await outcome(command, one, official)))
        }
        let id = Draw.random.id()
        _ = try await store.operate(
            BulkResults.keep(id, deed, lines, by: official.id, at: now())
        )
        return try go(to: "/kerja/kotak/hasil/\(id)", context)
    }

    private func outcome(
        _ command: CaseCommand,
        _ one: SelectedCase,
        _ official: WorkingOfficial
    ) async throws -> BulkOutcome {
        guard let loaded = try await opened([one], by: official).first else { return .closedToYou }
        let asked = CaseDesk.Asked(
            command,
            on: loaded.id,
            seen: one.version,
            who: .official(official.duties),
            now: now()
        )
        do {
            switch try await cases.handle(asked) {
            case .done: return .done
            case .movedOn(let newer):
                guard let other = newer.state.takenBy, other.id != official.id,
                    let since = newer.state.takenAt
                else { return .movedOn }
                return .taken(by: other.id, since: since)
            }
        } catch CaseRefusal.takenBy(let other, let since) {
            return .taken(by: other.id, since: since)
        } catch let refusal as CaseRefusal {
            return .refused(Words(refusal.sentence, refusal.sentenceInEnglish))
        } catch let refusal as RegisterRefusal {
            return .refused(Words(refusal.sentence, refusal.sentenceInEnglish))
        }
    }

    private func results(
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let id = context.parameters.get("hasil").flatMap({ OpaqueID($0) }) else {
            throw WebRefusal.notFound
        }
        let now = now()
        let page = try await store.read { reader -> BulkResultPage? in
            guard let found = try BulkResults.find(id, of: official.id, reader) else { return nil }
            let lines = try found.lines.map { line in
                BulkResultPage.Line(
                    number: line.number.description,
                    address: "/kerja/perkara/\(line.number.digits)",
                    isDone: line.outcome == .done,
                    words: try line.outcome.words(found.deed, at: now, reader)
                )
            }
            return BulkResultPage(deed: found.deed, lines: lines)
        }
        guard let page else { throw WebRefusal.notFound }
        return Answer.page(page, for: official.visit(try visit(context)))
    }
}

extension BulkOutcome {
    /// What the page of results says of it.
    func words(_ deed: BulkDeed, at now: Instant, _ reader: Reader) throws -> Words {
        switch self {
        case .done: return deed.done
        case .closedToYou: return .closedToYou
        case .movedOn: return .changedSince
        case .refused(let words): return words
        case .taken(let by, let since):
            let name = try reader.name(of: by)
            let ago = Words.ago(seconds: max(0, now.seconds(since: since)))
            return Words(
                "Sudah diambil \(name ?? "petugas lain") \(ago.indonesian)",
                "Taken by \(name ?? "another official") \(ago.text(in: .english))"
            )
        }
    }
}

/// What was done, what was not, and why.
struct BulkResultPage: Page {
    var deed: BulkDeed
    var lines: [Line]

    struct Line: Sendable {
        var number: String
        var address: Address
        var isDone: Bool
        var words: Site.Words
    }

    var frame: Frame { Frame(width: .page, back: Link(.inbox, "/kerja/kotak")) }

    private var heading: Site.Words {
        let count = lines.count { $0.isDone }
        return Words(
            "\(deed.done.indonesian): \(count) dari \(lines.count) permohonan",
            "\(deed.done.text(in: .english)): \(count) of \(lines.count) cases"
        )
    }

    func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, heading)
        let failed = lines.filter { !$0.isDone }
        if !failed.isEmpty {
            html(Notice(.attention, .someNotDone))
            list(.notDone, failed, html)
        }
        let done = lines.filter(\.isDone)
        if !done.isEmpty { list(deed.done, done, html) }
        html(ButtonRow(Button(.inbox, .primary, .go("/kerja/kotak"))))
    }

    private func list(_ heading: Site.Words, _ lines: [Line], _ html: HTML) {
        html(.h2, heading)
        html(
            SummaryList(
                lines.map { line in
                    SummaryList.Item(
                        Words(line.number),
                        [.words(line.words), .link(Link(.openCase, line.address))]
                    )
                }
            )
        )
    }
}
