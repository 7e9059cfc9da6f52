import Ledger
import Stories

/// The rows that follow from one fact of a lot.
struct LotRows {
    private let lot: OpaqueID
    private let at: Instant
    private let by: Actor
    private let seq: SQLValue

    init(_ event: RecordedEvent, _ seq: SQLValue) {
        (lot, at, by, self.seq) = (event.stream.id, event.at, event.by, seq)
    }

    func rows(of fact: LotFact) -> [SQL] {
        switch fact {
        case .begun(let beginning): [begun(beginning)]
        case .delivered(let delivery): delivered(delivery)
        case .filled(let filling): filled(filling)
        case .drawn(let draught): drawn(draught)
        case .sold(let sale): sold(sale)
        case .lost(let loss):
            [
                entry(Entry(loss.id, .loss, loss.grams)),
                "UPDATE coffee_lots SET given = given + \(loss.grams) WHERE id = \(lot)",
            ]
        case .emptied(let emptying):
            [
                entry(Entry(emptying.id, .emptying, emptying.grams)),
                """
                UPDATE coffee_lots SET given = given + \(emptying.grams), emptied = \(seq) \
                WHERE id = \(lot)
                """,
            ]
        case .corrected(let correction): corrected(correction)
        case .graded(let graded):
            [
                """
                UPDATE coffee_lots SET grade = \(graded.grade), moisture = \(graded.moisture), \
                graded = \(at) WHERE id = \(lot)
                """
            ]
        case .cupped(let cupped):
            [
                """
                UPDATE coffee_lots SET cup = \(cupped.hundredths), \
                cup_protocol = \(cupped.protocolName), cupped = \(at) WHERE id = \(lot)
                """
            ]
        case .certified(let certification):
            [
                entry(Entry(certification.id, .certificate, certification.grams)),
                """
                UPDATE coffee_entries SET scheme = \(certification.scheme) \
                WHERE id = \(certification.id)
                """,
                """
                UPDATE coffee_lots SET certified = certified + \(certification.grams) \
                WHERE id = \(lot)
                """,
            ]
        case .uncertified(let id): uncertified(id)
        case .overruled(let overruling):
            [
                """
                UPDATE coffee_findings SET overruled_by = \(by.id) \
                WHERE id = \(overruling.finding)
                """
            ]
        case .recalled(let reason):
            ["UPDATE coffee_lots SET recall = \(reason.digest) WHERE id = \(lot)"]
        case .recallLifted: ["UPDATE coffee_lots SET recall = NULL WHERE id = \(lot)"]
        }
    }

    private func begun(_ beginning: LotBeginning) -> SQL {
        """
        INSERT INTO coffee_lots (id, code, holder, kind, species, season, title, began, taken, \
        given, certified, emptied) VALUES (\(lot), \(beginning.code.text), \(beginning.holder), \
        \(beginning.kind), \(beginning.species), \(beginning.season), \
        \(beginning.title.digest), \(at), 0, 0, 0, 0)
        """
    }

    private func delivered(_ delivery: Delivery) -> [SQL] {
        var line = Entry(delivery.id, .delivery, delivery.grams)
        line.other = delivery.grower
        line.price = delivery.price
        line.advance = delivery.advance
        line.at = delivery.weighed
        line.place = delivery.village
        line.grade = delivery.grade
        line.phoneClock = delivery.phoneClock
        return [entry(line), taken(delivery.grams, moisture: delivery.moisture)]
            + delivery.plots.map { share in
                """
                INSERT INTO coffee_plots (plot, seq, lot, entry, season, green, said_green, \
                said_grams) SELECT \(share.plot), \(seq), id, \(delivery.id), season, \
                \(share.green), \(share.green), \(delivery.grams) FROM coffee_lots \
                WHERE id = \(lot)
                """
            } + delivery.findings.map { finding($0, of: delivery.id) }
    }

    private func filled(_ filling: Filling) -> [SQL] {
        var line = Entry(filling.id, .filling, filling.grams)
        line.place = filling.step
        let bags: [SQL] =
            filling.bags.map { bags in
                ["UPDATE coffee_lots SET bags = COALESCE(bags, 0) + \(bags) WHERE id = \(lot)"]
            } ?? []
        return [entry(line), taken(filling.grams, moisture: filling.moisture)] + bags
            + filling.findings.map { finding($0, of: filling.id) }
    }

    private func drawn(_ draught: Draught) -> [SQL] {
        var line = Entry(draught.id, .draw, draught.grams)
        line.other = draught.into
        line.place = draught.step
        return [
            entry(line),
            "UPDATE coffee_lots SET given = given + \(draught.grams) WHERE id = \(lot)",
            """
            INSERT INTO coffee_edges (child, seq, parent, grams, since) \
            SELECT \(draught.into), \(seq), id, \(draught.grams), emptied FROM coffee_lots \
            WHERE id = \(lot)
            """,
        ]
    }

