package import Ledger
package import Stories

/// Writes down consents, and keeps the papers of buyers' files as they were handed over.
package struct DeclaringDesk: Sendable {
    let store: RecordStore
    let files: FileVault
    let draw: Draw
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        files: FileVault,
        draw: Draw = .random,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.store, self.files, self.draw, self.now) = (store, files, draw, now)
    }

    /// A file with its papers, before it is kept.
    struct Papers: Sendable {
        let file: BuyerFile
        let statement: [UInt8]
        let evidence: [UInt8]

        init(_ file: BuyerFile, statement: [UInt8], evidence: [UInt8]) {
            (self.file, self.statement, self.evidence) = (file, statement, evidence)
        }
    }

    /// So many growers are written in one append.
    private static let atOnce = 200

    /// Keeps the papers in a dossier of their own, which ends with its key.
    func make(_ papers: Papers, as id: OpaqueID, _ asked: LotDesk.Asked) async throws {
        let (stream, dossier, at) = (Stream(DeclarationStory.kind, id), DossierID(id), now())
        let file = papers.file
        guard !file.declared.isEmpty else { throw CoffeeRefusal.noPlotToDeclare }
        let geometry = try await files.write(file.geometry, in: dossier, at: at, draw: draw)
        let statement = try await files.write(papers.statement, in: dossier, at: at, draw: draw)
        let evidence = try await files.write(papers.evidence, in: dossier, at: at, draw: draw)
        var declaration = Declaration(
            of: file.lot.id,
            for: file.buyer.id,
            grams: file.grams,
            plots: file.declared.count,
            leftOut: file.leftOut.count,
            Declaration.Files(
                geometry: geometry.id,
                statement: statement.id,
                evidence: evidence.id
            )
        )
        declaration.growers = Set(file.declared.compactMap { $0.plot.grower?.id }).sorted()
        var append = Append(at: at, by: asked.by, expecting: [stream: 0])
        try append.add(
            DeclarationStory.decide(
                DeclarationStory.beginning,
                declaration,
                KnownOfDeclaration(asked.rights, of: file.lot.holder)
            ),
            to: stream
        )
        append.files = [geometry, statement, evidence]
        try await record(append)
    }

    /// Writes the same consent of many growers; what stands already is left.
    package func consent(
        _ growers: [OpaqueID],
        _ command: ConsentCommand,
        _ asked: LotDesk.Asked
    ) async throws {
        for start in stride(from: 0, to: growers.count, by: Self.atOnce) {
            let some = growers[start..<min(start + Self.atOnce, growers.count)]
                .map { Stream(ConsentStory.kind, $0) }
            let states = try await store.read { reader in
                try some.map { try reader.state(of: $0, as: ConsentStory.self) }
            }
            var append = Append(at: now(), by: asked.by, expecting: [:])
            for (stream, loaded) in zip(some, states) {
                let decision = try ConsentStory.decide(loaded.0, command, ())
                guard !decision.facts.isEmpty else { continue }
                append.expecting[stream] = loaded.1
                try append.add(decision, to: stream)
            }
            guard !append.expecting.isEmpty else { continue }
            try await record(append)
        }
    }

    private func record(_ append: Append) async throws {
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict(let stream, _) where stream.kind == DeclarationStory.kind:
            throw CoffeeRefusal.writtenAlready
        case .conflict, .taken: throw CoffeeRefusal.movedOn
        case .otherContent: throw CoffeeRefusal.writtenAlready
        }
    }
}
