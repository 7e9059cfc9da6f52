package import Ledger
package import Stories

/// Opens drafts and takes in their changes.
package struct DraftsDesk: Sendable {
    let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    /// Each publication has one stream of drafts, found by its name.
    package static func stream(of name: Code) -> Stream {
        Stream(DraftStory.kind, PublicationsDesk.streamID(of: "draft/\(name)"))
    }

    /// The draft of a publication; nil where nobody began one.
    package func draft(of name: Code) async throws -> OpenDraft? {
        try await store.read { reader in try reader.draft(of: name) }
    }

    /// Begins a draft from the files of an edition, or from others.
    package func start(
        _ name: Code,
        from archive: FolderArchive,
        at now: Instant,
        by actor: Actor
    ) async throws {
        try await start([(name, archive)], at: now, by: actor)
    }

    /// Begins the drafts of several publications at once: all of them, or none.
    package func start(
        _ drafts: [(name: Code, archive: FolderArchive)],
        at now: Instant,
        by actor: Actor
    ) async throws {
        var append = Append(at: now, by: actor, expecting: [:])
        for (name, archive) in drafts {
            let stream = Self.stream(of: name)
            let (state, version) = try await store.state(of: stream, as: DraftStory.self)
            append.expecting[stream] = version
            let bytes = archive.bytes
            let base = PublicationsDesk.digest(of: bytes)
            let command = DraftCommand.start(name, base: base, by: actor)
            try append.add(DraftStory.decide(state, command, ()), to: stream)
            append.content.append(bytes)
        }
        guard !append.events.isEmpty else { return }
        try await record(append)
    }

    /// Ends a draft, where there is one, and begins another from these files in the same moment.
    package func startAnew(
        _ name: Code,
        inPlaceOf draft: OpenDraft?,
        from archive: FolderArchive,
        at now: Instant,
        by actor: Actor
    ) async throws {
        let stream = Self.stream(of: name)
        let (before, version) = try await store.state(of: stream, as: DraftStory.self)
        var state = before
        if let draft, draft.version != version { throw DraftRefusal.changedMeanwhile }
        var append = Append(at: now, by: actor, expecting: [stream: version])
        let bytes = archive.bytes
        let base = PublicationsDesk.digest(of: bytes)
        let closing: [DraftCommand] = draft == nil ? [] : [.close(by: actor)]
        for command in closing + [.start(name, base: base, by: actor)] {
            let decision = try DraftStory.decide(state, command, ())
            for fact in decision.facts { DraftStory.evolve(&state, fact) }
            try append.add(decision, to: stream)
        }
        append.content = [bytes]
        try await record(append)
    }

    /// Takes in the files that somebody changed, against the draft as they saw it.
    ///
    /// - Parameter files: without bytes: the file is gone.
    /// - Throws: `DraftRefusal.changedMeanwhile` where the draft has moved on.
    package func change(
        _ draft: OpenDraft,
        files: [FolderArchive.File],
        edits: [UInt8],
        at now: Instant,
        by actor: Actor
    ) async throws {
        guard let patch = FolderArchive(files)?.bytes else { throw DraftRefusal.doesNotFit }
        let change = DraftChange(
            patch: PublicationsDesk.digest(of: patch),
            edits: PublicationsDesk.digest(of: edits)
        )
        try await append(
            .change(change, by: actor),
            to: draft.name,
            expecting: draft.version,
            [patch, edits],
            now,
            actor
        )
    }

    /// Undoes, does again, or throws away.
    package func handle(
        _ command: DraftCommand,
        on draft: OpenDraft,
        at now: Instant,
        by actor: Actor
    ) async throws {
        try await append(command, to: draft.name, expecting: draft.version, [], now, actor)
    }

    private func append(
        _ command: DraftCommand,
        to name: Code,
        expecting expected: Version? = nil,
        _ content: [[UInt8]],
        _ now: Instant,
        _ actor: Actor
    ) async throws {
        let stream = Self.stream(of: name)
        let (state, version) = try await store.state(of: stream, as: DraftStory.self)
        if let expected, expected != version { throw DraftRefusal.changedMeanwhile }
        let decision = try DraftStory.decide(state, command, ())
        var append = try Append(
            decision,
            to: stream,
            at: now,
            by: actor,
            expecting: [stream: version]
        )
        append.content = content
        try await record(append)
    }

    private func record(_ append: Append) async throws {
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw DraftRefusal.changedMeanwhile
        }
    }
}

