import Ledger
import Office
import Site
import Stories

/// A file on its way in: its text, how it was read, and what its columns mean.
struct WaitingFile: Sendable {
    var columns: ImportColumns
    var encoding: TextOfFile.Encoding
    var strangeLines: [Int]
    var text: String

    init(_ bytes: [UInt8]) {
        let file = TextOfFile(bytes)
        encoding = file.encoding
        strangeLines = Array(file.strangeLines.prefix(100))
        text = file.text
        columns = ImportColumns(places: [:])
    }

    /// Reads what `bytes` wrote; nil for anything else.
    init?(kept: [UInt8]) {
        let lines = String(decoding: kept, as: UTF8.self)
            .split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
        guard lines.count == 4, let encoding = TextOfFile.Encoding(rawValue: String(lines[1]))
        else { return nil }
        columns = ImportColumns(text: String(lines[0]))
        self.encoding = encoding
        strangeLines = lines[2].split(separator: ",").compactMap { Int($0) }
        text = String(lines[3])
    }

    var bytes: [UInt8] {
        let strange = strangeLines.map(String.init).joined(separator: ",")
        return Array("\(columns.text)\n\(encoding.rawValue)\n\(strange)\n\(text)".utf8)
    }

    var head: [String] {
        var rows = SeparatedRows(text)
        return rows.next()?.cells ?? []
    }
}

/// Takes files in, says what they would do, does it, and undoes it.
struct ImportDesk: Sendable {
    let store: RecordStore
    let keys: Keys
    let officials: OfficialsDesk
    let activation: ActivationDesk
    let drafts: Drafts

    init(
        store: RecordStore,
        keys: Keys,
        officials: OfficialsDesk,
        activation: ActivationDesk
    ) {
        self.store = store
        self.keys = keys
        self.officials = officials
        self.activation = activation
        drafts = Drafts(store)
    }

