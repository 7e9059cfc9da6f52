import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

// The inbox: only cases of the official's own units, in lists, counts and searches alike.

extension ServicesFeature {
    func addInbox(to router: Router<some SiteContext>) {
        router.get("kerja") { _, context in try self.go(to: "/kerja/kotak", context) }
        router.get("kerja/kotak") { request, context in
            try await self.atWork(request, context) { official in
                let wish = InboxWish(request)
                var page = try await self.inbox(wish, of: official)
                page.hasKeys = self.hasKeys(request)
                let message = request.query["pesan"].map(String.init)
                page.message = message.flatMap { CaseMessage(rawValue: $0)?.words }
                return Answer.page(page, for: official.visit(try self.visit(context)))
            }
        }
        addDownloads(to: router)
        addKeptViews(to: router)
        addBulkDeeds(to: router)
        addKeys(to: router)
    }

    /// Runs a page of the workbench that is about no single case.
    func atWork<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ body: (WorkingOfficial) async throws -> Response
    ) async throws -> Response {
        guard let official = try await official(request) else {
            return try toSignIn(request, context)
        }
        return try await body(official)
    }

    private func inbox(_ wish: InboxWish, of official: WorkingOfficial) async throws -> InboxPage {
        let now = now()
        return try await store.read { reader in
            let views = try KeptViews.list(for: official, reader)
            var wish = wish
            let kept = wish.keptID.flatMap { id in views.first { $0.id == id } }
            if let kept { (wish.view, wish.filter) = (kept.view, kept.filter) }
            let all = InboxQuery(official: official, now: now)
            // Who has nothing but questions of others to answer begins with those.
            if wish.isOpen, try all.count(.unit, upTo: 0, reader) == 0,
                try all.count(.opinions, upTo: 0, reader) > 0
            {
                wish.view = .opinions
            }
            let list = InboxQuery(official: official, now: now, filter: wish.filter)
            var counts: [InboxView: Int] = [:]
            var page = try list.page(wish, reader)
            for view in InboxView.allCases {
                let isThisPage = view == wish.view && wish.query.isEmpty && wish.filter.isEmpty
                counts[view] =
                    isThisPage
                    ? page.total : try all.count(view, upTo: InboxQuery.mostInNames, reader)
            }
            page.counts = counts
            page.notices = try NoticesQueue(feature: self, official: official).count(reader)
            page.reminders = try RemindersList(official: official).count(reader)
            page.filterForm = try FilterChoices(official: official).form(wish, reader)
            page.kept = views.map { Link($0.words(official), $0.address) }
            page.keptName = kept?.words(official)
            page.doubt =
                wish.keptID != nil && kept == nil
                ? .keptViewGone : kept.flatMap { $0.doubt(official) } ?? wish.doubt
            return page
        }
    }
}

/// What an address asks of the inbox.
struct InboxWish: Sendable {
    var view: InboxView
    var filter: InboxFilter
    var query: String
    var page: Int

    /// The kept view that is wished for, if any.
    var keptID: OpaqueID?

    /// Whether the address leaves open which view.
    var isOpen: Bool

    init(_ request: Request) {
        let values = request.query
        func value(_ name: String) -> String? { values[Substring(name)].map(String.init) }
        let word = value("tampilan") ?? ""
        keptID = OpaqueID(word)
        isOpen = word.isEmpty
        view = InboxView(rawValue: word) ?? .unit
        filter = InboxFilter(value)
        query = String((value("cari") ?? "").prefix(100))
        page = value("halaman").flatMap { Int($0) } ?? 1
    }

    /// What is told where a part of the address means nothing.
    var doubt: Words? {
        filter.unknown.isEmpty
            ? nil
            : Words(
                "Sebagian saringan di alamat ini tidak dikenali dan tidak dipakai.",
                "Some filters of this address are not known and were left out."
            )
    }
}