    private func sold(_ sale: Sale) -> [SQL] {
        var line = Entry(sale.id, .sale, sale.grams)
        line.other = sale.buyer
        line.price = sale.price
        line.place = sale.isUnderOwnName ? "nama_sendiri" : nil
        let used = sale.certificate == nil ? 0 : sale.grams
        let certificate: [SQL] =
            sale.certificate.map { id in
                [
                    "UPDATE coffee_entries SET grams = grams - \(sale.grams) WHERE id = \(id)",
                    """
                    UPDATE coffee_entries SET scheme = \
                    (SELECT scheme FROM coffee_entries WHERE id = \(id)) WHERE id = \(sale.id)
                    """,
                ]
            } ?? []
        let told: [SQL] =
            sale.mayBeTold ? ["UPDATE coffee_entries SET told = 1 WHERE id = \(sale.id)"] : []
        return [
            entry(line),
            """
            UPDATE coffee_lots SET given = given + \(sale.grams), \
            certified = certified - \(used) WHERE id = \(lot)
            """,
        ] + certificate + told
    }

    /// The weight changes where it stands, and whatever was worked out from it with it.
    private func corrected(_ correction: LotCorrection) -> [SQL] {
        let (id, grams) = (correction.of, correction.grams)
        return [
            """
            UPDATE coffee_lots SET taken = taken + \(grams) - \
            (SELECT grams FROM coffee_entries WHERE id = \(id)) WHERE id = \(lot) AND EXISTS \
            (SELECT 1 FROM coffee_entries WHERE id = \(id) AND way IN ('delivery', 'filling'))
            """,
            """
            UPDATE coffee_lots SET given = given + \(grams) - \
            (SELECT grams FROM coffee_entries WHERE id = \(id)) WHERE id = \(lot) AND EXISTS \
            (SELECT 1 FROM coffee_entries WHERE id = \(id) AND way IN ('draw', 'sale', 'loss'))
            """,
            """
            UPDATE coffee_edges SET grams = \(grams) WHERE child = \
            (SELECT other FROM coffee_entries WHERE id = \(id) AND way = 'draw') AND seq = \
            (SELECT seq FROM coffee_entries WHERE id = \(id))
            """,
            """
            UPDATE coffee_plots SET green = \
            COALESCE(said_green * \(grams) / NULLIF(said_grams, 0), green) \
            WHERE entry = \(id)
            """,
            """
            UPDATE coffee_entries SET grams = \(grams), \
            price = COALESCE(\(correction.price), price) WHERE id = \(id)
            """,
            "DELETE FROM coffee_findings WHERE entry = \(id)",
        ] + correction.findings.map { finding($0, of: id) }
    }

    private func uncertified(_ id: OpaqueID) -> [SQL] {
        [
            """
            UPDATE coffee_lots SET certified = certified - \
            (SELECT grams FROM coffee_entries WHERE id = \(id)) WHERE id = \(lot)
            """,
            "UPDATE coffee_entries SET grams = 0 WHERE id = \(id)",
        ]
    }

    private func taken(_ grams: Int64, moisture: Int?) -> SQL {
        """
        UPDATE coffee_lots SET taken = taken + \(grams), \
        moisture = COALESCE(\(moisture), moisture) WHERE id = \(lot)
        """
    }

    private func finding(_ new: NewFinding, of entry: OpaqueID) -> SQL {
        """
        INSERT INTO coffee_findings (id, lot, entry, rule, said, most, plot, warning, seq) VALUES \
        (\(new.id), \(lot), \(entry), \(new.finding.rule.rawValue), \(new.finding.said), \
        \(new.finding.most), \(new.finding.plot), \(new.finding.isWarning), \(seq))
        """
    }

    private func entry(_ line: Entry) -> SQL {
        """
        INSERT INTO coffee_entries (id, lot, seq, way, grams, other, price, advance, at, place, \
        grade, phone_clock) VALUES (\(line.id), \(lot), \(seq), \(line.way.rawValue), \
        \(line.grams), \(line.other), \(line.price), \(line.advance), \(line.at ?? at), \
        \(line.place), \(line.grade?.rawValue), \(line.phoneClock))
        """
    }

    private struct Entry {
        let id: OpaqueID
        let way: WayOfCoffee
        let grams: Int64
        var other: OpaqueID?
        var price: Int64?
        var advance: Int64?
        var at: Instant?
        var place: Code?
        var grade: GradeAtScale?
        var phoneClock: Instant?

        init(_ id: OpaqueID, _ way: WayOfCoffee, _ grams: Int64) {
            (self.id, self.way, self.grams) = (id, way, grams)
        }
    }
}

/// The ways in which coffee comes into a lot, leaves it, or is spoken for.
package enum WayOfCoffee: String, CaseIterable, Sendable {
    case delivery, filling, draw, sale, loss, emptying, certificate
}
