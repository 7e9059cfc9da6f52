import Blueprints
import Feel
import Hummingbird
import Ledger
import Registers
import Site
import Stories

// What a file would do, its faulty rows, bringing it in, and its page afterwards.

extension ServicesFeature {
    func addBringing(to router: Router<some SiteContext>) {
        router.get("kerja/register/:penerbit/:nama/:register/impor/:impor/periksa") {
            request,
            context in
            try await self.withFile(request, context) { official, register, id, waiting in
                let (_, plan) = try await self.plan(waiting, register, official)
                let page = BatchPlanPage(
                    register: register,
                    id: id,
                    plan: plan,
                    villages: official.force.villages
                )
                return try self.answer(page, context, by: official)
            }
        }
        router.get("kerja/register/:penerbit/:nama/:register/impor/:impor/keliru.csv") {
            request,
            context in
            try await self.withFile(request, context) { official, register, _, waiting in
                let (table, plan) = try await self.plan(waiting, register, official)
                return Self.faulty(table, plan)
            }
        }
        router.post("kerja/register/:penerbit/:nama/:register/impor/:impor/bawa") {
            request,
            context in
            _ = try await Posted.read(request, in: context)
            return try await self.withFile(request, context) { official, register, id, waiting in
                try await self.bring(id, waiting, register, official)
                return try self.go(to: register.importing(id, "hasil"), context)
            }
        }
        router.get("kerja/register/:penerbit/:nama/:register/impor/:impor/hasil") {
            request,
            context in
            try await self.withBatch(request, context) { official, register, id, batch in
                let page = try await self.batchPage(id, batch, register, official)
                return try self.answer(page, context, by: official)
            }
        }
        router.post("kerja/register/:penerbit/:nama/:register/impor/:impor/batalkan") {
            request,
            context in
            _ = try await Posted.read(request, in: context)
            return try await self.withBatch(request, context) { official, register, id, _ in
                let asked = try self.asked(id, register, official)
                let batches = self.importing.batches
                let used = try await self.used(try await batches.written(by: id))
                try await batches.undo(asked, holding: register.register.keys, keeping: used)
                return try self.go(to: register.importing(id, "hasil"), context)
            }
        }
    }

    private func withBatch<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ answer: (WorkingOfficial, ReadableRegister, OpaqueID, RegisterBatch) async throws ->
            Response
    ) async throws -> Response {
        try await bringing(request, context) { official, register in
            guard let id = context.parameters.get("impor").flatMap({ OpaqueID($0) }) else {
                throw RegisterRefusal.noSuchBatch
            }
            let batch = try await importing.batches.state(of: id).state
            guard batch.register != nil, batch.register == register.code else {
                throw RegisterRefusal.noSuchBatch
            }
            return try await answer(official, register, id, batch)
        }
    }

    private func plan(
        _ waiting: WaitingImport,
        _ register: ReadableRegister,
        _ official: WorkingOfficial
    ) async throws -> (table: IncomingTable, plan: BatchPlan) {
        try await importing.plan(
            waiting,
            in: register,
            official.force,
            today: FeelDate(official.force.zone.day(now()))
        )
    }

    private func asked(
        _ id: OpaqueID,
        _ register: ReadableRegister,
        _ official: WorkingOfficial
    ) throws -> BatchDesk.Asked {
        BatchDesk.Asked(id, into: try register.writable, by: Actor(official.id), at: now())
    }

    /// Whoever presses twice, or at the same time as somebody else, finds the rest already there.
    private func bring(
        _ id: OpaqueID,
        _ waiting: WaitingImport,
        _ register: ReadableRegister,
        _ official: WorkingOfficial
    ) async throws {
        for _ in 0..<4 {
            let (_, plan) = try await plan(waiting, register, official)
            do {
                try await importing.batches.bring(asked(id, register, official), plan)
                return
            } catch RegisterRefusal.movedOn {
                continue
            }
        }
        throw RegisterRefusal.movedOn
    }

    /// The faulty rows as they came, with what is wrong in one more column.
    private static func faulty(_ table: IncomingTable, _ plan: BatchPlan) -> Response {
        let rows = plan.rows(.faulty).map { planned -> [String] in
            guard case .faulty(let problems) = planned.outcome else { return [] }
            let cells = table.columns.indices.map { planned.row.cell($0) }
            return cells + [problems.map(\.indonesian).joined(separator: " ")]
        }
        return Answer.download(
            Spreadsheet([table.columns + ["masalah"]] + rows).bytes,
            type: "text/csv; charset=utf-8",
            name: "baris-keliru.csv"
        )
    }

    /// Those on which another feature builds.
    private func used(_ records: [BroughtRecord]) async throws -> Set<OpaqueID> {
        let (ids, recordsInUse) = (records.map(\.standing.id), recordsInUse)
        return try await store.read { try recordsInUse(ids, $0) }
    }

    private func batchPage(
        _ id: OpaqueID,
        _ batch: RegisterBatch,
        _ register: ReadableRegister,
        _ official: WorkingOfficial
    ) async throws -> BatchPage {
        let records = try await importing.batches.written(by: id)
        let villages = official.force.villages
        let used = try await used(records)
        let touched = records.filter { record in
            batch.undone == nil
                ? !record.isUntouched || used.contains(record.standing.id)
                : record.standing.ended == nil
        }
        return BatchPage(
            register: register,
            id: id,
            batch: batch,
            records: records.count,
            touched: touched.map { record in
                let shown = RecordShown(
                    register: register.register,
                    record: record.standing,
                    villages: villages
                )
                return Link(Words(shown.title), register.address(of: record.standing.id))
            }
        )
    }
}