    /// Which column meant what in the last file with these headings; headings name nobody.
    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS import_columns (mark BLOB PRIMARY KEY, columns TEXT NOT NULL)
        """
    ]

    /// Keeps a file, sealed; its columns as they were last time, or as their headings say.
    func keep(_ bytes: [UInt8], at now: Instant) async throws -> OpaqueID {
        var file = WaitingFile(bytes)
        let head = file.head
        guard head.contains(where: { !$0.isEmpty }) else { throw PeopleRefusal.fileEmpty }
        let mark = mark(head)
        let remembered = try await store.read { reader in
            try reader.row("SELECT columns FROM import_columns WHERE mark = \(mark)")?
                .text("columns")
        }
        file.columns =
            remembered.map { ImportColumns(text: $0) } ?? ImportColumns(guessing: head)
        let id = Draw.random.id()
        try await drafts.keep(id, file.bytes, at: now)
        return id
    }

    func open(_ id: OpaqueID, at now: Instant) async throws -> WaitingFile {
        guard let kept = try await drafts.open(id, at: now), let file = WaitingFile(kept: kept)
        else { throw PeopleRefusal.noSuchImport }
        return file
    }

    /// Sets what the columns mean, and remembers it for the next file with these headings.
    func choose(_ columns: ImportColumns, for id: OpaqueID, at now: Instant) async throws {
        var file = try await open(id, at: now)
        file.columns = columns
        try await drafts.keep(id, file.bytes, at: now)
        try await store.operate([
            """
            INSERT INTO import_columns (mark, columns) VALUES \
            (\(mark(file.head)), \(columns.text)) \
            ON CONFLICT (mark) DO UPDATE SET columns = excluded.columns
            """
        ])
    }

    /// What the file would do now.
    func plan(
        _ file: WaitingFile,
        _ map: OfficeMap,
        today: Day
    ) async throws -> ImportPlan {
        let officials = officials
        let roster = try await store.read { reader in try officials.roster(reader) }
        return try ImportPlan(file.text, file.columns, roster: roster, map: map, today: today)
    }

    /// Takes in every row that can be, all in one transaction; twice the same leads to it once.
    func carryOut(
        _ id: OpaqueID,
        _ plan: ImportPlan,
        today: Day,
        _ circumstances: OfficialsDesk.Circumstances
    ) async throws {
        let people = plan.people
        guard !people.isEmpty else { throw PeopleRefusal.nothingToImport }
        let officials = officials
        let roster = try await store.read { reader in try officials.roster(reader) }
        let known = Dictionary(roster.map { ($0.official.id, $0.official) }) { first, _ in first }
        let until = circumstances.now.adding(seconds: ActivationDesk.lastingDays * 86_400)
        let changes = people.map { person -> OfficialChange in
            guard let id = person.known, let official = known[id] else {
                let id = Draw.random.id()
                let commands: [OfficialCommand] =
                    [.add(name: person.name, logIn: person.logIn, nip: person.nip)]
                    + person.holdings.map { .place($0) } + [.invite(until: until)]
                return OfficialChange(
                    id,
                    seen: 0,
                    commands,
                    operations: activation.issuing(to: id, until: until, circumstances)
                )
            }
            return change(person, official, until, today: today, circumstances)
        }
        let stream = Stream(ImportStory.kind, id)
        try await officials.handle(all: changes, circumstances) { append, done in
            let facts = done.map { ImportedOfficial(official: $0.id, from: $0.from, to: $0.to) }
            append.expecting[stream] = 0
            try append.add(
                try ImportStory.decide(ImportStory.beginning, .carriedOut(facts), ()),
                to: stream
            )
        }
    }

    private func change(
        _ person: PlannedPerson,
        _ official: ListedOfficial,
        _ until: Instant,
        today: Day,
        _ circumstances: OfficialsDesk.Circumstances
    ) -> OfficialChange {
        var commands: [OfficialCommand] = []
        var operations: [SQL] = []
        if person.returns {
            commands.append(.comeBack)
            commands += official.holdings.filter { $0.last.map { $0 >= today } ?? true }
                .map { .unplace(post: $0.post, $0.capacity) }
        }
        let name = person.name == official.name ? nil : person.name
        let nip = person.nip == official.nip ? nil : person.nip
        if name != nil || nip != nil { commands.append(.correct(name: name, nip: nip)) }
        for holding in person.holdings {
            let isHeld =
                !person.returns
                && official.holdings.contains { held in
                    held.post == holding.post && held.capacity == holding.capacity
                        && held.last == holding.last && held.first <= holding.first
                }
            if !isHeld { commands.append(.place(holding)) }
        }
        if person.returns {
            commands.append(.invite(until: until))
            operations = activation.issuing(to: official.id, until: until, circumstances)
        }
        return OfficialChange(official.id, commands, operations: operations)
    }

    /// The import of that id as the record has it; nil before it was carried out.
    func done(_ id: OpaqueID) async throws -> (state: OfficialImport, version: Version)? {
        let found = try await store.state(
            of: Stream(ImportStory.kind, id),
            as: ImportStory.self
        )
        return found.version == 0 ? nil : found
    }

    /// Turns everything back, as long as nothing followed from it.
    func undo(
        _ id: OpaqueID,
        _ circumstances: OfficialsDesk.Circumstances
    ) async throws {
        guard let (state, version) = try await done(id) else { throw PeopleRefusal.noSuchImport }
        let decision = try ImportStory.decide(state, .undone, ())
        let officials = officials
        let people = state.people.map {
            ChangedOfficial(id: $0.official, from: $0.from, to: $0.to)
        }
        let changes = try await store.read { reader in
            try people.map { changed in
                let commands = try officials.reversal(of: changed, reader)
                return OfficialChange(
                    changed.id,
                    seen: changed.to,
                    commands,
                    operations: commands == [.leave]
                        ? ActivationDesk.closing(changed.id)
                            + ["DELETE FROM activations WHERE official = \(changed.id)"] : []
                )
            }
        }
        let stream = Stream(ImportStory.kind, id)
        do {
            try await officials.handle(all: changes, circumstances) { append, _ in
                append.expecting[stream] = version
                try append.add(decision, to: stream)
            }
        } catch OfficeRefusal.movedOn {
            throw PeopleRefusal.importFollowedUp
        }
    }

    private func mark(_ head: [String]) -> [UInt8] {
        Array(
            keys.mark("import-columns", Array(head.joined(separator: "\u{1F}").utf8)).prefix(16)
        )
    }
}
