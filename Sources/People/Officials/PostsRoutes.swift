import Hummingbird
import Ledger
import Office
import Site
import Stories

// What is done to one official: posts, name, leaving, coming back.

extension PeopleFeature {
    func addPosts(to router: Router<some SiteContext>) {
        let base = "kelola/pengguna/:petugas"
        router.get("\(base)/jabatan") { request, context in
            try await self.deed(request, context) { found, keeper in
                let asked = AskedPlace(Self.searched(request))
                return try self.page(
                    asked.page(for: found, self.today(found.regency)),
                    context,
                    found,
                    keeper
                )
            }
        }
        router.post("\(base)/jabatan") { request, context in
            try await self.change(request, context) { posted, found, keeper in
                var asked = AskedPlace(posted)
                guard let holding = asked.checked(found.regency.office) else {
                    let page = asked.page(for: found, self.today(found.regency))
                    return try self.page(page, context, found, keeper)
                }
                try await self.handle([.place(holding)], found, posted, keeper)
                return nil
            }
        }
        addRelieving(base, to: router)
        router.get("\(base)/ubah") { request, context in
            try await self.deed(request, context) { found, keeper in
                try self.page(AskedCorrection(found).page(for: found), context, found, keeper)
            }
        }
        router.post("\(base)/ubah") { request, context in
            try await self.change(request, context) { posted, found, keeper in
                var asked = AskedCorrection(posted)
                guard let command = asked.checked(found) else {
                    return try self.page(asked.page(for: found), context, found, keeper)
                }
                try await self.handle([command], found, posted, keeper)
                return nil
            }
        }
        addLeaving(base, to: router)
    }

    private func addRelieving(_ base: String, to router: Router<some SiteContext>) {
        router.get("\(base)/lepas") { request, context in
            try await self.deed(request, context) { found, keeper in
                let post = request.query["jabatan"].flatMap { Code(String($0)) }
                guard let post else { throw OfficeRefusal.unknownPost }
                let asked = AskedRelief(post, self.today(found.regency))
                return try self.page(asked.page(for: found), context, found, keeper)
            }
        }
        router.post("\(base)/lepas") { request, context in
            try await self.change(request, context) { posted, found, keeper in
                guard var asked = AskedRelief(posted) else { throw OfficeRefusal.unknownPost }
                guard let last = asked.checked() else {
                    return try self.page(asked.page(for: found), context, found, keeper)
                }
                try await self.handle(
                    [.relieve(post: asked.post, last: last)],
                    found,
                    posted,
                    keeper
                )
                return nil
            }
        }
    }

    private func addLeaving(_ base: String, to router: Router<some SiteContext>) {
        router.get("\(base)/keluar") { request, context in
            try await self.deed(request, context) { found, keeper in
                let page = Self.question(.leave, .leaveWhat, "keluar", .danger, found)
                return try self.page(page, context, found, keeper)
            }
        }
        router.post("\(base)/keluar") { request, context in
            try await self.change(request, context) { posted, found, keeper in
                guard found.id != keeper.id else { throw PeopleRefusal.lastKeeper }
                try await self.handle([.leave], found, posted, keeper)
                return nil
            }
        }
        router.get("\(base)/kembali") { request, context in
            try await self.deed(request, context) { found, keeper in
                let page = Self.question(.comeBack, .comeBackWhat, "kembali", .primary, found)
                return try self.page(page, context, found, keeper)
            }
        }
        router.post("\(base)/kembali") { request, context in
            try await self.change(request, context) { posted, found, keeper in
                // Nobody is back in yesterday's posts by being back.
                let today = self.today(found.regency)
                let held = found.line.official.holdings.filter {
                    $0.last.map { $0 >= today } ?? true
                }
                let commands =
                    [OfficialCommand.comeBack]
                    + held.map { .unplace(post: $0.post, $0.capacity) }
                try await self.handle(commands, found, posted, keeper)
                return nil
            }
        }
    }

    /// A page that asks once more before something is done.
    static func question(
        _ heading: Words,
        _ what: Words,
        _ word: String,
        _ kind: Button.Kind,
        _ found: FoundOfficial
    ) -> FormPage {
        var page = FormPage(
            heading,
            Form(
                to: "/kelola/pengguna/\(found.id)/\(word)",
                [],
                hidden: [("versi", String(found.version.count))],
                buttons: [Button(heading, kind)]
            ),
            back: found.back
        )
        page.before = [Sentence(what)]
        return page
    }

