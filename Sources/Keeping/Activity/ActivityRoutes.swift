import Hummingbird
import Ledger
import Office
import Site
import Stories

// Who did what and when, filtered by person and day.

extension KeepingFeature {
    func addActivity(to router: Router<some SiteContext>) {
        router.get("kelola/jejak") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.activity(request, keeper, context)
            }
        }
    }

    /// As many as one page bears.
    private static let pageSize = 40

    private func activity(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let query = request.query
        let person = query["petugas"].flatMap { OpaqueID(String($0)) }
        let typed = DateInput(
            day: String(query["hari-tanggal"] ?? ""),
            month: String(query["hari-bulan"] ?? ""),
            year: String(query["hari-tahun"] ?? "")
        )
        let day = Self.day(typed)
        let page = max(1, query["halaman"].flatMap { Int($0) } ?? 1)
        let regency = try await regency()
        let zone = regency.installation.zone
        let lines = try await store.read { reader -> [ActivityPage.Line] in
            var condition: SQL = "WHERE 1 = 1"
            if let person { condition = "\(condition) AND actor = \(person)" }
            if let day {
                let start = zone.instant(day, minute: 0)
                condition =
                    "\(condition) AND at >= \(start) AND at < \(start.adding(seconds: 86_400))"
            }
            let rows = try reader.rows(
                """
                SELECT at, actor, kind, about, word, reason, lines FROM activity \
                \(condition) \
                ORDER BY seq DESC LIMIT \(Self.pageSize + 1) OFFSET \((page - 1) * Self.pageSize)
                """
            )
            return try rows.map { row in try Self.line(row, regency, reader) }
        }
        let hasMore = lines.count > Self.pageSize
        let shown = ActivityPage(
            typed: typed,
            dayError: day == nil && !Self.isEmpty(typed) ? .dateUnreadable : nil,
            person: person,
            lines: Array(lines.prefix(Self.pageSize)),
            page: page,
            pages: hasMore ? page + 1 : page
        )
        return Answer.page(shown, for: try visit(context, regency, of: keeper))
    }

    private static func isEmpty(_ typed: DateInput) -> Bool {
        (typed.day + typed.month + typed.year).allSatisfy(\.isWhitespace)
    }

    private static func day(_ typed: DateInput) -> Day? {
        guard let day = Int(typed.day), let month = Int(typed.month), let year = Int(typed.year)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func line(
        _ row: RecordRow,
        _ regency: RegencyNow,
        _ reader: Reader
    ) throws -> ActivityPage.Line {
        let (actor, about): (OpaqueID, OpaqueID) = (try row.id("actor"), try row.id("about"))
        let kind = try row.text("kind")
        let word: Code? = try row.find("word")
        let object: Words
        if kind == "official.downloaded" {
            object = .downloaded(try row.find("lines") ?? 0, because: try reason(row, reader))
        } else if kind.hasPrefix("official.") {
            let post = word.flatMap { regency.office.post($0)?.title }
            let name = try reader.name(of: about)
            object = Words([name, post].compactMap(\.self).joined(separator: ", "))
        } else if kind == "case.sensitive_opened" {
            let number = try reader.row("SELECT number FROM cases WHERE id = \(about)")
            object = Words(try number?.text("number") ?? "")
        } else if kind == "export.taken" {
            object = try exported(row, word.flatMap { regency.published($0)?.title }, reader)
        } else {
            object = word.map { regency.published($0)?.title ?? Words($0.text) } ?? Words("")
        }
        return ActivityPage.Line(
            at: try row.get("at"),
            who: actor,
            name: try reader.name(of: actor),
            deed: Words.deed(kind),
            about: object
        )
    }

    /// What was taken out, and why where it says who people are.
    private static func exported(
        _ row: RecordRow,
        _ service: Words?,
        _ reader: Reader
    ) throws -> Words {
        let title = try service ?? Words(row.find("word") ?? "")
        let why: OpaqueID? = try row.find("reason")
        guard why != nil else { return .exportedWithoutNames(title) }
        return .exportedWithNames(title, because: try reason(row, reader))
    }

    /// Why people's data were taken out, in the words that were typed.
    private static func reason(_ row: RecordRow, _ reader: Reader) throws -> String {
        let id: OpaqueID? = try row.find("reason")
        let bytes = try id.flatMap { try reader.open(PayloadID($0)) }
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? "–"
    }
}
