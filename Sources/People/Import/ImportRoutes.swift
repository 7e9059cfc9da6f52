import Hummingbird
import Ledger
import NIOCore
import Office
import Site
import Stories
import Synchronization

// Officials from a CSV file: choose it, match the columns, look, take in, undo.

extension PeopleFeature {
    var imports: ImportDesk {
        ImportDesk(store: store, keys: keys, officials: officials, activation: activation)
    }

    func addImport(to router: Router<some SiteContext>) {
        router.get("kelola/impor") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.importPage(keeper, error: nil, context)
            }
        }
        router.get("kelola/impor/contoh.csv") { request, context in
            try await self.surroundings.keeper(request, context) { _ in
                Answer.download(
                    Self.sample.bytes,
                    type: "text/csv; charset=utf-8",
                    name: "contoh-petugas.csv"
                )
            }
        }
        router.post("kelola/impor") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.upload(request, keeper, context)
            }
        }
        router.get("kelola/impor/:impor") { request, context in
            try await self.importing(request, context) { id, keeper, regency in
                let page = ImportColumnsPage(
                    id: id,
                    file: try await self.imports.open(id, at: self.now())
                )
                return Answer.page(page, for: try self.visit(context, regency, of: keeper))
            }
        }
        router.post("kelola/impor/:impor") { request, context in
            try await self.importing(request, context) { id, keeper, regency in
                let posted = try await Posted.read(request, in: context)
                return try await self.choose(
                    posted,
                    id,
                    try self.visit(context, regency, of: keeper)
                )
            }
        }
        addTakingIn(to: router)
    }

    private func addTakingIn(to router: Router<some SiteContext>) {
        router.get("kelola/impor/:impor/periksa") { request, context in
            try await self.importing(request, context) { id, keeper, regency in
                let query = request.query
                let plan = try await self.plan(id, regency)
                let asked = query["tampilan"].flatMap { DryRunPage.Shown(rawValue: String($0)) }
                let page = DryRunPage(
                    id: id,
                    plan: plan,
                    shows: asked ?? (plan.faulty.isEmpty ? .new : .faulty),
                    page: max(1, query["halaman"].flatMap { Int($0) } ?? 1)
                )
                return Answer.page(page, for: try self.visit(context, regency, of: keeper))
            }
        }
        router.get("kelola/impor/:impor/keliru.csv") { request, context in
            try await self.importing(request, context) { id, _, regency in
                let plan = try await self.plan(id, regency)
                let rows = plan.faulty.map { row -> [String] in
                    guard case .faulty(let sentences) = row.outcome else { return row.cells }
                    return row.cells + ["baris \(row.line): " + sentences.joined(separator: " ")]
                }
                return Answer.download(
                    Spreadsheet([plan.head + ["yang_keliru"]] + rows).bytes,
                    type: "text/csv; charset=utf-8",
                    name: "baris-keliru.csv"
                )
            }
        }
        router.post("kelola/impor/:impor/masukkan") { request, context in
            try await self.importing(request, context) { id, keeper, regency in
                _ = try await Posted.read(request, in: context)
                if try await self.imports.done(id) == nil {
                    let plan = try await self.plan(id, regency)
                    try await self.imports.carryOut(
                        id,
                        plan,
                        today: self.today(regency),
                        self.circumstances(keeper, regency)
                    )
                }
                let visit = try self.visit(context, regency, of: keeper)
                return Answer.redirect(to: "/kelola/impor/\(id)/hasil", for: visit)
            }
        }
        addResult(to: router)
    }

    private func addResult(to router: Router<some SiteContext>) {
        router.get("kelola/impor/:impor/hasil") { request, context in
            try await self.importing(request, context) { id, keeper, regency in
                guard let (state, _) = try await self.imports.done(id) else {
                    throw PeopleRefusal.noSuchImport
                }
                let ids = state.people.map(\.official)
                let page = ImportResultPage(
                    id: id,
                    people: state.people.count,
                    isUndone: state.isUndone,
                    canPrint: try await !self.slips(ids, keeper).isEmpty,
                    faulty: try await self.faultyLeft(id, regency)
                )
                return Answer.page(page, for: try self.visit(context, regency, of: keeper))
            }
        }
        router.get("kelola/impor/:impor/slip.pdf") { request, context in
            try await self.importing(request, context) { id, keeper, _ in
                guard let (state, _) = try await self.imports.done(id) else {
                    throw PeopleRefusal.noSuchImport
                }
                let ids = state.people.map(\.official)
                return try await self.print(try await self.slips(ids, keeper))
            }
        }
        router.post("kelola/impor/:impor/batalkan") { request, context in
            try await self.importing(request, context) { id, keeper, regency in
                _ = try await Posted.read(request, in: context)
                try await self.imports.undo(id, self.circumstances(keeper, regency))
                let visit = try self.visit(context, regency, of: keeper)
                return Answer.redirect(to: "/kelola/impor/\(id)/hasil", for: visit)
            }
        }
    }

    /// Runs a page about the import that the address names.
    private func importing(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (OpaqueID, SignedIn, RegencyNow) async throws -> Response
    ) async throws -> Response {
        try await surroundings.keeper(request, context) { keeper in
            guard let id = context.parameters.get("impor").flatMap({ OpaqueID($0) }) else {
                throw PeopleRefusal.noSuchImport
            }
            return try await body(id, keeper, try await regency())
        }
    }

    private func plan(_ id: OpaqueID, _ regency: RegencyNow) async throws -> ImportPlan {
        let file = try await imports.open(id, at: now())
        return try await imports.plan(file, regency.office, today: today(regency))
    }

    private func faultyLeft(_ id: OpaqueID, _ regency: RegencyNow) async throws -> Int {
        do {
            return try await plan(id, regency).faulty.count
        } catch is PeopleRefusal {
            // The file is kept for 30 days only; what it brought in stays.
            return 0
        }
    }

    private func importPage(
        _ keeper: SignedIn,
        error: PeopleRefusal?,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await regency()
        let earlier = try await store.read { reader in
            try reader.rows(
                """
                SELECT id, at, actor, people, undone FROM official_imports \
                ORDER BY at DESC, id LIMIT 20
                """
            )
            .map { row in
                ImportPage.Earlier(
                    id: try row.id("id"),
                    at: try row.get("at"),
                    by: try reader.name(of: try row.id("actor")) ?? "",
                    people: Int(try row.int("people")),
                    isUndone: try row.int("undone") == 1
                )
            }
        }
        let page = ImportPage(
            error: error.map { Words($0.sentence, $0.sentenceInEnglish) },
            earlier: earlier
        )
        return Answer.page(page, for: try visit(context, regency, of: keeper))
    }

    private func upload(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let received = ReceivedBytes()
        do {
            _ = try await Posted.read(request, in: context) { _, piece in
                try received.take(piece)
            }
            let bytes = received.bytes
            guard !bytes.isEmpty else { throw PeopleRefusal.fileMissing }
            let id = try await imports.keep(bytes, at: now())
            let visit = try visit(context, try await regency(), of: keeper)
            return Answer.redirect(to: "/kelola/impor/\(id)", for: visit)
        } catch let refusal as PeopleRefusal {
            return try await importPage(keeper, error: refusal, context)
        } catch WebRefusal.tooLarge {
            return try await importPage(keeper, error: .fileTooLarge, context)
        }
    }

    private func choose(
        _ posted: Posted,
        _ id: OpaqueID,
        _ visit: Visit
    ) async throws -> Response {
        var columns = ImportColumns(places: [:])
        for field in ImportField.allCases {
            columns.places[field] = posted[field.rawValue].flatMap { Int($0) }
                .flatMap { (0..<200).contains($0) ? $0 : nil }
        }
        var file = try await imports.open(id, at: now())
        let hasName = columns.places[.logIn] != nil || columns.places[.nip] != nil
        guard columns.places[.name] != nil, hasName else {
            file.columns = columns
            let page = ImportColumnsPage(id: id, file: file, error: .nameColumnMissing)
            return Answer.page(page, for: visit)
        }
        try await imports.choose(columns, for: id, at: now())
        return Answer.redirect(to: "/kelola/impor/\(id)/periksa", for: visit)
    }

    private static let sample = Spreadsheet([
        ["nama", "nip", "nama_masuk", "jabatan", "unit", "mulai", "sampai", "kapasitas"],
        [
            "Contoh Pertama, S.Sos.", "199001012015031001", "contoh.pertama", "petugas-contoh", "",
            "2027-01-04", "", "definitif",
        ],
        [
            "Contoh Kedua", "", "contoh.kedua", "Lurah Contoh", "Kelurahan Contoh", "04/01/2027",
            "30/06/2027", "plt",
        ],
    ])
}

/// The bytes of one file, up to a bound.
private final class ReceivedBytes: Sendable {
    private static let most = 4_000_000
    private let held = Mutex<[UInt8]>([])

    var bytes: [UInt8] { held.withLock { $0 } }

    func take(_ piece: [UInt8]) throws {
        let isTooMuch = held.withLock { bytes in
            guard bytes.count + piece.count <= Self.most else { return true }
            bytes += piece
            return false
        }
        if isTooMuch { throw PeopleRefusal.fileTooLarge }
    }
}
