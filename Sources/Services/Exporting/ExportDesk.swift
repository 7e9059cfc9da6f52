import Blueprints
import Cases
package import Ledger
import Site
package import Stories

/// Takes the cases of a service out as a spreadsheet, row by row.
package struct ExportDesk: Sendable {
    private let store: RecordStore
    private let keeper: InForceKeeper
    private let sealer: Sealer
    private let draw: Draw

    /// So many cases are held at once, however many there are.
    fileprivate static let batch = 200

    package init(
        store: RecordStore,
        keeper: InForceKeeper,
        sealer: Sealer,
        draw: Draw = .random
    ) {
        self.store = store
        self.keeper = keeper
        self.sealer = sealer
        self.draw = draw
    }

    /// Records that it is taken out, then hands out the bytes piece by piece.
    /// - Returns: how many cases there were.
    package func take(
        _ command: ExportCommand,
        by actor: Actor,
        at now: Instant,
        to write: @Sendable ([UInt8]) throws -> Void
    ) async throws -> Int {
        let keeper = keeper
        let force = try await store.read { reader in try keeper.current(reader) }
        let taking = command.taking
        guard let service = force.service(taking.service.text), service.elsewhere == nil else {
            throw ExportRefusal.noSuchService
        }
        try await record(command, by: actor, at: now)
        let columns = ExportColumns(
            service: service,
            force: force,
            isPersonal: taking.isPersonal
        )
        try write(Spreadsheet.mark + Spreadsheet.line(columns.headings))
        var count = 0
        var place = Place.before(taking.from.map { force.zone.instant($0, minute: 0) })
        let end = taking.to.map { force.zone.instant($0.adding(days: 1), minute: 0) }
        while true {
            let from = place
            let (rows, last) = try await store.read { reader in
                let ids = try reader.cases(of: taking.service, after: from, before: end)
                let lines = try ids.compactMap { try reader.load($0.id, force) }
                    .map { Spreadsheet.line(columns.row(of: $0)) }
                return (lines, ids.last)
            }
            guard let last else { return count }
            try write(rows.flatMap(\.self))
            count += rows.count
            place = last
        }
    }

    private func record(_ command: ExportCommand, by actor: Actor, at now: Instant) async throws {
        let id = draw.id()
        let stream = Stream(ExportStory.kind, id)
        let decision = try ExportStory.decide(
            ExportStory.beginning,
            command,
            KnownOfExport(draw: draw, sealer: sealer, dossier: DossierID(id))
        )
        let append = try Append(decision, to: stream, at: now, by: actor, expecting: [stream: 0])
        guard case .recorded = try await store.append(append) else {
            throw ExportRefusal.alreadyTaken
        }
    }

    /// A case and when it was received: where the next batch begins.
    fileprivate struct Place: Sendable {
        let received: Instant
        let id: CaseID

        static func before(_ first: Instant?) -> Place {
            Place(
                received: Instant(milliseconds: (first?.milliseconds ?? 0) - 1),
                id: CaseID(OpaqueID(high: .max, low: .max))
            )
        }
    }
}

extension Reader {
    /// The next cases of a service in the order of their receipt.
    fileprivate func cases(
        of service: Code,
        after place: ExportDesk.Place,
        before end: Instant?
    ) throws -> [ExportDesk.Place] {
        try rows(
            """
            SELECT received, id FROM cases WHERE service = \(service) \
            AND (received, id) > (\(place.received), \(place.id.id)) \
            AND received < \(end ?? Instant(milliseconds: .max)) \
            ORDER BY received, id LIMIT \(ExportDesk.batch)
            """
        )
        .map { ExportDesk.Place(received: try $0.get("received"), id: CaseID(try $0.id("id"))) }
    }
}
