import Exchange
import Ledger
import Office
import Site
import Stories

/// A replication as its pages show it, with who said it last and when.
struct LoadedReplication: Sendable {
    var state = Replication()
    var version = Version(0)
    var source = ""
    var texts: [String: String] = [:]
    var baselined: Entry?
    var told: Entry?

    /// Who said something, and when.
    struct Entry: Sendable {
        let at: Instant
        let name: String?
    }
}

extension ComparisonFeature {
    /// One service of one blueprint, one stream: named so that two nodes find the same.
    static func stream(of service: EvidenceService) -> Stream {
        let name = "replication/\(service.blueprint)/\(service.code)"
        guard let id = OpaqueID(bytes: digestBytes(Array(name.utf8)).prefix(16)) else {
            preconditionFailure("a digest has more than 16 bytes")
        }
        return Stream(ReplicationStory.kind, id)
    }

    func replication(
        of service: EvidenceService,
        _ reader: Ledger.Reader
    ) throws -> LoadedReplication {
        var loaded = LoadedReplication()
        for event in try reader.history(of: Self.stream(of: service)) {
            let fact = try event.fact(ReplicationFact.self)
            ReplicationStory.evolve(&loaded.state, fact)
            loaded.version = event.version
            let entry = LoadedReplication.Entry(
                at: event.at,
                name: try reader.name(of: event.by.id)
            )
            switch fact {
            case .based: loaded.baselined = entry
            case .told: loaded.told = entry
            }
        }
        if let source = loaded.state.baseline?.source {
            loaded.source =
                try reader.content(source).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        if let texts = loaded.state.told?.texts, let bytes = try reader.content(texts) {
            loaded.texts = try Self.texts(bytes)
        }
        return loaded
    }

    /// Texts by the names of their fields, as one document.
    static func bytes(of texts: [String: String]) throws -> [UInt8] {
        var members = FactFields()
        for (name, text) in texts where !text.isEmpty { members[name] = .text(text) }
        return try CanonicalJSON.write(FactValue.object(members))
    }

    private static func texts(_ bytes: [UInt8]) throws -> [String: String] {
        guard case .object(let members) = try CanonicalJSON.read(bytes) else { return [:] }
        var texts: [String: String] = [:]
        for member in members {
            if case .text(let text) = member.value { texts[member.name] = text }
        }
        return texts
    }

    /// Decides and records; the version is the one that the page showed.
    func record(
        _ command: ReplicationCommand,
        keeping content: [UInt8],
        of service: EvidenceService,
        seen: Version,
        by official: SignedIn
    ) async throws {
        let stream = Self.stream(of: service)
        let (state, version) = try await store.state(of: stream, as: ReplicationStory.self)
        guard version == seen else { throw ComparisonRefusal.movedOn }
        let decision = try ReplicationStory.decide(state, command, ())
        guard !decision.facts.isEmpty else { return }
        var append = try Append(
            decision,
            to: stream,
            at: now(),
            by: official.standing.official,
            expecting: [stream: version]
        )
        append.content = [content]
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw ComparisonRefusal.movedOn
        }
    }
}
