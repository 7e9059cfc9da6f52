package import Stories

/// The story of one record of a register: entered, corrected, ended.
///
/// A register needs no table of its own; what a record says is sealed in its own dossier. What may
/// stand only once is held by a claim for as long as a record says it.
package enum RegisterStory: Story {
    package static let kind: StreamKind = "record"
    package static let beginning = RegisterRecord()

    package static func evolve(_ state: inout RegisterRecord, _ fact: RegisterFact) {
        switch fact {
        case .entered(let entry):
            state.register = entry.register
            state.content = entry.content
            state.dossier = entry.dossier
        case .corrected(let revision): state.content = revision.content
        case .contentErased:
            state.content = nil
            state.isErased = true
        case .ended: state.isEnded = true
        }
    }

    package static func decide(
        _ state: RegisterRecord,
        _ command: RegisterCommand,
        _ known: KnownOfRegister
    ) throws(RegisterRefusal) -> Decision<RegisterFact> {
        switch command {
        case .enter(let register, let from, let content):
            guard state.register == nil else { throw .alreadyEntered }
            let sealed = known.sealer.seal(content.bytes, in: known.dossier, known.draw)
            let entry = RegisterFact.Entry(
                register: register,
                dossier: known.dossier,
                from: from,
                content: sealed.sealed,
                keys: content.keys
            )
            let held = content.held(in: register)
            return Decision(
                [.entered(entry)],
                sealed: [sealed.payload],
                claims: held.map { [$0.taken] } ?? []
            )
        case .correct(let content, let source):
            guard let register = state.register, state.content != nil, !state.isEnded else {
                throw .notEntered
            }
            let sealed = known.sealer.seal(content.bytes, in: known.dossier, known.draw)
            let revision = RegisterFact.Revision(
                content: sealed.sealed,
                source: source,
                keys: content.keys
            )
            let (was, now) = (known.says?.held(in: register), content.held(in: register))
            return Decision(
                [.corrected(revision)],
                sealed: [sealed.payload],
                claims: was == now ? [] : [was?.given, now?.taken].compactMap(\.self)
            )
        case .erase(let erased):
            guard state.register != nil, !state.isErased else { throw .notEntered }
            return Decision([.contentErased(erased)], claims: freed(state, known))
        case .end(let from, let reason):
            guard state.register != nil, !state.isEnded else { throw .notEntered }
            let sealed = reason.map { known.sealer.seal($0, in: known.dossier, known.draw) }
            let ending = RegisterFact.Ending(from: from, reason: sealed?.sealed)
            return Decision(
                [.ended(ending)],
                sealed: sealed.map { [$0.payload] } ?? [],
                claims: freed(state, known)
            )
        }
    }

    /// An ended record holds nothing any more: another may say the same by now.
    private static func freed(_ state: RegisterRecord, _ known: KnownOfRegister) -> [Claim] {
        guard !state.isEnded, let register = state.register else { return [] }
        return known.says?.held(in: register).map { [$0.given] } ?? []
    }
}

/// A record as the facts leave it.
package struct RegisterRecord: Hashable, Sendable {
    package var register: Code?
    package var dossier: DossierID?
    package var content: Sealed?
    package var isEnded = false
    package var isErased = false

    package init() {}
}

/// What can be asked of a record.
package enum RegisterCommand: Hashable, Sendable {
    /// `from` is what writes it: a case, a batch of an import.
    case enter(register: Code, from: Stream, content: RecordContent)

    /// Its fields anew: answers were put right, or a case asked for it.
    case correct(content: RecordContent, source: RegisterFact.Source)

    /// Nothing of what it says is to be left.
    case erase(ErasedAnswers)

    /// It is not so any more; `from` is the batch that is undone, `reason` the words of a person.
    case end(from: Stream?, reason: [UInt8]?)
}

/// What a decision about a record may know.
package struct KnownOfRegister: Sendable {
    package let draw: Draw
    package let sealer: Sealer
    package let dossier: DossierID

    /// What the record says before the decision, where it is there already and readable.
    package let says: RecordContent?

    package init(draw: Draw, sealer: Sealer, dossier: DossierID, says: RecordContent? = nil) {
        self.draw = draw
        self.sealer = sealer
        self.dossier = dossier
        self.says = says
    }
}
