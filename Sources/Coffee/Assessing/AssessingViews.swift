package import Ledger
package import Stories

/// What was found last about each plot, and which plots stay out of buyers' files.
package enum AssessingViews {
    package static let plots = ViewOfRecord(
        "coffee_assessments",
        .now,
        of: [PlotStory.kind],
        tables: ["coffee_assessments", "coffee_kept_out"],
        schema: [
            """
            CREATE TABLE coffee_assessments (plot BLOB NOT NULL, about TEXT NOT NULL, \
            id BLOB NOT NULL, outcome TEXT NOT NULL, source BLOB NOT NULL, as_of BIGINT NOT NULL, \
            square_metres BIGINT, other BLOB, at BIGINT NOT NULL, PRIMARY KEY (plot, about)) \
            /* keyed */
            """,
            "CREATE INDEX coffee_assessments_by_outcome ON coffee_assessments (about, outcome)",
            """
            CREATE TABLE coffee_kept_out (plot BLOB PRIMARY KEY, reason BLOB NOT NULL, \
            at BIGINT NOT NULL)
            """,
        ],
        project: { projection in
            let (plot, at) = (projection.event.stream.id, projection.event.at)
            switch try projection.event.fact(PlotFact.self) {
            case .assessed(let found):
                return [
                    """
                    DELETE FROM coffee_assessments WHERE plot = \(plot) \
                    AND about = \(found.about.rawValue)
                    """,
                    """
                    INSERT INTO coffee_assessments (plot, about, id, outcome, source, as_of, \
                    square_metres, other, at) VALUES (\(plot), \(found.about.rawValue), \
                    \(found.id), \(found.outcome.rawValue), \(found.source.digest), \
                    \(found.asOf.number), \(found.squareMetres), \(found.other), \(at))
                    """,
                ]
            case .keptOut(let reason):
                return [
                    """
                    INSERT INTO coffee_kept_out (plot, reason, at) VALUES \
                    (\(plot), \(reason.id), \(at))
                    """
                ]
            case .letIn: return ["DELETE FROM coffee_kept_out WHERE plot = \(plot)"]
            }
        }
    )

    package static let maps = ViewOfRecord(
        "coffee_maps",
        .now,
        of: [ForestMapStory.kind],
        tables: ["coffee_maps"],
        schema: [
            """
            CREATE TABLE coffee_maps (id BLOB PRIMARY KEY, kind TEXT NOT NULL, \
            source BLOB NOT NULL, as_of BIGINT NOT NULL, areas BIGINT NOT NULL, \
            file BLOB NOT NULL, at BIGINT NOT NULL)
            """
        ],
        project: { projection in
            guard case .loaded(let map) = try projection.event.fact(ForestMapFact.self) else {
                return []
            }
            return [
                """
                INSERT INTO coffee_maps (id, kind, source, as_of, areas, file, at) VALUES \
                (\(projection.event.stream.id), \(map.kind.rawValue), \(map.source.digest), \
                \(map.asOf.number), \(map.areas), \(map.file), \(projection.event.at))
                """
            ]
        }
    )
}

/// A finding as the tables have it, with the words of its source.
package struct ShownAssessment: Hashable, Sendable {
    package let assessment: Assessment
    package let source: String
    package let at: Instant

    package init(_ assessment: Assessment, source: String, at: Instant) {
        (self.assessment, self.source, self.at) = (assessment, source, at)
    }
}

/// A map as the tables have it.
package struct ShownForestMap: Hashable, Sendable {
    package let id: OpaqueID
    package let map: ForestMap
    package let source: String
    package let at: Instant
}

extension Reader {
    /// What was found last about some plots.
    package func assessments(of plots: [OpaqueID]) throws -> [OpaqueID: [ShownAssessment]] {
        var all: [OpaqueID: [ShownAssessment]] = [:]
        var sources: [[UInt8]: String] = [:]
        for start in stride(from: 0, to: plots.count, by: 500) {
            let some = Array(plots[start..<min(start + 500, plots.count)])
            for row in try rows(
                """
                SELECT * FROM coffee_assessments WHERE plot IN (\(each: some)) \
                ORDER BY plot, about
                """
            ) {
                let found = try shownAssessment(row, &sources)
                all[try row.id("plot"), default: []].append(found)
            }
        }
        return all
    }

    /// The plots that stay out of buyers' files, of some.
    package func plotsKeptOut(among plots: [OpaqueID]) throws -> Set<OpaqueID> {
        try Set(rows("SELECT plot FROM coffee_kept_out").map { try $0.id("plot") })
            .intersection(Set(plots))
    }

    /// Why plots stay out of buyers' files, in the words of whoever decided it; a reason that was
    /// erased is not among them.
    package func reasonsKeptOut(among plots: [OpaqueID]) throws -> [OpaqueID: String] {
        var reasons: [OpaqueID: String] = [:]
        for row in try rows(
            "SELECT plot, reason FROM coffee_kept_out WHERE plot IN (\(each: plots))"
        ) {
            guard let bytes = try open(PayloadID(try row.id("reason"))) else { continue }
            reasons[try row.id("plot")] = String(decoding: bytes, as: UTF8.self)
        }
        return reasons
    }

    /// The map of each kind that was loaded last.
    package func forestMaps() throws -> [ForestMap.Kind: ShownForestMap] {
        var maps: [ForestMap.Kind: ShownForestMap] = [:]
        for row in try rows("SELECT * FROM coffee_maps ORDER BY at, id") {
            guard let kind = ForestMap.Kind(rawValue: try row.text("kind")) else {
                throw StoreError(.damaged, "no kind of map: \(try row.text("kind"))")
            }
            let source: [UInt8] = try row.get("source")
            let map = ForestMap(
                kind,
                by: Assessment.Source(
                    Public(digest: source),
                    asOf: Day(number: try row.get("as_of"))
                ),
                areas: try row.get("areas"),
                file: try row.id("file")
            )
            maps[kind] = ShownForestMap(
                id: try row.id("id"),
                map: map,
                source: try words(of: source),
                at: try row.get("at")
            )
        }
        return maps
    }

    private func shownAssessment(
        _ row: RecordRow,
        _ sources: inout [[UInt8]: String]
    ) throws -> ShownAssessment {
        guard let about = AssessedSubject(rawValue: try row.text("about")),
            let outcome = AssessedOutcome(rawValue: try row.text("outcome"))
        else { throw StoreError(.damaged, "no finding about a plot") }
        let digest: [UInt8] = try row.get("source")
        let source = try sources[digest] ?? words(of: digest)
        sources[digest] = source
        return ShownAssessment(
            Assessment(
                try row.id("id"),
                about,
                outcome,
                by: Assessment.Source(
                    Public(digest: digest),
                    asOf: Day(number: try row.get("as_of"))
                ),
                squareMetres: try row.find("square_metres"),
                other: try row.find("other")
            ),
            source: source,
            at: try row.get("at")
        )
    }

    private func words(of digest: [UInt8]) throws -> String {
        try content(Public(digest: digest)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
