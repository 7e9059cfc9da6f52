package import Blueprints
package import Ledger
package import Stories

/// Says what a file would do to a register, writes it, and takes it back.
package struct BatchDesk: Sendable {
    private let store: RecordStore
    private let keys: Keys
    private let sealer: Sealer
    private let draw: Draw

    /// So many records are written in one transaction.
    private static let piece = 100

    package init(store: RecordStore, keys: Keys, sealer: Sealer, draw: Draw = .random) {
        (self.store, self.keys, self.sealer, self.draw) = (store, keys, sealer, draw)
    }

    /// Which file is brought into which register, by whom and when.
    package struct Asked: Sendable {
        package let id: OpaqueID
        package let register: Code
        package let by: Actor
        package let now: Instant

        package init(_ id: OpaqueID, into register: Code, by: Actor, at now: Instant) {
            (self.id, self.register, self.by, self.now) = (id, register, by, now)
        }

        fileprivate var stream: Stream { Stream(BatchStory.kind, id) }
    }

    /// What bringing these rows would do now.
    package func plan(
        _ table: IncomingTable,
        by mapped: MappedRows,
        in register: Code
    ) async throws -> BatchPlan {
        let keys = keys
        return try await store.read { reader in
            try BatchPlan(
                table,
                by: mapped,
                in: register,
                named: { content, number in Self.id(of: content, number, in: register, keys) },
                reader
            )
        }
    }

    /// The id of the record that a register has by files alone: a keyed mark of what it says, so
    /// that the same row leads to the same record, and nobody can guess one from the other.
    private static func id(
        of content: RecordContent,
        _ number: Int,
        in register: Code,
        _ keys: Keys
    ) -> OpaqueID {
        let bytes = Array("\(register) \(number) ".utf8) + content.bytes
        let mark = keys.mark("imported-records", bytes).prefix(16)
        guard let id = OpaqueID(bytes: Array(mark)) else {
            preconditionFailure("a mark has 32 bytes")
        }
        return id
    }

    /// Writes every new row, a piece of them at a time; what was written before is not written
    /// again, so a run that was cut short is finished by asking once more.
    ///
    /// - Parameter most: how many pieces are written at most; the rest waits for the next time.
    package func bring(_ asked: Asked, _ plan: BatchPlan, pieces most: Int = .max) async throws {
        let new = plan.rows(.new)
        var (rest, pieces) = (new[...], 0)
        while !rest.isEmpty {
            guard pieces < most else { return }
            pieces += 1
            let piece = rest.prefix(Self.piece)
            rest = rest.dropFirst(piece.count)
            let (state, version) = try await state(of: asked.id)
            var append = begun(asked, after: version)
            let begun = BatchFact.begun(register: asked.register, rows: new.count)
            try append.add(try BatchStory.decide(state, begun, ()), to: asked.stream)
            for row in piece {
                guard case .new(let content, let record) = row.outcome else { continue }
                try add(content, as: record, asked, to: &append)
            }
            try await record(append)
        }
        try await finish(asked)
    }

    private func add(
        _ content: RecordContent,
        as id: OpaqueID,
        _ asked: Asked,
        to append: inout Append
    ) throws {
        let stream = Stream(RegisterStory.kind, id)
        let decision = try RegisterStory.decide(
            RegisterStory.beginning,
            .enter(register: asked.register, from: asked.stream, content: content),
            KnownOfRegister(draw: draw, sealer: sealer, dossier: DossierID(id))
        )
        append.expecting[stream] = 0
        try append.add(decision, to: stream)
    }

    private func finish(_ asked: Asked) async throws {
        let (state, version) = try await state(of: asked.id)
        guard state.register != nil else { throw RegisterRefusal.nothingToBring }
        let stream = asked.stream
        let written = try await store.read { try $0.records(from: stream).count }
        let decision = try BatchStory.decide(state, .finished(written: written), ())
        guard !decision.facts.isEmpty else { return }
        var append = begun(asked, after: version)
        try append.add(decision, to: stream)
        try await record(append)
    }

    package func state(of id: OpaqueID) async throws -> (state: RegisterBatch, version: Version) {
        try await store.state(of: Stream(BatchStory.kind, id), as: BatchStory.self)
    }

    /// Ends what the batch wrote and nobody touched since; the rest stays, and is counted.
    ///
    /// - Parameters:
    ///   - keys: what the records of the register hold alone, so that it is free again.
    ///   - used: records on which something else builds by now, which stay as well.
    package func undo(
        _ asked: Asked,
        holding keys: RegisterKeys,
        keeping used: Set<OpaqueID> = []
    ) async throws {
        var rest = try await written(by: asked.id)
            .filter { $0.isUntouched && !used.contains($0.standing.id) }[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Self.piece)
            rest = rest.dropFirst(piece.count)
            let (state, version) = try await state(of: asked.id)
            guard state.undone == nil else { throw RegisterRefusal.batchUndone }
            var append = begun(asked, after: version)
            for record in piece {
                let decision = try RegisterStory.decide(
                    record.state,
                    .end(from: asked.stream, reason: nil),
                    known(of: record.standing, holding: keys)
                )
                append.expecting[record.standing.stream] = record.version
                try append.add(decision, to: record.standing.stream)
            }
            try await self.record(append)
        }
        let (state, version) = try await state(of: asked.id)
        let records = try await written(by: asked.id)
        let left = records.count { $0.standing.ended == nil }
        let undone = BatchFact.undone(ended: records.count - left, left: left)
        var append = begun(asked, after: version)
        try append.add(try BatchStory.decide(state, undone, ()), to: asked.stream)
        try await record(append)
    }

    private func known(of record: StandingRecord, holding keys: RegisterKeys) -> KnownOfRegister {
        KnownOfRegister(
            draw: draw,
            sealer: sealer,
            dossier: DossierID(record.id),
            says: record.content.map {
                RecordContent($0, unique: keys.unique, found: keys.found)
            }
        )
    }

    /// What a batch wrote, with the state of each record.
    package func written(by id: OpaqueID) async throws -> [BroughtRecord] {
        try await store.read { reader in
            try reader.records(from: Stream(BatchStory.kind, id)).map { standing in
                let (state, version) = try reader.state(
                    of: standing.stream,
                    as: RegisterStory.self
                )
                return BroughtRecord(standing: standing, state: state, version: version)
            }
        }
    }

    private func begun(_ asked: Asked, after version: Version) -> Append {
        Append(at: asked.now, by: asked.by, expecting: [asked.stream: version])
    }

    private func record(_ append: Append) async throws {
        guard case .recorded = try await store.append(append) else {
            throw RegisterRefusal.movedOn
        }
    }
}

/// A record that a batch wrote.
package struct BroughtRecord: Sendable {
    package let standing: StandingRecord
    let state: RegisterRecord
    let version: Version

    /// Nobody has corrected, erased or ended it since it was entered.
    package var isUntouched: Bool { version == 1 }
}