extension InboxQuery {
    /// The page of the list or of the search.
    func page(_ wish: InboxWish, _ reader: Reader) throws -> InboxPage {
        let most = wish.query.isEmpty ? Self.most : mostFound
        let (rows, total, number) =
            wish.query.isEmpty ? try listed(wish, reader) : try searched(wish, reader)
        var page = InboxPage(
            view: wish.view,
            counts: [:],
            lines: try rows.map { try line($0, reader, .indonesian) },
            total: total
        )
        page.most = most
        page.query = wish.query
        page.filter = filter
        page.siftsNewestOnly =
            wish.query.isEmpty ? false : try siftsNewestOnly(wish.query, reader)
        page.page = number
        return page
    }

    private typealias Part = (rows: [RecordRow], total: Int, page: Int)

    private func listed(_ wish: InboxWish, _ reader: Reader) throws -> Part {
        let total = try count(wish.view, upTo: Self.most, reader)
        let number = Self.page(wish.page, of: min(total, Self.most))
        return (try rows(wish.view, page: number, reader), total, number)
    }

    /// One statement finds the page and how many there are; a page beyond the last asks again.
    private func searched(_ wish: InboxWish, _ reader: Reader) throws -> Part {
        let asked = Self.page(wish.page, of: mostFound)
        var found = try found(wish.query, page: asked, reader)
        if found.rows.isEmpty, asked > 1 {
            found.total = try self.found(wish.query, page: 1, reader).total
        }
        let number = Self.page(asked, of: min(found.total, mostFound))
        if number != asked { found.rows = try self.found(wish.query, page: number, reader).rows }
        return (found.rows, found.total, number)
    }

    /// A page beyond the last is the last: cases leave a list while it is read.
    private static func page(_ wished: Int, of total: Int) -> Int {
        min(max(1, wished), max(1, (total + pageLength - 1) / pageLength))
    }
}

/// What the filters of an inbox can be set to.
struct FilterChoices {
    let official: WorkingOfficial

    func form(_ wish: InboxWish, _ reader: Reader) throws -> FilterForm {
        let (force, filter) = (official.force, wish.filter)
        let services = force.services.map { Option($0.id.text, Words($0.title)) }
        let steps = (filter.service.flatMap { force.service($0) }).map { [$0] } ?? force.services
        var seen: Set<String> = []
        let stepOptions = steps.flatMap(\.steps).filter { seen.insert($0.id.text).inserted }
            .map { Option($0.id.text, Words($0.title)) }
        let officers = try colleagues(reader)
        let officer: String? = filter.values.first { "\($0.name)" == "petugas" }?.value
        var list = Address("/kerja/kotak").with("tampilan", wish.view.rawValue)
        var hidden = [("tampilan", wish.view.rawValue)]
        if !wish.query.isEmpty {
            list = list.with("cari", wish.query)
            hidden.append(("cari", wish.query))
        }
        let places = PlaceChoices(official: official, region: filter.region)
        var form = FilterForm(
            to: "/kerja/kotak",
            hidden: hidden,
            selects: [FilterForm.Select("layanan", .serviceColumn, filter.service, services)]
                + places.selects + [
                    FilterForm.Select("langkah", .nextStepColumn, filter.step, stepOptions),
                    FilterForm.Select("petugas", .officerColumn, officer, officers),
                ],
            days: [
                FilterForm.DayBox("dari", .receivedFrom, filter.from?.description),
                FilterForm.DayBox("sampai", .receivedUntil, filter.until?.description),
            ],
            all: list
        )
        // What was found stands below, and a phone is small.
        form.opensItself = wish.query.isEmpty
        return form
    }

    /// Who can have taken a case of the official's units: whoever holds a post there.
    private func colleagues(_ reader: Reader) throws -> [Option] {
        let units = official.standing.units
        let posts = official.force.office.posts.filter { units.contains($0.unit) }.map(\.id)
        let rows = try reader.rows(
            """
            SELECT DISTINCT o.id AS id FROM officials o JOIN holdings h ON h.official = o.id \
            WHERE o.active = \(1) AND h.post IN (\(each: posts)) \
            ORDER BY o.id LIMIT 200
            """
        )
        let ids = try rows.map { try $0.id("id") }
        let names = try reader.names(of: ids)
        let named = ids.map { id in (id, id == official.id ? "Saya" : names[id] ?? "") }
        return [Option("belum", .untaken)]
            + named.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .map { Option($0.0.description, Words($0.1)) }
    }
}
