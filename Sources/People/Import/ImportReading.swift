import Office
import Site
import Stories

/// Reads the cells of one row into an official, or says everything that is wrong with it.
struct ImportReading {
    private let columns: ImportColumns
    private let map: OfficeMap
    private let today: Day
    private let byLogIn: [String: RosterLine]
    private let byNIP: [String: RosterLine]

    init(_ columns: ImportColumns, _ roster: [RosterLine], _ map: OfficeMap, _ today: Day) {
        self.columns = columns
        self.map = map
        self.today = today
        byLogIn = Dictionary(roster.map { ($0.official.logIn, $0) }) { first, _ in first }
        byNIP = Dictionary(
            roster.compactMap { line in line.official.nip.map { ($0.digits, line) } }
        ) { first, _ in first }
    }

    func row(_ row: SeparatedRows.Row) -> ImportPlan.PlannedRow {
        var faults: [String] = []
        if row.isUnclosed {
            faults.append("Ada tanda kutip yang dibuka tetapi tidak ditutup.")
        }
        func cell(_ field: ImportField) -> String { columns.cell(field, of: row.cells) }
        let name = name(cell(.name), &faults)
        let nip = nip(cell(.nip), &faults)
        let logIn = logIn(cell(.logIn), nip, &faults)
        let holding = holding(row.cells, &faults)
        var planned = ImportPlan.PlannedRow(
            line: row.line,
            cells: row.cells,
            person: nil,
            outcome: .faulty(faults)
        )
        guard let name, let logIn else { return planned }
        let known = byLogIn[logIn.word]
        if let nip, let other = byNIP[nip.digits], other.official.logIn != logIn.word {
            faults.append("NIP ini sudah tercatat pada \(other.official.logIn).")
        }
        guard faults.isEmpty else {
            planned.outcome = .faulty(faults)
            return planned
        }
        let person = PlannedPerson(
            name: name,
            logIn: logIn,
            nip: nip,
            holdings: holding.map { [$0] } ?? [],
            known: known?.official.id,
            returns: known?.isServing == false
        )
        planned.person = person
        planned.outcome = Self.outcome(of: person, known)
        return planned
    }

    private static func outcome(
        of person: PlannedPerson,
        _ known: RosterLine?
    ) -> ImportPlan.Outcome {
        guard let known else { return .new }
        let official = known.official
        let isSame =
            known.isServing && official.name == person.name
            && (person.nip == nil || official.nip == person.nip)
            && person.holdings.allSatisfy { wanted in
                official.holdings.contains { held in
                    held.post == wanted.post && held.capacity == wanted.capacity
                        && held.last == wanted.last
                        && (held.first == wanted.first || held.first < wanted.first)
                }
            }
        return isSame ? .same : .changed
    }

    private func name(_ cell: String, _ faults: inout [String]) -> String? {
        if cell.isEmpty {
            faults.append("Nama kosong.")
        } else if cell.count > NewOfficial.longestName {
            faults.append("Nama lebih dari \(NewOfficial.longestName) huruf.")
        } else if let first = cell.first, "=+-@".contains(first) {
            faults.append("Nama diawali tanda rumus (\(first)).")
        } else if !cell.contains(where: \.isLetter) || cell.contains("\u{FFFD}") {
            faults.append("Nama ini tidak terbaca.")
        } else {
            return cell
        }
        return nil
    }

    private func nip(_ cell: String, _ faults: inout [String]) -> NIP? {
        // A spreadsheet marks a number that is to stay text by an apostrophe.
        let typed = cell.first == "'" ? String(cell.dropFirst()) : cell
        if typed.isEmpty || typed == "-" { return nil }
        if let nip = NIP(typed) { return nip }
        let digits = typed.count { $0.isNumber }
        if typed.uppercased().contains("E+") {
            faults.append(
                "NIP ditulis sebagai bilangan (\(typed)). Ubah kolomnya menjadi teks, lalu simpan "
                    + "lagi."
            )
        } else if digits != 18 {
            faults.append("NIP harus 18 angka; di sini \(digits).")
        } else {
            faults.append("NIP ini tidak mungkin: periksa tanggal lahir dan bulan pengangkatan.")
        }
        return nil
    }

