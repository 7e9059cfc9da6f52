package import Cases
package import Stories

/// The story of one record of a register: entered by a case, corrected, ended.
///
/// A register needs no table of its own; what a record says is sealed in its own dossier.
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
            let sealed = known.sealer.seal(content, in: known.dossier, known.draw)
            let entry = RegisterFact.Entry(
                register: register,
                dossier: known.dossier,
                from: from,
                content: sealed.sealed
            )
            return Decision([.entered(entry)], sealed: [sealed.payload])
        case .correct(let content, let source):
            guard state.content != nil, !state.isEnded else { throw .notEntered }
            let sealed = known.sealer.seal(content, in: known.dossier, known.draw)
            let revision = RegisterFact.Revision(content: sealed.sealed, source: source)
            return Decision([.corrected(revision)], sealed: [sealed.payload])
        case .erase(let erased):
            guard state.register != nil, !state.isErased else { throw .notEntered }
            return Decision([.contentErased(erased)])
        case .end:
            guard state.register != nil, !state.isEnded else { throw .notEntered }
            return Decision([.ended])
        }
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
    /// `content` are the fields in their canonical bytes; `from` is the case that writes it.
    case enter(register: Code, from: Stream, content: [UInt8])

    /// Its fields anew, because the answers were put right from which they came.
    case correct(content: [UInt8], source: RegisterFact.Source)

    /// Nothing of what it says is to be left.
    case erase(ErasedAnswers)
    case end
}

/// What a decision about a record may know.
package struct KnownOfRegister: Sendable {
    package let draw: Draw
    package let sealer: Sealer
    package let dossier: DossierID

    package init(draw: Draw, sealer: Sealer, dossier: DossierID) {
        self.draw = draw
        self.sealer = sealer
        self.dossier = dossier
    }
}

/// What happened to a record.
package enum RegisterFact: Hashable, Sendable {
    case entered(Entry)

    /// It says another thing since answers were put right.
    case corrected(Revision)

    /// What it said is destroyed, with the answers of the case that wrote it.
    case contentErased(ErasedAnswers)
    case ended

    package struct Entry: Hashable, Sendable {
        package let register: Code
        package let dossier: DossierID
        package let from: Stream
        package let content: Sealed

        package init(register: Code, dossier: DossierID, from: Stream, content: Sealed) {
            self.register = register
            self.dossier = dossier
            self.from = from
            self.content = content
        }
    }
}

extension RegisterFact {
    /// What a record says anew, and from where that came.
    package struct Revision: Hashable, Sendable {
        package let content: Sealed
        package let source: Source

        package init(content: Sealed, source: Source) {
            (self.content, self.source) = (content, source)
        }
    }

    /// The case whose answers were put right, and the request of its person.
    package struct Source: Hashable, Sendable {
        package let from: Stream
        package let request: OpaqueID

        package init(_ from: Stream, request: OpaqueID) {
            (self.from, self.request) = (from, request)
        }
    }
}

extension RegisterFact: FactShape {
    package var kind: Code {
        switch self {
        case .entered: "entered"
        case .corrected: "corrected"
        case .contentErased: "content_erased"
        case .ended: "ended"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .entered(let entry):
            fields.put("register", entry.register)
            fields.put("dossier", entry.dossier)
            fields.put("from", entry.from)
            fields.put("content", entry.content)
        case .corrected(let revision):
            fields.put("content", revision.content)
            fields.put("from", revision.source.from)
            fields.put("request", revision.source.request)
        case .contentErased(let erased): erased.write(to: &fields)
        case .ended: break
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "entered":
            self = .entered(
                Entry(
                    register: try fields.get("register"),
                    dossier: try fields.get("dossier"),
                    from: try fields.get("from"),
                    content: try fields.get("content")
                )
            )
        case "corrected":
            self = .corrected(
                Revision(
                    content: try fields.get("content"),
                    source: Source(try fields.get("from"), request: try fields.get("request"))
                )
            )
        case "content_erased": self = .contentErased(try ErasedAnswers(from: fields))
        case "ended": self = .ended
        default: throw FactUnreadable("no fact of a record: \(kind)")
        }
    }
}

/// What a register refuses.
package enum RegisterRefusal: Refusal, Hashable {
    case alreadyEntered
    case notEntered

    package var sentence: String {
        switch self {
        case .alreadyEntered: "Catatan ini sudah ada di register."
        case .notEntered: "Catatan ini tidak ada, atau sudah diakhiri."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .alreadyEntered: "This record is in the register already."
        case .notEntered: "There is no such record, or it has ended."
        }
    }

    package var status: Int {
        switch self {
        case .alreadyEntered: 409
        case .notEntered: 404
        }
    }
}
