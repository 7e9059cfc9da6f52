package import Ledger
package import Office
import Site
package import Stories

/// Loads a piece of news, decides and records.
package struct NewsDesk: Sendable {
    let store: RecordStore
    let now: @Sendable () -> Instant

    package init(store: RecordStore, now: @escaping @Sendable () -> Instant) {
        self.store = store
        self.now = now
    }

    /// Who asks for something, and the state of the piece that the page showed.
    package struct Asked: Sendable {
        let standing: Standing
        let seen: Version?

        package init(_ standing: Standing, seen: Version?) {
            self.standing = standing
            self.seen = seen
        }
    }

    /// Refuses whoever has no business in the newsroom.
    static func admit(_ official: SignedIn) throws(NewsroomRefusal) {
        guard official.standing.isEditor else { throw .notYourDuty }
    }

    /// How far a piece has come: a form sends it back, so that nothing unseen is overwritten.
    package func version(of id: OpaqueID) async throws -> Version {
        try await store.state(of: Stream(NewsStory.kind, id), as: NewsStory.self).version
    }

    /// Keeps a text until another official approves it.
    package func save(
        _ text: NewsText,
        correction: String = "",
        of id: OpaqueID,
        _ asked: Asked
    ) async throws {
        var content = [try text.bytes()]
        let piece = NewsPiece(
            Public(of: content[0]),
            in: text.section,
            picture: text.picture?.digest
        )
        if let picture = piece.picture {
            let bytes = try await store.glance { try $0.pictureAtWork(picture) }
            guard let bytes else { throw NewsroomRefusal.pictureGone }
            content.append(bytes)
        }
        let note = correction.isEmpty ? nil : Array(correction.utf8)
        if let note { content.append(note) }
        try await record(
            .save(piece, correction: note.map { Public(of: $0) }),
            of: id,
            asked,
            content: content
        )
    }

    /// Gives up what waits; what everybody reads stays as it is.
    package func discard(_ id: OpaqueID, _ asked: Asked) async throws {
        try await record(.discard, of: id, asked, content: [])
    }

    /// Publishes what another official has written.
    package func approve(_ text: NewsText, of id: OpaqueID, _ asked: Asked) async throws {
        try await record(.approve(as: text.address(of: id)), of: id, asked, content: [])
    }

    /// Takes back what was published; readers see why.
    package func withdraw(_ reason: String, of id: OpaqueID, _ asked: Asked) async throws {
        let bytes = Array(reason.utf8)
        try await record(.withdraw(Public(of: bytes)), of: id, asked, content: [bytes])
    }

    private func record(
        _ command: NewsCommand,
        of id: OpaqueID,
        _ asked: Asked,
        content: [[UInt8]]
    ) async throws {
        let stream = Stream(NewsStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: NewsStory.self)
        let by = asked.standing.official
        let decision = try NewsStory.decide(
            state,
            command,
            KnownOfNews(by: by, isEditor: asked.standing.isEditor)
        )
        guard asked.seen == version else { throw NewsroomRefusal.movedOn }
        var append = try Append(
            decision,
            to: stream,
            at: now(),
            by: by,
            expecting: [stream: version]
        )
        append.content = content
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw NewsroomRefusal.movedOn
        }
    }
}
