package import Blueprints
import Cases
import Crypto
package import Ledger
package import Stories

/// Opens, keeps and resumes drafts, and takes in their files.
package struct DraftDesk: Sendable {
    let drafts: Drafts
    let files: FileVault
    let throttles: Throttles
    let keys: Keys
    let draw: Draw
    let turns = DraftTurns()

    package init(store: RecordStore, files: FileVault, keys: Keys, draw: Draw = .random) {
        drafts = Drafts(store)
        throttles = Throttles(store)
        self.files = files
        self.keys = keys
        self.draw = draw
    }

    /// A new draft of a service on this device.
    package func start(
        _ service: PublicService,
        device: String,
        at now: Instant
    ) async throws -> Draft {
        var draft = Draft(
            id: draw.id(),
            caseID: CaseID(draw.id()),
            service: service,
            device: mark(device),
            at: now
        )
        try await keep(&draft, at: now)
        return draft
    }

    /// The draft of a form that was shown before anything was kept: its id came with the page.
    ///
    /// Nothing is kept yet where it is new.
    package func openOrBegin(
        _ id: OpaqueID,
        of service: PublicService,
        device: String,
        at now: Instant
    ) async throws -> Draft {
        guard let draft = try await drafts.opened(id, at: now).map({ try Draft(id: id, $0) })
        else {
            return Draft(
                id: id,
                caseID: CaseID(draw.id()),
                service: service,
                device: mark(device),
                at: now
            )
        }
        guard draft.devices.contains(mark(device)), draft.service == service.id.text else {
            throw ServiceRefusal.noSuchDraft
        }
        return draft
    }

    /// The draft, if this device may open it.
    package func open(
        _ id: OpaqueID,
        device: String,
        at now: Instant,
        _ reader: Reader
    ) throws -> Draft {
        guard let opened = try drafts.opened(id, at: now, reader) else {
            throw ServiceRefusal.noSuchDraft
        }
        let draft = try Draft(id: id, opened)
        guard draft.devices.contains(mark(device)) else { throw ServiceRefusal.noSuchDraft }
        return draft
    }

    /// Keeps what was changed; it lasts 30 days from now.
    ///
    /// Refused as moved on where somebody else kept it since it was opened: see `inTurn`.
    package func keep(_ draft: inout Draft, at now: Instant) async throws {
        draft.saved = now
        draft.turn = try await keep(draft.bytes, as: draft.id, seen: draft.turn, at: now)
    }

    /// What is kept beside the drafts in their way: nil where there is nothing, or no longer.
    func contents(of id: OpaqueID, at now: Instant) async throws -> Drafts.Opened? {
        try await drafts.opened(id, at: now)
    }

    /// Keeps it where nobody did since `seen`; its next turn.
    @discardableResult
    func keep(
        _ bytes: [UInt8],
        as id: OpaqueID,
        seen: Int64?,
        at now: Instant
    ) async throws -> Int64 {
        switch try await drafts.keep(id, bytes, seen: seen, at: now) {
        case .kept(let turn): return turn
        case .movedOn: throw ServiceRefusal.draftMovedOn
        }
    }

    /// Changes a draft that somebody may open.
    package func change(
        _ id: OpaqueID,
        at now: Instant,
        _ change: (inout Draft) -> Void
    ) async throws -> Draft {
        try await inTurn(of: id) {
            guard let opened = try await drafts.opened(id, at: now) else {
                throw ServiceRefusal.noSuchDraft
            }
            var draft = try Draft(id: id, opened)
            change(&draft)
            try await keep(&draft, at: now)
            return draft
        }
    }

    /// A code with which the draft opens on another device.
    package func giveCode(to draft: Draft) async throws -> String {
        guard let code = try await drafts.giveCode(to: draft.id, draw: draw) else {
            throw ServiceRefusal.noSuchDraft
        }
        return code
    }

    /// Opens a draft by its code and lets this device go on with it.
    ///
    /// Tries are counted for each device and for each sender, `from` being the sender's address.
    package func resume(
        _ code: String,
        device: String,
        from sender: String,
        at now: Instant
    ) async throws -> Draft {
        if let until = try await throttles.attempt("resume", Array(sender.utf8), at: now) {
            let minutes = max(1, until.seconds(since: now) / 60)
            throw ServiceRefusal.tooManyTries(until: "\(minutes) menit")
        }
        guard let id = try await drafts.resume(code, at: now) else {
            throw ServiceRefusal.noSuchDraft
        }
        let device = mark(device)
        let draft = try await change(id, at: now) { $0.devices.insert(device) }
        try await throttles.clear("resume", Array(sender.utf8))
        return draft
    }

    /// Seals a file of a draft on disk before this returns; it is the draft's once that is kept.
    package func write(
        _ bytes: [UInt8],
        _ kind: SentFile.Kind,
        of draft: Draft,
        at now: Instant
    ) async throws -> SentFile {
        let kept = try await files.write(bytes, in: draft.caseID.dossier, at: now, draw: draw)
        return SentFile(id: kept.id, size: kept.size, kind: kind)
    }

    /// The statements that end the draft with its submission.
    package func ending(_ draft: Draft, at now: Instant) -> [SQL] {
        drafts.ending(draft.id, at: now)
    }

    /// The key under which a draft is sent from a device, for ever.
    package func command(_ id: OpaqueID, from device: String, content: [UInt8]) -> CommandKey {
        .draft(id, content: content, holder: Array(mark(device).utf8))
    }

    /// Removes drafts whose time is over, and files that neither a case nor a draft holds.
    ///
    /// A file is left alone for a day: its draft may be on the way.
    package func sweep(at now: Instant) async throws {
        try await drafts.sweep(at: now)
        let held = try await drafts.contents().flatMap { bytes in
            // Files that wait to be brought in are kept in the same way, and hold none on disk.
            guard bytes.first == UInt8(ascii: "{") else { return [OpaqueID]() }
            return try Draft(id: OpaqueID(high: 0, low: 0), bytes: bytes).allFiles.map(\.id)
        }
        _ = try await files.sweep(before: now.adding(seconds: -86_400), keeping: Set(held))
    }

    /// A device's cookie as drafts remember it.
    private func mark(_ device: String) -> String {
        hexadecimal(keys.mark("device", Array(device.utf8)).prefix(16))
    }
}
