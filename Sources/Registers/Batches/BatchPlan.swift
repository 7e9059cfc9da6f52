import Blueprints
package import Ledger
package import Stories

/// What bringing a file would do, row by row, before anything is written.
package struct BatchPlan: Sendable {
    package let rows: [PlannedRow]

    /// One row and what becomes of it.
    package struct PlannedRow: Sendable {
        package let row: IncomingRow
        package let outcome: Outcome
    }

    package enum Outcome: Hashable, Sendable {
        /// It is written under this id.
        case new(RecordContent, OpaqueID)

        /// The register has it.
        case there
        case faulty([RowProblem])

        package var kind: Kind {
            switch self {
            case .new: .new
            case .there: .there
            case .faulty: .faulty
            }
        }
    }

    package enum Kind: String, CaseIterable, Sendable { case new, there, faulty }

    package func rows(_ kind: Kind) -> [PlannedRow] { rows.filter { $0.outcome.kind == kind } }

    package func count(_ kind: Kind) -> Int { rows.count { $0.outcome.kind == kind } }

    /// - Parameter name: the id of the record that says this for the nth time: the same file leads
    ///   to the same records whoever brings it, until they end.
    package init(
        _ table: IncomingTable,
        by mapped: MappedRows,
        in register: Code,
        named name: (RecordContent, Int) -> OpaqueID,
        _ reader: Reader
    ) throws {
        var first: [HeldKey: Int] = [:]
        var ids: [OpaqueID: Int] = [:]
        let keys = mapped.register.keys
        rows = try table.rows.map { row in
            switch mapped.read(row) {
            case .wrong(let problems): return PlannedRow(row: row, outcome: .faulty(problems))
            case .says(let fields):
                let content = RecordContent(fields, unique: keys.unique, found: keys.found)
                let held = content.held(in: register)
                let earlier = held.flatMap { first[$0] }
                let id = try Self.id(of: content, named: name, reader)
                if let double = earlier ?? id.flatMap({ ids[$0] }) {
                    return PlannedRow(row: row, outcome: .faulty([.double(of: double)]))
                }
                if let held { first[held] = row.number }
                guard let id, try reader.holder(of: content, in: register) == nil else {
                    return PlannedRow(row: row, outcome: .there)
                }
                ids[id] = row.number
                return PlannedRow(row: row, outcome: .new(content, id))
            }
        }
    }

    /// The id under which a record may be written; nil where it stands, whatever it says by now.
    private static func id(
        of content: RecordContent,
        named name: (RecordContent, Int) -> OpaqueID,
        _ reader: Reader
    ) throws -> OpaqueID? {
        for number in 0..<Self.mostTimes {
            let id = name(content, number)
            guard let record = try reader.record(id) else { return id }
            if record.ended == nil { return nil }
        }
        return nil
    }

    /// So often may one record be brought and undone.
    private static let mostTimes = 1_000
}

extension RowProblem {
    fileprivate static func double(of row: Int) -> RowProblem {
        RowProblem("Baris ini sama dengan baris \(row).", "This row says the same as row \(row).")
    }
}
