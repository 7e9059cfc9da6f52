import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

// The list as a file: names only for a reason, and the reason is recorded.

extension ServicesFeature {
    /// So many rows stand in one file.
    private static let mostRows = 5000

    /// A file with names is fetched at once, or asked for anew.
    private static let fetchedWithin: Int64 = 15 * 60

    func addDownloads(to router: Router<some SiteContext>) {
        router.get("kerja/kotak/unduh") { request, context in
            try await self.atWork(request, context) { official in
                let page = self.downloadPage(InboxWish(request), typed: Posted([]), problems: [:])
                return Answer.page(page, for: official.visit(try self.visit(context)))
            }
        }
        router.post("kerja/kotak/unduh") { request, context in
            try await self.atWork(request, context) { official in
                let wish = InboxWish(request)
                let posted = try await Posted.read(request, in: context)
                return try await self.download(wish, posted, official, context)
            }
        }
        router.get("kerja/kotak.csv") { request, context in
            try await self.atWork(request, context) { official in
                let noted = request.query["catatan"].flatMap { Int64($0) }
                return try await self.sheet(InboxWish(request), of: official, noted: noted)
            }
        }
    }

    private func address(_ path: Address, _ wish: InboxWish) -> Address {
        wish.filter.add(to: path.with("tampilan", wish.view.rawValue))
    }

    private func downloadPage(
        _ wish: InboxWish,
        typed: Posted,
        problems: [String: Words]
    ) -> FormPage {
        var page = FormPage(
            .downloadCSV,
            Form(
                to: address("/kerja/kotak/unduh", wish),
                [
                    Field(
                        "isi",
                        .whatToDownload,
                        .choice(
                            typed["isi"] ?? "tanpa",
                            [
                                Option("tanpa", .withoutPeople),
                                Option("nama", .withPeople, hint: .withPeopleHint),
                            ]
                        )
                    ),
                    Field(
                        "alasan",
                        .downloadReason,
                        isOptional: true,
                        .longText(typed["alasan"] ?? "", most: 500)
                    )
                    .with(error: problems["alasan"]),
                ],
                buttons: [Button(.downloadCSV)]
            ),
            back: Link(.inbox, address("/kerja/kotak", wish))
        )
        page.before = [Notice(.info, .downloadLimits(Self.mostRows))]
        if !problems.isEmpty { page.frame.status = 422 }
        return page
    }

    private func download(
        _ wish: InboxWish,
        _ posted: Posted,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let sheet = address("/kerja/kotak.csv", wish)
        guard posted["isi"] == "nama" else { return try go(to: sheet, context) }
        let reason = String((posted["alasan"] ?? "").prefix(500))
        guard !reason.allSatisfy(\.isWhitespace) else {
            let page = downloadPage(wish, typed: posted, problems: ["alasan": .reasonMissing])
            return Answer.page(page, for: official.visit(try visit(context)))
        }
        let now = now()
        let count = try await store.read { reader in
            try InboxQuery(official: official, now: now, filter: wish.filter)
                .count(wish.view, upTo: Self.mostRows, reader)
        }
        let version = try await officials.download(
            rows: min(count, Self.mostRows),
            reason: reason,
            by: official.id,
            OfficialsDesk.Circumstances(
                now: now,
                by: Actor(official.id),
                map: official.force.office
            )
        )
        return try go(to: sheet.with("catatan", String(version.count)), context)
    }

    private func sheet(
        _ wish: InboxWish,
        of official: WorkingOfficial,
        noted: Int64?
    ) async throws -> Response {
        let now = now()
        if let noted {
            guard try await wasNoted(noted, by: official.id) else {
                throw ServiceRefusal.downloadNotRecorded
            }
        }
        let isNoted = noted != nil
        let rows = try await store.read { reader in
            let query = InboxQuery(official: official, now: now, filter: wish.filter)
            return try query.rows(wish.view, from: 0, count: Self.mostRows, reader).map { row in
                try query.cells(row, reader, withNames: isNoted)
            }
        }
        let headings = InboxQuery.sheetHeadings(withNames: isNoted)
        let day = official.force.zone.day(now)
        return Answer.download(
            Spreadsheet([headings] + rows).bytes,
            type: "text/csv; charset=utf-8",
            name: "permohonan-\(wish.view.rawValue)-\(day).csv"
        )
    }

    /// Whether this official gave the reason under that version, and just now.
    private func wasNoted(_ version: Int64, by official: OpaqueID) async throws -> Bool {
        guard version > 0 else { return false }
        let stream = Stream(OfficialStory.kind, official)
        let events = try await store.history(of: stream, after: Version(version - 1))
        guard let event = events.first, event.version.count == version,
            case .downloaded = try event.fact(OfficialFact.self)
        else { return false }
        return now() < event.at.adding(seconds: Self.fetchedWithin)
    }
}

// One line of the file.
extension InboxQuery {
    static func sheetHeadings(withNames: Bool) -> [String] {
        ["Nomor", "Layanan"] + (withNames ? ["Pemohon"] : [])
            + ["Wilayah", "Langkah", "Diterima", "Tenggat", "Selesai", "Keadaan", "Petugas"]
    }

    func cells(_ row: RecordRow, _ reader: Reader, withNames: Bool) throws -> [String] {
        let line = try line(row, reader, .indonesian)
        let zone = official.force.zone
        func day(_ column: String) throws -> String {
            let moment: Instant? = try row.find(column)
            return moment.map { zone.day($0).description } ?? ""
        }
        return [line.shownNumber, line.service.indonesian]
            + (withNames ? [line.applicant.indonesian] : [])
            + [
                line.place, line.next.indonesian, try day("received"), try day("step_due"),
                try day("ended"), line.due.words.indonesian, line.officer.indonesian,
            ]
    }
}
