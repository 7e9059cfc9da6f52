import Blueprints
import Feel
import Ledger
import Office
import Registers
import Stories

/// Enters, corrects and ends records by the hand of an official, without a case.
struct RecordsDesk: Sendable {
    let store: RecordStore
    var sealer = Sealer.sha256
    var draw = Draw.random

    /// Whose hand it is, and when.
    struct Hand: Sendable {
        let official: OpaqueID
        let now: Instant

        /// The request of a person that it carries out.
        var request: OpaqueID?

        var actor: Actor { Actor(official) }

        /// A record names what brought it: here the official, by their own stream.
        var source: Stream { Stream(OfficialStory.kind, official) }
    }

    /// A record that somebody looks at, at the version that their page showed.
    struct Seen: Sendable {
        let id: OpaqueID
        let version: Version
    }

    /// Why a record is erased, what it holds alone, and what else was read for that.
    struct Erasing: Sendable {
        let erased: ErasedAnswers
        let keys: RegisterKeys
        let beside: [Stream: Version]
    }

    /// Enters a record under the id that its form carries: sent twice, it stands once.
    func enter(
        _ fields: TypedAnswers,
        as id: OpaqueID,
        in register: ReadableRegister,
        by hand: Hand
    ) async throws {
        let (code, content) = (try register.writable, register.content(fields))
        let (holder, version) = try await store.read { reader in
            let stream = Stream(RegisterStory.kind, id)
            return (
                try reader.holder(of: content, in: code),
                try reader.state(of: stream, as: RegisterStory.self).version
            )
        }
        guard version == 0 else { return }
        guard holder == nil else { throw RegisterRefusal.keyTaken }
        let decision = try RegisterStory.decide(
            RegisterStory.beginning,
            .enter(register: code, from: hand.source, content: content),
            KnownOfRegister(draw: draw, sealer: sealer, dossier: DossierID(id))
        )
        try await append(decision, to: Stream(RegisterStory.kind, id), after: 0, hand)
    }

    /// Lets a record say another thing from now on; what it said stays in its history.
    func correct(
        _ seen: Seen,
        to fields: TypedAnswers,
        in register: ReadableRegister,
        by hand: Hand
    ) async throws {
        let (code, content) = (try register.writable, register.content(fields))
        let (written, holder) = try await store.read { reader in
            (try standing(seen, in: code, reader), try reader.holder(of: content, in: code))
        }
        guard written.content != fields else { return }
        if let holder, holder.id != seen.id { throw RegisterRefusal.keyTaken }
        let decision = try RegisterStory.decide(
            written.state,
            .correct(
                content: content,
                source: RegisterFact.Source(hand.source, request: hand.request)
            ),
            known(of: written, by: register.register.keys)
        )
        try await append(decision, to: written.stream, after: seen.version, hand)
    }

    /// Ends a record: it holds no longer, and what was its own alone is free again.
    func end(
        _ seen: Seen,
        because reason: String,
        in register: ReadableRegister,
        by hand: Hand
    ) async throws {
        let code = try register.writable
        let written = try await store.read { try standing(seen, in: code, $0) }
        let decision = try RegisterStory.decide(
            written.state,
            .end(from: hand.source, reason: Array(reason.utf8)),
            known(of: written, by: register.register.keys)
        )
        try await append(decision, to: written.stream, after: seen.version, hand)
    }

    /// Ends a record of which nothing is to be left, and says what will be gone.
    ///
    /// The key is destroyed afterwards by whoever asks; false where somebody was quicker.
    func erase(
        _ record: WrittenRecord,
        _ erasing: Erasing,
        by hand: Hand
    ) async throws -> Bool {
        let seen = erasing.beside.merging([record.stream: record.version]) { $1 }
        let known = known(of: record, by: erasing.keys)
        var append = Append(at: hand.now, by: hand.actor, expecting: seen)
        var state = record.state
        if !state.isEnded {
            let ending = try RegisterStory.decide(state, .end(from: nil, reason: nil), known)
            try append.add(ending, to: record.stream)
            for fact in ending.facts { RegisterStory.evolve(&state, fact) }
        }
        try append.add(
            RegisterStory.decide(state, .erase(erasing.erased), known),
            to: record.stream
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return true
        case .conflict, .taken, .otherContent: return false
        }
    }

    /// What a decision about a standing record of a register may know.
    func known(of record: WrittenRecord, by keys: RegisterKeys) -> KnownOfRegister {
        KnownOfRegister(
            draw: draw,
            sealer: sealer,
            dossier: DossierID(record.id),
            says: record.content.map {
                RecordContent($0, unique: keys.unique, found: keys.found)
            }
        )
    }

    private func standing(_ seen: Seen, in code: Code, _ reader: Reader) throws -> WrittenRecord {
        guard let record = try reader.record(seen.id), record.register == code,
            record.content != nil, record.ended == nil
        else { throw RegisterRefusal.notEntered }
        let written = try reader.written(record)
        guard written.version == seen.version else { throw RegisterRefusal.movedOn }
        return written
    }

    private func append(
        _ decision: Decision<RegisterFact>,
        to stream: Stream,
        after version: Version,
        _ hand: Hand
    ) async throws {
        let append = try Append(
            decision,
            to: stream,
            at: hand.now,
            by: hand.actor,
            expecting: [stream: version]
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .otherContent: throw RegisterRefusal.movedOn
        case .taken: throw RegisterRefusal.keyTaken
        }
    }
}

extension ReadableRegister {
    var writable: Code {
        get throws {
            guard let code else { throw RegisterRefusal.notEntered }
            return code
        }
    }

    /// What a record of this register says, with what it is held and found by.
    func content(_ fields: TypedAnswers) -> RecordContent {
        RecordContent(fields, unique: register.keys.unique, found: register.keys.found)
    }
}
