import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

// The inbox: only cases of the official's own units, in lists, counts and searches alike.

extension ServicesFeature {
    private static let pageLength = 50

    func addInbox(to router: Router<some SiteContext>) {
        router.get("kerja") { _, context in try self.go(to: "/kerja/kotak", context) }
        router.get("kerja/kotak") { request, context in
            guard let official = try await self.official(request) else {
                return try self.toSignIn(request, context)
            }
            let view =
                request.uri.queryParameters["tampilan"]
                .flatMap { InboxPage.View(rawValue: String($0)) } ?? .unit
            let query = String(
                (request.uri.queryParameters["cari"].map(String.init) ?? "").prefix(100)
            )
            let number = request.uri.queryParameters["halaman"].flatMap { Int($0) } ?? 1
            let page = try await self.inbox(
                view,
                of: official,
                matching: query,
                page: number
            )
            return Answer.page(page, for: official.visit(try self.visit(context)))
        }
    }

    private func inbox(
        _ view: InboxPage.View,
        of official: WorkingOfficial,
        matching query: String,
        page number: Int
    ) async throws -> InboxPage {
        let now = now()
        let language = Language.indonesian
        return try await store.read { reader in
            let list = InboxQuery(official: official, now: now)
            var counts: [InboxPage.View: Int] = [:]
            for view in InboxPage.View.allCases { counts[view] = try list.count(view, reader) }
            let rows: [RecordRow]
            var (pages, number) = (1, number)
            if query.isEmpty {
                pages = max(1, ((counts[view] ?? 0) + Self.pageLength - 1) / Self.pageLength)
                // A page beyond the last is the last: cases leave a list while it is read.
                number = min(max(1, number), pages)
                rows = try list.rows(
                    view,
                    limit: Self.pageLength,
                    offset: (number - 1) * Self.pageLength,
                    reader
                )
            } else {
                rows = try list.found(query, limit: Self.pageLength, reader)
            }
            var inbox = InboxPage(
                view: view,
                counts: counts,
                lines: try rows.map { row in try list.line(row, reader, language) },
                query: query,
                page: number,
                pages: pages
            )
            inbox.notices = try NoticesQueue(feature: self, official: official).count(reader)
            return inbox
        }
    }
}

/// The questions that an inbox asks of the record, bounded by the official's own units.
struct InboxQuery {
    let official: WorkingOfficial
    let now: Instant

    private static let columns: SQL = """
        SELECT c.id AS id, c.number AS number, c.service AS service, c.digest AS digest, \
        c.village AS village, c.name AS name, c.phase AS phase, c.step AS step, c.duty AS duty, \
        c.unit AS unit, c.step_due AS step_due, c.taken AS taken, c.ended AS ended, \
        c.due AS due, c.objected AS objected, \
        c.openness AS openness FROM cases c
        """

    private var units: [Code] { official.standing.units.sorted() }

    /// The unit's cases that this official may act on, or sees in one of the views.
    private func condition(_ view: InboxPage.View) -> SQL {
        let today = official.force.zone.instant(official.force.zone.day(now), minute: 0)
        return switch view {
        case .mine: "c.taken = \(official.id) AND c.ended IS NULL"
        case .unit: "c.ended IS NULL AND c.phase <> \(CasePhase.waiting.rawValue)"
        case .late:
            "c.ended IS NULL AND c.phase <> \(CasePhase.waiting.rawValue) AND c.step_due < \(today)"
        case .waiting: "c.phase = \(CasePhase.waiting.rawValue)"
        case .objections: "c.objected IS NOT NULL"
        case .done: "c.ended IS NOT NULL"
        }
    }

    /// Open cases belong to the unit where they rest, ended ones to all that had to do with them.
    private func rights(_ view: InboxPage.View) -> SQL {
        view == .done
            ? """
            c.id IN (SELECT case_id FROM case_units WHERE unit IN (\(each: units)))
            """
            : "c.unit IN (\(each: units))"
    }

    func count(_ view: InboxPage.View, _ reader: Reader) throws -> Int {
        let row = try reader.row(
            "SELECT count(*) AS n FROM cases c WHERE \(rights(view)) AND \(condition(view))"
        )
        return Int(try row?.int("n") ?? 0)
    }

