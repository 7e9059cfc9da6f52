package import Ledger
package import Stories

/// Loads an agreement, decides, and records what follows.
package struct AgreementsDesk: Sendable {
    let store: RecordStore

    /// Those that a new agreement is begun under.
    let rules: CooperationRules
    let roots: any RootWords
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        rules: CooperationRules,
        roots: any RootWords,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.rules = rules
        self.roots = roots
        self.now = now
    }

    /// Who asks, on which day, and the version that the page showed.
    package struct Asked: Sendable {
        let by: Actor
        let seen: Version
        let today: Day

        package init(by: Actor, seen: Version, today: Day) {
            (self.by, self.seen, self.today) = (by, seen, today)
        }
    }

    /// - Throws: `CooperationRefusal`, `movedOn` where the agreement is not as it was seen.
    package func record(
        _ command: AgreementCommand,
        on id: OpaqueID,
        _ asked: Asked,
        file: KeptFile? = nil
    ) async throws {
        let stream = Stream(AgreementStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: AgreementStory.self)
        let (rules, typed) = try await store.read { reader in
            let rules = try state.begun.map { try reader.rules($0.rules, or: self.rules) }
            let typed = try state.typedRoots.mapValues { root in
                try reader.texts(of: root.words.id)["kata"]
            }
            return (rules ?? self.rules, typed)
        }
        var known = KnownOfAgreement(
            by: asked.by,
            today: asked.today,
            rules: rules,
            sealing: TextsSealing(in: DossierID(id), by: .sha256),
            roots: roots
        )
        known.typed = typed
        let decision = try AgreementStory.decide(state, command, known)
        guard version == asked.seen else { throw CooperationRefusal.movedOn }
        var append = try Append(
            decision,
            to: stream,
            at: now(),
            by: asked.by,
            expecting: [stream: version]
        )
        append.files = file.map { [$0] } ?? []
        if state.begun == nil { append.content = [rules.bytes] }
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw CooperationRefusal.movedOn
        }
    }
}

extension Reader {
    /// The rules that an agreement has kept; those in use where it is the same text.
    func rules(_ digest: Public, or current: CooperationRules) throws -> CooperationRules {
        if digest == current.digest { return current }
        guard let bytes = try content(digest) else { return current }
        return try CooperationRules(bytes)
    }
}
