import Crypto
import Ledger
import Office
import Site
import Stories

/// Loads a piece of news, decides and records.
struct NewsDesk: Sendable {
    let store: RecordStore
    let now: @Sendable () -> Instant

    /// Who asks for something, and the state of the piece that the page showed.
    struct Asked: Sendable {
        let official: SignedIn
        let seen: Version?
    }

    /// Refuses whoever has no business in the newsroom.
    static func admit(_ official: SignedIn) throws(NewsroomRefusal) {
        guard official.standing.isEditor else { throw .notYourDuty }
    }

    /// How far a piece has come: a form sends it back, so that nothing unseen is overwritten.
    func version(of id: OpaqueID) async throws -> Version {
        try await store.state(of: Stream(NewsStory.kind, id), as: NewsStory.self).version
    }

    func save(
        _ text: NewsText,
        _ correction: String,
        of id: OpaqueID,
        _ asked: Asked
    ) async throws {
        let bytes = try text.bytes()
        let note = correction.isEmpty ? nil : Array(correction.utf8)
        try await record(
            .save(Self.digest(bytes), correction: note.map(Self.digest)),
            of: id,
            asked,
            content: [bytes] + (note.map { [$0] } ?? [])
        )
    }

    func approve(_ text: NewsText, of id: OpaqueID, _ asked: Asked) async throws {
        try await record(.approve(as: text.address(of: id)), of: id, asked, content: [])
    }

    func withdraw(_ reason: String, of id: OpaqueID, _ asked: Asked) async throws {
        let bytes = Array(reason.utf8)
        try await record(.withdraw(Self.digest(bytes)), of: id, asked, content: [bytes])
    }

    private func record(
        _ command: NewsCommand,
        of id: OpaqueID,
        _ asked: Asked,
        content: [[UInt8]]
    ) async throws {
        let stream = Stream(NewsStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: NewsStory.self)
        let by = asked.official.standing.official
        let decision = try NewsStory.decide(
            state,
            command,
            KnownOfNews(by: by, isEditor: asked.official.standing.isEditor)
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

    private static func digest(_ bytes: [UInt8]) -> Public {
        Public(digest: Array(SHA256.hash(data: bytes)))
    }
}
