package import Office
import Site
package import Stories

/// What an import would do, row by row, before anything is changed.
package struct ImportPlan: Sendable {
    package let head: [String]
    package let rows: [PlannedRow]

    /// The most rows of one file.
    package static let mostRows = 3_000

    /// What becomes of a row.
    package enum Outcome: Hashable, Sendable {
        case new
        case changed
        case same
        case faulty([String])
    }

    /// One row and what becomes of it.
    package struct PlannedRow: Sendable {
        package let line: Int
        package let cells: [String]
        package var person: PlannedPerson?
        package var outcome: Outcome
    }

    package func count(_ isWanted: (Outcome) -> Bool) -> Int { rows.count { isWanted($0.outcome) } }

    package var faulty: [PlannedRow] {
        rows.filter { row in
            if case .faulty = row.outcome { true } else { false }
        }
    }

    /// The people who are added or changed, each once with all of their posts.
    package var people: [PlannedPerson] {
        var order: [String] = []
        var found: [String: PlannedPerson] = [:]
        for row in rows where row.outcome == .new || row.outcome == .changed {
            guard let person = row.person else { continue }
            if found[person.logIn.word] == nil { order.append(person.logIn.word) }
            var merged = found[person.logIn.word] ?? person
            if found[person.logIn.word] != nil { merged.holdings += person.holdings }
            found[person.logIn.word] = merged
        }
        return order.compactMap { found[$0] }
    }

    /// Reads a file against the officials and posts that there are.
    package init(
        _ text: String,
        _ columns: ImportColumns,
        roster: [RosterLine],
        map: OfficeMap,
        today: Day
    ) throws(PeopleRefusal) {
        var rows = SeparatedRows(text)
        guard let head = rows.next() else { throw .fileEmpty }
        self.head = head.cells
        let reading = ImportReading(columns, roster, map, today)
        var planned: [PlannedRow] = []
        while let row = rows.next() {
            guard planned.count < Self.mostRows else { throw .tooManyRows }
            planned.append(reading.row(row))
        }
        guard !planned.isEmpty else { throw .fileEmpty }
        Self.markDoubles(&planned)
        self.rows = planned
    }

    /// One log-in name may stand in several rows, with another post each and otherwise the same.
    private static func markDoubles(_ rows: inout [PlannedRow]) {
        var first: [String: (line: Int, person: PlannedPerson)] = [:]
        var posts: [String: Int] = [:]
        var numbers: [String: (line: Int, logIn: String)] = [:]
        for index in rows.indices {
            guard let person = rows[index].person else { continue }
            let line = rows[index].line
            var faults: [String] = []
            let word = person.logIn.word
            if let (earlier, other) = first[word], other.name != person.name {
                faults.append(
                    "Nama masuk \"\(word)\" sudah dipakai orang lain di baris \(earlier)."
                )
            } else {
                first[word] = first[word] ?? (line, person)
            }
            let key = "\(word) \(person.holdings.first?.post.text ?? "")"
            if faults.isEmpty, let earlier = posts[key] {
                faults.append("Baris ini sama dengan baris \(earlier).")
            }
            posts[key] = posts[key] ?? line
            if let nip = person.nip {
                if let (earlier, other) = numbers[nip.digits], other != word {
                    faults.append("NIP ini sudah dipakai orang lain di baris \(earlier).")
                }
                numbers[nip.digits] = numbers[nip.digits] ?? (line, word)
            }
            if !faults.isEmpty { rows[index].outcome = .faulty(faults) }
        }
    }
}

/// An official as the file describes them.
package struct PlannedPerson: Hashable, Sendable {
    package let name: String
    package let logIn: LogInName
    package let nip: NIP?
    package var holdings: [Holding]

    /// The one whom the record knows under this log-in name.
    package let known: OpaqueID?

    /// True for somebody who left and serves again.
    package let returns: Bool
}