    /// The log-in name of the file; without one the NIP, as civil servants are used to.
    private func logIn(
        _ cell: String,
        _ nip: NIP?,
        _ faults: inout [String]
    ) -> LogInName? {
        let typed = cell.isEmpty ? nip?.digits ?? "" : cell
        guard let logIn = LogInName(typed) else {
            faults.append(
                typed.isEmpty
                    ? "Nama masuk kosong, dan tidak ada NIP sebagai gantinya."
                    : "Nama masuk \"\(typed)\" harus 3 sampai 40 huruf kecil, angka, atau titik."
            )
            return nil
        }
        return logIn
    }

    private func holding(_ cells: [String], _ faults: inout [String]) -> Holding? {
        let title = columns.cell(.post, of: cells)
        let first = day(columns.cell(.first, of: cells), "mulai", &faults)
        let last = day(columns.cell(.last, of: cells), "sampai", &faults)
        guard !title.isEmpty else { return nil }
        guard let post = post(title, columns.cell(.unit, of: cells), &faults) else { return nil }
        guard let capacity = capacity(columns.cell(.capacity, of: cells), &faults) else {
            return nil
        }
        if capacity == .standIn, last == nil {
            faults.append("Plh. perlu tanggal berakhir.")
        }
        let start = first ?? today
        if let last, last < start {
            faults.append("Tanggal akhir lebih awal daripada tanggal mulai.")
        }
        return Holding(post: post, capacity: capacity, first: start, last: last)
    }

    /// A post by its code, or by its title and the unit where several have it.
    private func post(_ title: String, _ unit: String, _ faults: inout [String]) -> Code? {
        if let code = Code(title), let post = map.post(code) { return post.id }
        let wanted = title.lowercased()
        let units = unit.lowercased()
        let found = map.posts.filter { post in
            guard post.title.lowercased() == wanted else { return false }
            guard !units.isEmpty else { return true }
            return post.unit.text == units
                || map.unit(post.unit)?.name.lowercased() == units
        }
        switch found.count {
        case 1: return found[0].id
        case 0:
            faults.append(
                units.isEmpty
                    ? "Jabatan \"\(title)\" tidak ada."
                    : "Jabatan \"\(title)\" tidak ada di unit \"\(unit)\"."
            )
        case _:
            faults.append(
                "Ada \(found.count) jabatan \"\(title)\". Isi kolom unit, atau pakai kode jabatan."
            )
        }
        return nil
    }

    private func capacity(_ cell: String, _ faults: inout [String]) -> Capacity? {
        let word = cell.lowercased().filter { $0.isLetter }
        switch word {
        case "", "definitif", "tetap": return .definitive
        case "plt", "pelaksanatugas": return .acting
        case "plh", "pelaksanaharian": return .standIn
        case _:
            faults.append("Kapasitas \"\(cell)\" tidak dikenal. Tulis definitif, plt, atau plh.")
            return nil
        }
    }

    /// `2027-01-31`, or day, month, year with any sign between them.
    private func day(_ cell: String, _ name: String, _ faults: inout [String]) -> Day? {
        if cell.isEmpty { return nil }
        if let day = Day(cell) { return day }
        let parts = cell.split { "/-. ".contains($0) }.compactMap { Int($0) }
        if parts.count == 3, let day = Day(year: parts[2], month: parts[1], day: parts[0]),
            (1945...2200).contains(parts[2])
        {
            return day
        }
        faults.append("Tanggal \(name) \"\(cell)\" tidak terbaca. Tulis seperti 2027-01-31.")
        return nil
    }
}