/// A draft with its files as they are now.
package struct OpenDraft: Sendable {
    package let name: Code

    /// Of its stream: whoever changes it says which they saw.
    package let version: Version

    /// The archive that it began from.
    package let base: FolderArchive

    /// The files now.
    package let archive: FolderArchive

    /// Oldest first.
    package let changes: [Change]

    /// Whether something was undone that may be done again.
    package let canRedo: Bool

    /// One change: what, by whom, when.
    package struct Change: Sendable {
        /// The edits in the form of an overlay.
        package let edits: [UInt8]
        package let editor: OpaqueID
        package let at: Instant
    }
}

extension Reader {
    /// The draft of a publication; nil where nobody began one.
    package func draft(of name: Code) throws(StoreError) -> OpenDraft? {
        let history = try history(of: DraftsDesk.stream(of: name))
        var state = DraftStory.beginning
        var told: [DraftChange: (editor: OpaqueID, at: Instant)] = [:]
        for event in history {
            let fact = try event.fact(DraftFact.self)
            DraftStory.evolve(&state, fact)
            if case .changed(let change, let actor) = fact { told[change] = (actor.id, event.at) }
        }
        guard let base = state.base, let name = state.name else { return nil }
        let first = try archive(base)
        var files = Dictionary(uniqueKeysWithValues: first.files.map { ($0.path, $0) })
        var changes: [OpenDraft.Change] = []
        for change in state.changes {
            for file in try archive(change.patch).files {
                files[file.path] = file.bytes.isEmpty ? nil : file
            }
            guard let told = told[change] else { continue }
            let edits = try content(change.edits) ?? []
            changes.append(OpenDraft.Change(edits: edits, editor: told.editor, at: told.at))
        }
        guard let now = FolderArchive(Array(files.values)) else {
            throw StoreError(.damaged, "the files of a draft")
        }
        return OpenDraft(
            name: name,
            version: history.last?.version ?? 0,
            base: first,
            archive: now,
            changes: changes,
            canRedo: !state.taken.isEmpty
        )
    }

    /// The drafts that are open, by the names of their publications.
    package func openDrafts() throws(StoreError) -> [Code] {
        var names: [Code] = []
        for row in try rows("SELECT name FROM blueprint_drafts WHERE is_open = 1 ORDER BY name") {
            names.append(try row.get("name"))
        }
        return names
    }

    private func archive(_ digest: Public) throws(StoreError) -> FolderArchive {
        guard let bytes = try content(digest), let archive = FolderArchive(bytes: bytes) else {
            throw StoreError(.damaged, "the files of a draft")
        }
        return archive
    }
}

/// Which publications have a draft.
package enum DraftsView {
    package static let view = ViewOfRecord(
        "blueprint-drafts",
        .now,
        of: [DraftStory.kind],
        tables: ["blueprint_drafts"],
        schema: [
            """
            CREATE TABLE blueprint_drafts (stream BLOB PRIMARY KEY, name TEXT NOT NULL, \
            is_open BIGINT NOT NULL)
            """
        ],
        project: { projection in
            let stream = projection.event.stream.id
            switch try projection.event.fact(DraftFact.self) {
            case .started(let name, _, _):
                return [
                    """
                    INSERT INTO blueprint_drafts (stream, name, is_open) \
                    VALUES (\(stream), \(name), \(1)) \
                    ON CONFLICT (stream) DO UPDATE SET is_open = excluded.is_open
                    """
                ]
            case .changed, .undone, .redone: return []
            case .closed:
                return ["UPDATE blueprint_drafts SET is_open = 0 WHERE stream = \(stream)"]
            }
        }
    )
}
