import Hummingbird
import Ledger
import Site
import Stories

// The scale without a signal: its page, what the phone takes along, and what it sends afterwards.

extension CoffeeFeature {
    func addScaleOffline(to router: Router<some SiteContext>) {
        router.get("luring/timbang") { _, context in
            let visit = try self.visit(context, try await self.regency())
            return Answer.page(OfflineScalePage(), for: visit)
        }
        router.post("timbang/:entri") { request, context in
            try await self.takeFromPhone(request, context)
        }
        router.get("timbang/daftar") { request, context in
            try await self.answering(request, context, of: nil) { at in
                try await self.takenAlong(request.uri.queryParameters["cari"].map(String.init), at)
            }
        }
    }

    /// What the phone takes along; for a search, only the growers that it finds.
    private func takenAlong(_ search: String?, _ at: AtTheLots) async throws -> Response {
        guard !at.rights.weighs.union(at.rights.manages).isEmpty else {
            throw CoffeeRefusal.notYourLot
        }
        let parts = parts
        var members = try await store.read { reader -> [String: JSONValue] in
            if let search, !search.isEmpty {
                return [
                    "petani": ScaleOnPhone.json(try parts.registers.growers(search, 20, reader))
                ]
            }
            return try ScaleOnPhone(for: at, parts.registers, reader)
                .members(try parts.vocabulary(reader), in: at.visit.language)
        }
        members["kunci"] = .text(at.visit.formToken ?? "")
        members["pelaku"] = .text(at.official.id.description)
        return Answer.json(try CanonicalJSON.write(.object(members)))
    }

    /// Takes one purchase out of a phone's outbox, and answers in words that the outbox understands.
    private func takeFromPhone(_ request: Request, _ context: some SiteContext) async throws
        -> Response
    {
        guard let id = context.parameters.get("entri").flatMap({ OpaqueID($0) }) else {
            throw CoffeeRefusal.noSuchEntry
        }
        do {
            let posted = try await Posted.read(request, in: context)
            return try await answering(request, context, of: id) { at in
                try await self.take(posted, as: id, OfflineTimes(request), at)
            }
        } catch let refused as any Refusal {
            return try told(refused, of: id, visited(context))
        }
    }

    private func take(
        _ posted: Posted,
        as id: OpaqueID,
        _ times: OfflineTimes?,
        _ at: AtTheLots
    ) async throws -> Response {
        guard posted["pelaku"] == at.official.id.description else {
            throw CoffeeRefusal.weighedByAnother
        }
        // What arrived before stays as it arrived, whatever has ended since.
        let before = try await store.read { reader in
            try reader.entry(id).map { (entry: $0.entry, lot: try reader.lot($0.lot)) }
        }
        if let before, let lot = before.lot {
            guard at.rights.mayWeigh(for: lot.holder) else { throw CoffeeRefusal.notYourLot }
            guard isSame(posted, before.entry, in: lot.code) else {
                return try told(
                    CoffeeRefusal.weighedOtherwise,
                    of: id,
                    at.visit,
                    ["alamat": .text("/timbang/\(id)")]
                )
            }
            return try written(id, lot.code, times, at)
        }
        switch try await weigh(posted, as: id, at, times) {
        case .written(let id, let lot): return try written(id, lot, times, at)
        case .asksAgain(let typed):
            let words = typed.errors.min { $0.key < $1.key }?.value ?? .needsFixing
            return try PhoneOutbox.answer(
                id,
                ["pesan": .text(words.text(in: at.visit.language))],
                status: 422
            )
        }
    }

    /// Whether a purchase that arrived before says what it says now.
    private func isSame(_ posted: Posted, _ entry: ShownEntry, in lot: String) -> Bool {
        var typed = FormAsTyped(posted)
        guard let weighing = weighing(&typed, nil) else { return false }
        return weighing.grams == entry.grams && weighing.price == entry.price
            && weighing.advance == entry.advance && entry.other == OpaqueID(typed["petani"])
            && typed["lot"] == lot
    }

    private func written(_ id: OpaqueID, _ lot: String, _ times: OfflineTimes?, _ at: AtTheLots)
        throws -> Response
    {
        var members: [String: JSONValue] = [
            "nomor": .text(lot), "alamat": .text("/timbang/\(id)"),
        ]
        if let days = times?.daysOff(at: now()) {
            members["pesan"] = .text(Words.clockIsOff(days).text(in: at.visit.language))
        }
        return try PhoneOutbox.answer(id, members)
    }

    /// Runs what a phone asks for: who is not signed in is told so, and not led to a page.
    private func answering(
        _ request: Request,
        _ context: some SiteContext,
        of item: OpaqueID?,
        _ body: (AtTheLots) async throws -> Response
    ) async throws -> Response {
        do {
            guard try await surroundings.official(request) != nil else {
                throw CoffeeRefusal.signInToWeigh
            }
            return try await working(request, context, body)
        } catch let refused as any Refusal {
            return try told(refused, of: item, visited(context))
        }
    }

    private func visited(_ context: some SiteContext) throws -> Visit {
        guard let visit = context.visit else { throw WebRefusal.unreadable }
        return visit
    }

    private func told(
        _ refused: any Refusal,
        of item: OpaqueID?,
        _ visit: Visit,
        _ more: [String: JSONValue] = [:]
    ) throws -> Response {
        let words = Words(refused.sentence, refused.sentenceInEnglish)
        let members = more.merging(["pesan": .text(words.text(in: visit.language))]) { $1 }
        // Others sent to the same lot meanwhile: nothing is wrong with it, it comes again.
        let status = refused as? CoffeeRefusal == .movedOn ? 503 : refused.status
        guard let item else {
            return Answer.json(try CanonicalJSON.write(.object(members)), status: status)
        }
        return try PhoneOutbox.answer(item, members, status: status)
    }
}