    func page(
        _ page: some Page,
        _ context: some SiteContext,
        _ found: FoundOfficial,
        _ keeper: SignedIn
    ) throws -> Response {
        Answer.page(page, for: try visit(context, found.regency, of: keeper))
    }

    /// Shows a page about the official whom the address names.
    func deed(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (FoundOfficial, SignedIn) async throws -> Response
    ) async throws -> Response {
        try await surroundings.keeper(request, context) { keeper in
            try await body(try await official(request, context), keeper)
        }
    }

    /// Does something to the official whom the address names, and goes back to their page;
    /// `body` gives another answer where something is to be fixed first.
    func change(
        _ request: Request,
        _ context: some SiteContext,
        message: String = "simpan",
        _ body: (Posted, FoundOfficial, SignedIn) async throws -> Response?
    ) async throws -> Response {
        try await surroundings.keeper(request, context) { keeper in
            let posted = try await Posted.read(request, in: context)
            let found = try await official(request, context)
            if let answer = try await body(posted, found, keeper) { return answer }
            return Answer.redirect(
                to: found.address.with("pesan", message),
                for: try visit(context, found.regency, of: keeper)
            )
        }
    }

    /// Carries out commands against the version that the page showed; the office never loses its
    /// last manager by it.
    func handle(
        _ commands: [OfficialCommand],
        _ found: FoundOfficial,
        _ posted: Posted,
        _ keeper: SignedIn
    ) async throws {
        guard let seen = posted["versi"].flatMap({ Int64($0) }) else {
            throw OfficeRefusal.movedOn
        }
        try await requireKeeper(besides: commands, to: found)
        let isLeaving = commands.contains(.leave)
        // The list is written down before the cases go back: who left can no longer be asked.
        let handed = isLeaving ? [OfficialCommand.handOver(try await held(by: found.id))] : []
        try await officials.handle(
            handed + commands,
            on: found.id,
            seen: Version(seen),
            circumstances(keeper, found.regency),
            operations: isLeaving
                ? ActivationDesk.closing(found.id)
                    + ["DELETE FROM activations WHERE official = \(found.id)"] : []
        )
        try await work.release(found.id)
    }

    /// What lies with an official now, as a handover writes it down.
    private func held(by official: OpaqueID) async throws -> [HandedOver] {
        let work = work
        return try await store.read { reader in
            try work.taken(official, reader).map { HandedOver(caseID: $0.id, due: $0.due) }
        }
    }

    /// Refuses what would leave nobody who can look after the installation tomorrow.
    private func requireKeeper(
        besides commands: [OfficialCommand],
        to found: FoundOfficial
    ) async throws {
        let takesAway = commands.contains { command in
            switch command {
            case .relieve, .leave, .unplace: true
            case .place(let holding): holding.last != nil
            case .add, .comeBack, .correct, .invite, .activate, .setSecondFactor,
                .clearSecondFactor, .download, .handOver:
                false
            }
        }
        guard takesAway else { return }
        let officials = officials
        let others = try await store.read { reader in try officials.roster(reader) }
            .filter { $0.isServing && $0.official.id != found.id }
        let (map, today) = (found.regency.office, today(found.regency))
        func keeps(_ holdings: [Holding]) -> Bool {
            holdings.contains { holding in
                holding.isHeld(on: today) && holding.last == nil
                    && map.post(holding.post)?.duties.contains("pengelola") == true
            }
        }
        let before = found.line.official.holdings
        guard found.line.isServing, keeps(before) else { return }
        var after = Official()
        after.isKnown = true
        after.holdings = before
        for command in commands {
            switch command {
            case .relieve(let post, let last):
                OfficialStory.evolve(&after, .relieved(post, last: last))
            case .unplace(let post, let capacity):
                OfficialStory.evolve(&after, .unplaced(post, capacity))
            case .place(let holding): OfficialStory.evolve(&after, .placed(holding))
            case .leave: after.holdings = []
            case .add, .comeBack, .correct, .invite, .activate, .setSecondFactor,
                .clearSecondFactor, .download, .handOver:
                break
            }
        }
        if keeps(after.holdings) || others.contains(where: { keeps($0.official.holdings) }) {
            return
        }
        throw PeopleRefusal.lastKeeper
    }
}

extension FoundOfficial {
    var back: Link { Link(Words(line.official.name, line.official.name), address) }
}

/// One sentence as a part of a page.
struct Sentence: Component {
    var words: Words

    init(_ words: Words) { self.words = words }

    func write(to html: HTML) { html(.p, words) }
}
