import Hummingbird
import Ledger
import Office
import Site
import Stories

// Rotations: planned, looked at, accepted, changed until their day.

extension PeopleFeature {
    func addRotations(to router: Router<some SiteContext>) {
        router.get("kelola/mutasi") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.rotations(DateInput(), nil, keeper, context)
            }
        }
        router.post("kelola/mutasi") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.begin(posted, keeper, context)
            }
        }
        router.get("kelola/mutasi/:mutasi") { request, context in
            try await self.rotating(request, context) { loaded, keeper in
                let isDone = request.query["pesan"] == "setuju"
                let page = RotationPage(loaded, message: isDone ? .rotationAccepted : nil)
                return Answer.page(page, for: try self.visit(context, loaded.regency, of: keeper))
            }
        }
        addMoves(to: router)
        addDecisions(to: router)
    }

    private func addDecisions(to router: Router<some SiteContext>) {
        router.post("kelola/mutasi/:mutasi/tanggal") { request, context in
            try await self.rotation(request, context) { posted, loaded, keeper in
                let (day, problem) = posted.date("mulai").read
                guard let day else {
                    var page = RotationPage(loaded, error: problem)
                    page.typed = posted.date("mulai")
                    return Answer.page(
                        page,
                        for: try self.visit(context, loaded.regency, of: keeper)
                    )
                }
                let command = RotationCommand.plan(day: day, moves: loaded.rotation.moves)
                try await self.decide(
                    command,
                    on: loaded.id,
                    seen: loaded.version,
                    by: keeper.standing.official
                )
                return nil
            }
        }
        router.post("kelola/mutasi/:mutasi/setuju") { request, context in
            try await self.rotation(request, context, message: "setuju") {
                posted,
                loaded,
                keeper in
                try await self.accept(posted, loaded, keeper, context)
            }
        }
        router.post("kelola/mutasi/:mutasi/batal") { request, context in
            try await self.rotation(request, context) { _, loaded, keeper in
                try await self.decide(
                    .cancel,
                    on: loaded.id,
                    seen: loaded.version,
                    by: keeper.standing.official
                )
                return nil
            }
        }
    }

    private func addMoves(to router: Router<some SiteContext>) {
        router.get("kelola/mutasi/:mutasi/orang") { request, context in
            try await self.rotating(request, context) { loaded, keeper in
                let query = Self.searched(request)
                let found = loaded.roster.filter { line in
                    line.isServing && line.fits(query, in: loaded.regency.office)
                }
                let page = MoverPage(
                    id: loaded.id,
                    query: query,
                    found: Array(found.prefix(20)),
                    office: loaded.regency.office,
                    today: self.today(loaded.regency)
                )
                return Answer.page(page, for: try self.visit(context, loaded.regency, of: keeper))
            }
        }
        router.get("kelola/mutasi/:mutasi/orang/:petugas") { request, context in
            try await self.rotating(request, context) { loaded, keeper in
                let (official, day) = try self.mover(loaded, context)
                let asked = AskedMove(Self.searched(request))
                let page = asked.page(loaded, official, on: day)
                return Answer.page(page, for: try self.visit(context, loaded.regency, of: keeper))
            }
        }
        addMoving(to: router)
    }

    private func addMoving(to router: Router<some SiteContext>) {
        router.post("kelola/mutasi/:mutasi/orang/:petugas") { request, context in
            try await self.rotation(request, context) { posted, loaded, keeper in
                let (official, day) = try self.mover(loaded, context)
                var asked = AskedMove(posted)
                guard let moves = asked.checked(official, loaded.regency.office, on: day) else {
                    return Answer.page(
                        asked.page(loaded, official, on: day),
                        for: try self.visit(context, loaded.regency, of: keeper)
                    )
                }
                let kept = loaded.rotation.moves.filter { !moves.contains($0) }
                try await self.decide(
                    .plan(day: day, moves: kept + moves),
                    on: loaded.id,
                    seen: loaded.version,
                    by: keeper.standing.official
                )
                return nil
            }
        }
        router.post("kelola/mutasi/:mutasi/hapus") { request, context in
            try await self.rotation(request, context) { posted, loaded, keeper in
                var moves = loaded.rotation.moves
                guard let day = loaded.rotation.day,
                    let index = posted["langkah"].flatMap({ Int($0) }),
                    moves.indices.contains(index)
                else { throw PeopleRefusal.movedOn }
                moves.remove(at: index)
                try await self.decide(
                    .plan(day: day, moves: moves),
                    on: loaded.id,
                    seen: loaded.version,
                    by: keeper.standing.official
                )
                return nil
            }
        }
    }

    /// The official whom an address of a rotation names.
    private func mover(
        _ loaded: LoadedRotation,
        _ context: some SiteContext
    ) throws -> (ListedOfficial, Day) {
        let id = context.parameters.get("petugas").flatMap { OpaqueID($0) }
        guard let day = loaded.rotation.day,
            let line = loaded.roster.first(where: { $0.official.id == id && $0.isServing })
        else { throw PeopleRefusal.noSuchOfficial }
        return (line.official, day)
    }

    private func rotations(
        _ typed: DateInput,
        _ error: Words?,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let lines = try await store.read { reader in
            try reader.rows(
                "SELECT id, day, phase, moves FROM rotations ORDER BY day DESC, id LIMIT 100"
            )
            .map { row in
                guard let day = Day(try row.text("day")),
                    let phase = Rotation.Phase(rawValue: try row.text("phase"))
                else { throw StoreError(.damaged, "a rotation cannot be read") }
                return RotationsPage.Line(
                    id: try row.id("id"),
                    day: day,
                    phase: phase,
                    moves: Int(try row.int("moves"))
                )
            }
        }
        let regency = try await regency()
        let page = RotationsPage(typed: typed, error: error, lines: lines)
        return Answer.page(page, for: try visit(context, regency, of: keeper))
    }

    private func begin(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let typed = posted.date("mulai")
        let (day, problem) = typed.read
        guard let day else { return try await rotations(typed, problem, keeper, context) }
        do {
            let id = try await planRotation(day, keeper)
            let visit = try visit(context, try await regency(), of: keeper)
            return Answer.redirect(to: "/kelola/mutasi/\(id)", for: visit)
        } catch PeopleRefusal.rotationInPast {
            let refusal = PeopleRefusal.rotationInPast
            let words = Words(refusal.sentence, refusal.sentenceInEnglish)
            return try await rotations(typed, words, keeper, context)
        }
    }

    /// Each hole gets a deputy, who becomes a move, or the word that somebody knows.
    private func accept(
        _ posted: Posted,
        _ loaded: LoadedRotation,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response? {
        var answers: [String: String] = [:]
        for index in 0..<1000 {
            guard let word = posted["tugas-\(index)"] else { break }
            answers[word] = posted["jawab-\(index)"]
        }
        guard let day = loaded.rotation.day else { throw PeopleRefusal.noSuchRotation }
        var (deputies, vacant): ([Move], [Vacancy]) = ([], [])
        for hole in loaded.newHoles {
            switch answers[hole.vacancy.word] {
            case "kosong"?: vacant.append(hole.vacancy)
            case let named?:
                guard
                    let line = loaded.deputies(for: hole)
                        .first(where: { $0.official.id.description == named }),
                    let post = loaded.post(for: hole.vacancy)
                else { return try refused(.holesUnanswered, loaded, keeper, context) }
                let move = Move.place(line.official.id, post: post, .acting, last: nil)
                if !deputies.contains(move) { deputies.append(move) }
            case nil: return try refused(.holesUnanswered, loaded, keeper, context)
            }
        }
        let actor = keeper.standing.official
        var seen = loaded.version
        if !deputies.isEmpty {
            let moves = loaded.rotation.moves + deputies
            try await decide(.plan(day: day, moves: moves), on: loaded.id, seen: seen, by: actor)
            seen = seen + 1
        }
        let left = try await rotation(loaded.id).newHoles.map(\.vacancy)
        try await decide(
            .accept(vacant: vacant),
            on: loaded.id,
            seen: seen,
            holes: left,
            by: actor
        )
        return nil
    }

    private func refused(
        _ refusal: PeopleRefusal,
        _ loaded: LoadedRotation,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) throws -> Response {
        let words = Words(refusal.sentence, refusal.sentenceInEnglish)
        return Answer.page(
            RotationPage(loaded, error: words),
            for: try visit(context, loaded.regency, of: keeper)
        )
    }

    /// Runs a page about the rotation that the address names.
    func rotating(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (LoadedRotation, SignedIn) async throws -> Response
    ) async throws -> Response {
        try await surroundings.keeper(request, context) { keeper in
            guard let id = context.parameters.get("mutasi").flatMap({ OpaqueID($0) }) else {
                throw PeopleRefusal.noSuchRotation
            }
            return try await body(try await rotation(id), keeper)
        }
    }

    /// Does something to a rotation at the version that the page showed, and goes back to it.
    private func rotation(
        _ request: Request,
        _ context: some SiteContext,
        message: String? = nil,
        _ body: (Posted, LoadedRotation, SignedIn) async throws -> Response?
    ) async throws -> Response {
        try await rotating(request, context) { loaded, keeper in
            let posted = try await Posted.read(request, in: context)
            guard posted["versi"] == String(loaded.version.count) else {
                throw PeopleRefusal.movedOn
            }
            if let answer = try await body(posted, loaded, keeper) { return answer }
            let page: Address = "/kelola/mutasi/\(loaded.id)"
            return Answer.redirect(
                to: message.map { page.with("pesan", $0) } ?? page,
                for: try visit(context, loaded.regency, of: keeper)
            )
        }
    }
}
