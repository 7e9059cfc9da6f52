import Hummingbird
import Ledger
import Office
import Site
import Stories

// The list of officials, and adding one.

extension PeopleFeature {
    func addOfficials(to router: Router<some SiteContext>) {
        router.get("kelola/pengguna") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.list(request, keeper, context)
            }
        }
        router.get("kelola/pengguna/baru") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let regency = try await self.regency()
                return Answer.page(
                    NewOfficial().page,
                    for: try self.visit(context, regency, of: keeper)
                )
            }
        }
        router.post("kelola/pengguna/baru") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.add(posted, keeper, context)
            }
        }
        router.get("kelola/pengguna/:petugas") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.show(request, keeper, context)
            }
        }
    }

    /// As many as one page bears.
    private static let pageSize = 50

    private func list(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let query = request.query
        let asked = query["kelompok"].flatMap { OfficialsListPage.Group(rawValue: String($0)) }
        let group = asked ?? .serving
        let words = Self.searched(request)
        let officials = officials
        let (regency, roster) = try await store.read { reader in
            (try surroundings.regency(reader), try officials.roster(reader))
        }
        let today = today(regency)
        var counts: [OfficialsListPage.Group: Int] = [:]
        for line in roster {
            for group in line.groups(on: today) { counts[group, default: 0] += 1 }
        }
        let found = roster.filter { line in
            line.groups(on: today).contains(group) && line.fits(words, in: regency.office)
        }
        let pages = max(1, (found.count + Self.pageSize - 1) / Self.pageSize)
        let page = min(max(1, query["halaman"].flatMap { Int($0) } ?? 1), pages)
        let lines = found.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
        return Answer.page(
            OfficialsListPage(
                group: group,
                query: words,
                counts: counts,
                lines: lines.map { $0.shown(in: regency.office, on: today) },
                page: page,
                pages: pages
            ),
            for: try visit(context, regency, of: keeper)
        )
    }

    private func add(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await regency()
        let visit = try visit(context, regency, of: keeper)
        var asked = NewOfficial(posted)
        guard let new = asked.checked() else {
            return Answer.page(asked.page, for: visit)
        }
        do {
            let id = try await officials.add(
                new.name,
                logIn: new.logIn,
                nip: new.nip,
                holdings: [],
                circumstances(keeper, regency)
            )
            try await activation.issue(to: id, circumstances(keeper, regency))
            return Answer.redirect(
                to: Address("/kelola/pengguna/\(id)").with("pesan", "baru"),
                for: visit
            )
        } catch OfficeRefusal.logInTaken {
            asked.logInError = Words(
                OfficeRefusal.logInTaken.sentence,
                OfficeRefusal.logInTaken.sentenceInEnglish
            )
            return Answer.page(asked.page, for: visit)
        }
    }

    private func show(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let found = try await official(request, context)
        let message = request.query["pesan"].map(String.init)
        var page = OfficialPage(
            line: found.line,
            version: found.version,
            office: found.regency.office,
            today: today(found.regency),
            message: message.flatMap(OfficialPage.message),
            history: try await moments(found)
        )
        page.isSelf = found.line.official.id == keeper.id
        page.canPrint = try await !slips([found.line.official.id], keeper).isEmpty
        return Answer.page(page, for: try visit(context, found.regency, of: keeper))
    }
}

/// One official as found by the address.
struct FoundOfficial: Sendable {
    let line: RosterLine
    let history: [OfficialMoment]
    let version: Version
    let regency: RegencyNow

    var id: OpaqueID { line.official.id }

    var address: Address { "/kelola/pengguna/\(id)" }
}

extension PeopleFeature {
    /// The official that an address names.
    func official(
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> FoundOfficial {
        guard let id = context.parameters.get("petugas").flatMap({ OpaqueID($0) }) else {
            throw PeopleRefusal.noSuchOfficial
        }
        return try await official(id)
    }

    func official(_ id: OpaqueID) async throws -> FoundOfficial {
        let officials = officials
        let found = try await store.read { reader -> FoundOfficial? in
            guard let (line, history, version) = try officials.dossier(of: id, reader)
            else { return nil }
            return FoundOfficial(
                line: line,
                history: history,
                version: version,
                regency: try surroundings.regency(reader)
            )
        }
        guard let found else { throw PeopleRefusal.noSuchOfficial }
        return found
    }

    /// What happened, newest first, with the names of those who did it.
    private func moments(_ found: FoundOfficial) async throws -> [OfficialPage.Moment] {
        let actors = Set(found.history.map(\.by.id))
        let names = try await store.read { reader in
            var names: [OpaqueID: String] = [:]
            for actor in actors { names[actor] = try reader.name(of: actor) }
            return names
        }
        return found.history.reversed().map { moment in
            OfficialPage.Moment(
                at: moment.at,
                words: Words.moment(
                    moment.fact.words(in: found.regency.office),
                    by: names[moment.by.id] ?? "sistem"
                )
            )
        }
    }
}

extension RosterLine {
    /// The groups of the list in which this one stands.
    func groups(on day: Day) -> [OfficialsListPage.Group] {
        guard isServing else { return [.left] }
        var groups: [OfficialsListPage.Group] = [.serving]
        if !canSignIn { groups.append(.inactive) }
        if !official.holdings.contains(where: { $0.isHeld(on: day) }) {
            groups.append(.withoutPost)
        }
        return groups
    }

    /// Whether every word of a search begins a word of what is known.
    func fits(_ query: String, in map: OfficeMap) -> Bool {
        let words = query.lowercased().split(separator: " ")
        guard !words.isEmpty else { return true }
        let posts = official.holdings.map { map.title(of: $0.post) }
        let known = ([official.name, official.logIn, official.nip?.digits ?? ""] + posts)
            .joined(separator: " ").lowercased()
        let parts = known.split { !$0.isLetter && !$0.isNumber }
        return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }

    func shown(in map: OfficeMap, on day: Day) -> OfficialLine {
        OfficialLine(
            id: official.id,
            name: official.name,
            logIn: official.logIn,
            posts: official.holdings.filter { $0.last.map { $0 >= day } ?? true }
                .map { $0.words(in: map, on: day) },
            access: access
        )
    }

    var access: StatusTag {
        if !isServing { return StatusTag(.leftTag) }
        guard canSignIn else { return StatusTag(.notActivated, .attention) }
        return StatusTag(hasSecondFactor ? .canSignInWithPhone : .canSignIn, .done)
    }
}
