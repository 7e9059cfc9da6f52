import Crypto
package import Ledger
package import Stories

/// Publishes, switches off and on: what is in force goes through here.
package struct PublicationsDesk: Sendable {
    let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    /// Each publication has one stream, found by its name.
    package static func stream(of name: Code) -> Stream {
        Stream(PublicationStory.kind, streamID(of: "publication/\(name)"))
    }

    /// The id that a name always has.
    static func streamID(of name: String) -> OpaqueID {
        let digest = Array(SHA256.hash(data: Array(name.utf8)))
        guard let id = OpaqueID(bytes: digest.prefix(16)) else {
            preconditionFailure("a digest has more than 16 bytes")
        }
        return id
    }

    /// What content is called by a fact.
    package static func digest(of bytes: [UInt8]) -> Public {
        Public(digest: Array(SHA256.hash(data: bytes)))
    }

    /// Carries out a command; `content` are the public bytes that its fact names.
    package func handle(
        _ command: PublicationCommand,
        on name: Code,
        content: [[UInt8]] = [],
        at now: Instant,
        by actor: Actor
    ) async throws {
        let stream = Self.stream(of: name)
        let (state, version) = try await store.state(of: stream, as: PublicationStory.self)
        let decision = try PublicationStory.decide(state, command, ())
        guard !decision.facts.isEmpty else { return }
        var append = try Append(
            decision,
            to: stream,
            at: now,
            by: actor,
            expecting: [stream: version]
        )
        append.content = content
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw PublicationRefusal.nothingAsked
        }
    }
}
