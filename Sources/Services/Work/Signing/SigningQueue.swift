import Blueprints
import Cases
import Ledger
import Office
import Site
import Stories

extension WorkingOfficial {
    /// The duties in units by which this official signs some letter that is in force.
    var signings: [Duties.Holding] {
        let signers = Set(force.services.flatMap { $0.letters.values.map(\.signer.text) })
        return duties.holds.filter { signers.contains($0.duty.text) }
            .sorted { ($0.unit, $0.duty) < ($1.unit, $1.duty) }
    }
}

/// What waits for an official's hand, the oldest first: letters to decide on, letters to sign.
struct SigningQueue {
    let official: WorkingOfficial
    let now: Instant

    /// More than anybody signs in a day; what is beyond comes up as the first are done.
    static let most = 200

    /// One case that waits, and how far its letter is.
    struct Waiting {
        let row: RecordRow
        let number: String

        /// Whether the letter has its number: it is printed, signed by hand and brought in.
        let isNumbered: Bool
    }

    func waiting(_ reader: Reader) throws -> [Waiting] {
        var found: [Waiting] = []
        for place in official.signings {
            found += try rows(place, reader).compactMap { row in
                guard try signs(row, place.duty) else { return nil }
                let phase = CasePhase(rawValue: try row.text("phase"))
                return Waiting(
                    row: row,
                    number: try row.text("number"),
                    isNumbered: phase == .signing
                )
            }
        }
        let sorted = try found.sorted {
            try ($0.row.int("received"), $0.number) < ($1.row.int("received"), $1.number)
        }
        return Array(sorted.prefix(Self.most))
    }

    private func rows(_ place: Duties.Holding, _ reader: Reader) throws -> [RecordRow] {
        try reader.rows(
            """
            \(InboxQuery.columns) WHERE c.unit = \(place.unit) AND c.ended IS NULL \
            AND c.phase <> 'menunggu_warga' AND c.duty = \(place.duty) \
            ORDER BY c.step_due, c.id LIMIT \(Self.most)
            """
        )
    }

    /// Whether the step in which the case rests ends in a letter that this duty signs.
    private func signs(_ row: RecordRow, _ duty: Code) throws -> Bool {
        guard let service = official.force.version(try row.text("digest")),
            let step = service.step(ID(try row.text("step")))
        else { return false }
        return step.actions.compactMap(\.letter).contains {
            service.letters[$0]?.signer.text == duty.text
        }
    }
}
