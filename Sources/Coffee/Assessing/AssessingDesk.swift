import Ledger
import Plots
import Stories

/// Looks at plots, writes down what is found, and keeps the maps.
struct AssessingDesk: Sendable {
    let store: RecordStore
    let files: FileVault
    let draw: Draw
    let sealer: Sealer
    let now: @Sendable () -> Instant

    init(
        store: RecordStore,
        files: FileVault,
        draw: Draw = .random,
        sealer: Sealer = .sha256,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.store, self.files, self.draw) = (store, files, draw)
        (self.sealer, self.now) = (sealer, now)
    }

    /// A finding before it has an id: about which plot, what.
    struct Finding: Hashable, Sendable {
        let plot: OpaqueID
        let outcome: AssessedOutcome
        var squareMetres: Int64?
        var other: OpaqueID?
    }

    /// Who says it: in words, and of which day.
    struct Saying: Hashable, Sendable {
        let about: AssessedSubject
        let source: String
        let asOf: Day
    }

    /// So many plots are written in one append.
    private static let atOnce = 200

    /// Writes findings of one source about many plots; those that say nothing new are left.
    /// - Returns: how many were new.
    func note(_ findings: [Finding], _ saying: Saying, _ asked: LotDesk.Asked) async throws -> Int {
        let words = Array(saying.source.utf8)
        let source = Assessment.Source(Public(of: words), asOf: saying.asOf)
        var count = 0
        for start in stride(from: 0, to: findings.count, by: Self.atOnce) {
            let some = findings[start..<min(start + Self.atOnce, findings.count)]
            let states = try await store.read { reader in
                try some.map { try reader.state(of: Self.stream($0.plot), as: PlotStory.self) }
            }
            var append = Append(at: now(), by: asked.by, expecting: [:])
            for (finding, loaded) in zip(some, states) {
                let stream = Self.stream(finding.plot)
                let assessment = Assessment(
                    draw.id(),
                    saying.about,
                    finding.outcome,
                    by: source,
                    squareMetres: finding.squareMetres,
                    other: finding.other
                )
                let decision = try PlotStory.decide(
                    loaded.0,
                    .assess(assessment),
                    known(asked, finding.plot)
                )
                guard !decision.facts.isEmpty else { continue }
                append.expecting[stream] = loaded.1
                try append.add(decision, to: stream)
                count += 1
            }
            guard !append.expecting.isEmpty else { continue }
            append.content = [words]
            try await record(append)
        }
        return count
    }

    /// Keeps a plot out of buyers' files, or lets it in again.
    func decide(_ plot: OpaqueID, _ command: PlotCommand, _ asked: LotDesk.Asked) async throws {
        let stream = Self.stream(plot)
        let (state, version) = try await store.read { reader in
            try reader.state(of: stream, as: PlotStory.self)
        }
        var append = Append(at: now(), by: asked.by, expecting: [stream: version])
        let decision = try PlotStory.decide(state, command, known(asked, plot))
        guard !decision.facts.isEmpty else { return }
        try append.add(decision, to: stream)
        try await record(append)
    }

    /// Keeps a map: its areas as they were read, in a dossier of its own.
    func load(
        _ kind: ForestMap.Kind,
        _ outlines: [Outline],
        _ saying: (source: String, asOf: Day),
        _ asked: LotDesk.Asked
    ) async throws {
        let id = draw.id()
        let (stream, dossier) = (Stream(ForestMapStory.kind, id), DossierID(id))
        let words = Array(saying.source.utf8)
        let kept = try await files.write(
            GeoJSONWriter.file(of: outlines.map { ([], .polygon($0)) }),
            in: dossier,
            at: now(),
            draw: draw
        )
        let map = ForestMap(
            kind,
            by: Assessment.Source(Public(of: words), asOf: saying.asOf),
            areas: outlines.count,
            file: kept.id
        )
        var append = Append(at: now(), by: asked.by, expecting: [stream: 0])
        try append.add(
            ForestMapStory.decide(ForestMapStory.beginning, map, asked.rights),
            to: stream
        )
        append.content = [words]
        append.files = [kept]
        try await record(append)
    }

    /// The areas of a map; none where there is no map of that kind.
    func outlines(of map: ShownForestMap?) async throws -> [Outline] {
        guard let map, let bytes = try await files.read(map.map.file, in: DossierID(map.id)) else {
            return []
        }
        return try PlotRows(reading: bytes).rows.flatMap { $0.boundary?.outlines ?? [] }
    }

    private static func stream(_ plot: OpaqueID) -> Stream { Stream(PlotStory.kind, plot) }

    private func known(_ asked: LotDesk.Asked, _ plot: OpaqueID) -> KnownOfPlot {
        KnownOfPlot(asked.rights, DossierID(plot), draw, sealer)
    }

    /// Appends; whoever came second looks again.
    private func record(_ append: Append) async throws {
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken: throw CoffeeRefusal.movedOn
        case .otherContent: throw CoffeeRefusal.writtenAlready
        }
    }
}
