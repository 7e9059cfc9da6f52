import Blueprints
import Cases
import Ledger
import Office
package import Site
import Stories

// What moving people about has to know of cases, and what it does to them.

extension ServicesFeature {
    /// The work of officials, for the feature that moves them.
    package var workAtHand: WorkAtHand {
        let keeper = keeper
        return WorkAtHand(
            taken: { official, reader in
                let rows = try reader.rows(
                    """
                    SELECT id, number, service, digest, step, unit, due, step_due FROM cases \
                    WHERE taken = \(official) AND ended IS NULL \
                    ORDER BY step_due IS NULL, step_due, id
                    """
                )
                let force = try keeper.current(reader)
                return try rows.map { try TakenCase($0, force) }
            },
            named: { id, reader in
                let row = try reader.row(
                    """
                    SELECT id, number, service, digest, step, unit, due, step_due FROM cases \
                    WHERE id = \(id)
                    """
                )
                let force = try keeper.current(reader)
                return try row.map { try TakenCase($0, force) }
            },
            needs: { reader in try reader.neededSeats(try keeper.current(reader)) },
            release: { official in try await self.release(from: official) }
        )
    }

    /// Puts back into the queue of the post what an official has taken and may no longer hold.
    func release(from official: OpaqueID) async throws {
        let (keeper, now) = (keeper, now())
        let lost = try await store.read { reader -> [(id: CaseID, seen: Version)] in
            let force = try keeper.current(reader)
            let isActive = try reader.row(
                "SELECT id FROM officials WHERE id = \(official) AND active = \(1)"
            )
            let standing = try reader.standing(
                of: official,
                in: force.office,
                on: force.zone.day(now)
            )
            return try reader.rows(
                """
                SELECT id, unit, duty, version FROM cases \
                WHERE taken = \(official) AND ended IS NULL ORDER BY id
                """
            )
            .filter { row in
                let (duty, unit): (String, Code) = (try row.text("duty"), try row.get("unit"))
                return isActive == nil || !standing.has(duty, in: unit)
            }
            .map { (CaseID(try $0.id("id")), Version(try $0.int("version"))) }
        }
        for (id, seen) in lost {
            do {
                // Moved on, somebody may hold it who may: the next look decides again.
                _ = try await cases.handle(
                    CaseDesk.Asked(.returnToUnit, on: id, seen: seen, who: .clock, now: now)
                )
            } catch is CaseRefusal {
                // Somebody acted in between, and it is with nobody any more.
                continue
            }
        }
    }

    /// The same for everybody who holds a case: a deputy's time may have ended overnight.
    package func releaseLost() async throws {
        let holders = try await store.read { reader in
            try reader.rows(
                "SELECT DISTINCT taken FROM cases WHERE taken IS NOT NULL AND ended IS NULL"
            )
            .map { try $0.id("taken") }
        }
        for holder in holders { try await release(from: holder) }
    }
}

extension TakenCase {
    fileprivate init(_ row: RecordRow, _ force: InForce) throws {
        let step = try row.text("step")
        let service = force.version(try row.text("digest"))
        let named = Site.Words(try row.text("service"))
        self.init(
            id: try row.id("id"),
            number: try row.text("number"),
            service: service.map { Site.Words($0.title) } ?? named,
            step: service?.step(ID(step)).map { Site.Words($0.title) } ?? Site.Words(step),
            unit: try row.get("unit"),
            due: try row.find("due")
        )
    }
}

extension Reader {
    /// Each duty in each unit that a service in force names, as far as units are bound.
    fileprivate func neededSeats(_ force: InForce) throws -> [NeededSeat] {
        struct Seat: Hashable { let unit, duty: Code }
        var steps: [Seat: [Site.Words]] = [:]
        for service in force.services {
            for step in service.steps {
                guard let duty = Code(step.by.text) else { continue }
                let name = (step.unit ?? service.owner).text
                for unit in force.office.units(called: name) {
                    let (title, does) = (Site.Words(service.title), Site.Words(step.title))
                    let words = Site.Words(
                        "\(title.indonesian): \(does.indonesian)",
                        "\(title.text(in: .english)): \(does.text(in: .english))"
                    )
                    steps[Seat(unit: unit.id, duty: duty), default: []].append(words)
                }
            }
        }
        var open: [Seat: Int] = [:]
        let rows = try rows(
            """
            SELECT unit, duty, count(*) AS open FROM cases WHERE ended IS NULL \
            GROUP BY unit, duty
            """
        )
        for row in rows {
            let seat = Seat(unit: try row.get("unit"), duty: try row.get("duty"))
            open[seat] = Int(try row.int("open"))
            if steps[seat] == nil { steps[seat] = [] }
        }
        return steps.map { seat, steps in
            NeededSeat(
                unit: seat.unit,
                duty: seat.duty,
                steps: steps,
                openCases: open[seat] ?? 0
            )
        }
        .sorted { ($0.unit, $0.duty) < ($1.unit, $1.duty) }
    }
}