    func rows(
        _ view: InboxPage.View,
        limit: Int,
        offset: Int,
        _ reader: Reader
    ) throws -> [RecordRow] {
        let order: SQL =
            switch view {
            case .done: "c.ended DESC"
            case .objections: "c.objected"
            case .mine, .unit, .late, .waiting: "c.step_due, c.received"
            }
        return try reader.rows(
            """
            \(Self.columns) WHERE \(rights(view)) AND \(condition(view)) \
            ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
            """
        )
    }

    /// Cases found by number, name, NIK or phone, among those the official may see.
    func found(_ query: String, limit: Int, _ reader: Reader) throws -> [RecordRow] {
        let ids = try reader.search("case_search", for: query, limit: 500)
        guard !ids.isEmpty else { return [] }
        return try reader.rows(
            """
            \(Self.columns) WHERE c.id IN (\(each: ids)) AND c.id IN \
            (SELECT case_id FROM case_units WHERE unit IN (\(each: units))) \
            ORDER BY c.received DESC LIMIT \(limit)
            """
        )
    }

    func line(_ row: RecordRow, _ reader: Reader, _ language: Language) throws -> InboxPage.Line {
        let id = CaseID(try row.id("id"))
        let digits = try row.text("number")
        let service = official.force.version(try row.text("digest"))
        let sealed: [UInt8]? = try row.find("name")
        let name = try sealed.flatMap { try reader.openRow($0, at: CasesView.place(ofName: id)) }
        let village: String? = try row.find("village")
        let step = service?.step(ID(try row.text("step")))
        let taken: OpaqueID? = try row.find("taken")
        return InboxPage.Line(
            number: digits,
            shownNumber: Self.grouped(digits),
            service: try service.map { Words($0.title) } ?? Words(row.text("service")),
            applicant: try applicant(row, name),
            place: village.flatMap { official.force.villages.name(of: $0) } ?? "",
            next: try next(row, step),
            due: try due(row),
            officer: try officer(taken, reader)
        )
    }

    /// The name, or why a list shows none.
    private func applicant(_ row: RecordRow, _ name: [UInt8]?) throws -> Words {
        switch Openness(rawValue: try row.text("openness")) {
        case .anonymous: .nameless
        case .secret: .nameIsSecret
        case .open, nil: Words(name.map { String(decoding: $0, as: UTF8.self) } ?? "")
        }
    }

    private func next(_ row: RecordRow, _ step: Step?) throws -> Words {
        if try objected(row) != nil { return .answerObjection }
        return switch CasePhase(rawValue: try row.text("phase")) {
        case .waiting: .waitingForCitizen
        case .signing: .uploadScan
        case .ended: .finished
        case .open, .unborn, nil: step.map { Words($0.title) } ?? ""
        }
    }

    /// When the citizen objected, where the answer is still waited for.
    private func objected(_ row: RecordRow) throws -> Instant? { try row.find("objected") }

    private func due(_ row: RecordRow) throws -> StatusTag {
        let zone = official.force.zone
        if let objected = try objected(row) {
            let calendar = official.force.calendar
            let due = calendar.due(CaseState.timeToAnswer.promise(from: objected))
            return CaseStatus.tag(of: due.day, today: zone.day(now), calendar)
        }
        if let ended: Instant = try row.find("ended") {
            guard let due: Instant = try row.find("due") else { return StatusTag(.finished) }
            let late = zone.day(ended).number - zone.day(due).number
            return late > 0 ? StatusTag(.finishedLate(late), .danger) : StatusTag(.finishedOnTime)
        }
        if (try row.text("phase")) == CasePhase.waiting.rawValue {
            return StatusTag(.waitingForCitizen)
        }
        guard let due: Instant = try row.find("step_due") else { return StatusTag(.inProgress) }
        return CaseStatus.tag(of: zone.day(due), today: zone.day(now), official.force.calendar)
    }

    private func officer(_ taken: OpaqueID?, _ reader: Reader) throws -> Words {
        guard let taken else { return .untaken }
        if taken == official.id { return .takenByYou }
        return Words(try reader.name(of: taken) ?? "")
    }

    private static func grouped(_ digits: String) -> String {
        let all = Array(digits)
        guard all.count == 12 else { return digits }
        return [all[0..<4], all[4..<8], all[8..<12]].map { String($0) }.joined(separator: "-")
    }
}
