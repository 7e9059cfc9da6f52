import Stories

/// The reading of a laboratory's file, row by row.
struct LabReading {
    private(set) var samples: [LabSheet.Named] = []
    private(set) var problems: [LabProblem] = []

    /// What each column of the file is; nil where it is not known.
    private let columns: [LabColumn?]
    private var drafts: [SampleDraft] = []
    private var places: [String: Int] = [:]

    /// Something was lost that may belong to any sample.
    private var isBroken = false

    init(_ head: SeparatedRows.Row) {
        columns = head.cells.map { LabColumn(heading: $0) }
        var seen: Set<LabColumn> = []
        for (heading, column) in zip(head.cells, columns) {
            guard let column else {
                if !heading.isEmpty { lose(.unknownColumn(heading), head.line) }
                continue
            }
            if !seen.insert(column).inserted { lose(.columnTwice(column.name), head.line) }
        }
        let isLong = seen.contains(.defect) && seen.contains(.count)
        let isWide = Defect.allCases.contains { seen.contains(.defectCount($0)) }
        if !isLong, !isWide { lose(.noDefects, head.line) }
    }

    /// Notes what makes every sample of the file doubtful.
    mutating func lose(_ fault: LabFault, _ line: Int) {
        isBroken = true
        problems.append(fault.at(line))
    }

    mutating func take(_ row: SeparatedRows.Row) {
        guard !row.isUnclosed else { return lose(.unclosedQuotation, row.line) }
        guard row.cells.count <= columns.count else { return lose(.tooManyCells, row.line) }
        let cells = zip(columns, row.cells).compactMap { column, text in
            column.map { (column: $0, text: text) }
        }
        let index = draft(named: cells.first { $0.column == .sample }?.text ?? "", row.line)
        var (defects, count): (String, String) = ("", "")
        for cell in cells where !cell.text.isEmpty {
            switch cell.column {
            case .sample: break
            case .defect: defects = cell.text
            case .count: count = cell.text
            case .grams, .moisture, .dirt, .liveInsects, .smell, .sieve, .defectCount:
                noting(cell.column, of: index, row.line) { draft throws(LabFault) in
                    try draft.take(cell.text, cell.column, row.line)
                }
            }
        }
        takeCount(count, of: defects, into: index, row.line)
    }

    private mutating func takeCount(
        _ count: String,
        of defects: String,
        into index: Int,
        _ line: Int
    ) {
        guard !count.isEmpty || !defects.isEmpty else { return }
        var found: Set<Defect> = []
        noting(.defect, of: index, line) { _ throws(LabFault) in
            found = try LabCell.defects(defects)
        }
        noting(.count, of: index, line) { draft throws(LabFault) in
            let count = try LabCell.count(count)
            if !found.isEmpty { try draft.add(found, count, line) }
        }
    }

    /// Does this with a sample; a fault is noted, and the sample will not be graded.
    private mutating func noting(
        _ column: LabColumn,
        of index: Int,
        _ line: Int,
        _ work: (inout SampleDraft) throws(LabFault) -> Void
    ) {
        do throws(LabFault) {
            try work(&drafts[index])
        } catch {
            drafts[index].isBroken = true
            problems.append(error.at(line, column.name))
        }
    }

    /// The sample of that name; without one, that of the row above.
    private mutating func draft(named name: String, _ line: Int) -> Int {
        if name.isEmpty, !drafts.isEmpty { return drafts.count - 1 }
        let name = name.isEmpty ? "1" : name
        if let index = places[name] { return index }
        places[name] = drafts.count
        drafts.append(SampleDraft(name: name, line: line))
        return drafts.count - 1
    }

    mutating func finish() {
        for draft in drafts where !draft.isBroken && !draft.hasWeight {
            problems.append(LabFault.noWeight(draft.name).at(draft.line))
        }
        if drafts.isEmpty, problems.isEmpty { lose(.empty, 1) }
        problems.sort { $0.line < $1.line }
        guard !isBroken else { return }
        samples = drafts.compactMap { draft in
            draft.sample.map { LabSheet.Named(name: draft.name, line: draft.line, sample: $0) }
        }
    }
}
