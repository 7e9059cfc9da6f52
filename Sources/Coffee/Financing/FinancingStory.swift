package import Stories

/// The story of what a grower hands over to one bank: consented, handed over, withdrawn.
///
/// The platform sends what the grower chose. It does not score, and it never asks the bank.
package enum FinancingStory: Story {
    package static let kind: StreamKind = "coffee-financing"
    package static let beginning = Financing()

    package static func evolve(_ state: inout Financing, _ fact: FinancingFact) {
        switch fact {
        case .consented(let consent): state.consent = consent
        case .handedOver(let handover): state.handovers.append(handover)
        case .withdrawn: state.isWithdrawn = true
        case .erased:
            state.isWithdrawn = true
            state.isErased = true
        }
    }

    package static func decide(
        _ state: Financing,
        _ command: FinancingCommand,
        _ known: KnownOfFinancing
    ) throws(CoffeeRefusal) -> Decision<FinancingFact> {
        switch command {
        case .consent(let grower, let words, let until):
            guard state.consent == nil else { throw .writtenAlready }
            let (payload, statement) = known.seal(words)
            let consent = Financing.Consent(
                grower,
                statement,
                until: until,
                isWithOfficial: known.isWithOfficial
            )
            return Decision([.consented(consent)], sealed: [payload])
        case .handOver(let code, let file):
            _ = try state.standing(at: known.now)
            let (payload, sealed) = known.seal(file)
            let handover = Financing.Handover(code, sealed, isWithOfficial: known.isWithOfficial)
            return Decision([.handedOver(handover)], sealed: [payload])
        case .withdraw:
            guard state.consent != nil, !state.isWithdrawn else { throw .consentEnded }
            return Decision([.withdrawn])
        case .erase(let erased):
            guard state.consent != nil, !state.isErased else { throw .consentEnded }
            return Decision([.erased(erased)])
        }
    }
}

/// What a grower consented to, and what came of it.
package struct Financing: Hashable, Sendable {
    package var consent: Consent?
    package var handovers: [Handover] = []
    package var isWithdrawn = false

    /// What was consented to and handed over is destroyed.
    package var isErased = false

    package init() {}

    /// To which bank, which parts, for what: sealed, because it is the grower's own affair.
    package struct Consent: Hashable, Sendable {
        package let grower: OpaqueID
        package let statement: Sealed
        package let until: Instant

        /// An official wrote it down, with the grower present.
        package let isWithOfficial: Bool

        package init(
            _ grower: OpaqueID,
            _ statement: Sealed,
            until: Instant,
            isWithOfficial: Bool
        ) {
            (self.grower, self.statement) = (grower, statement)
            (self.until, self.isWithOfficial) = (until, isWithOfficial)
        }
    }

    /// One file that was handed over, as it was.
    package struct Handover: Hashable, Sendable {
        /// What stands on the file, and opens the page that checks it.
        package let code: OpaqueID
        package let file: Sealed
        package let isWithOfficial: Bool

        package init(_ code: OpaqueID, _ file: Sealed, isWithOfficial: Bool) {
            (self.code, self.file, self.isWithOfficial) = (code, file, isWithOfficial)
        }
    }

    /// The consent where it stands at a moment.
    package func standing(at now: Instant) throws(CoffeeRefusal) -> Consent {
        guard let consent, !isWithdrawn, now < consent.until else { throw .consentEnded }
        return consent
    }
}

/// What can be asked of a financing file.
package enum FinancingCommand: Hashable, Sendable {
    case consent(of: OpaqueID, statement: [UInt8], until: Instant)
    case handOver(OpaqueID, file: [UInt8])
    case withdraw

    /// Nothing of what it says is to be left; the consent ends with it.
    case erase(ErasedAnswers)
}

/// What a decision about a financing file may know.
package struct KnownOfFinancing: Sendable {
    package let now: Instant
    package let isWithOfficial: Bool
    package let draw: Draw
    package let sealer: Sealer

    /// The file's own dossier.
    package let dossier: DossierID

    package init(
        at now: Instant,
        isWithOfficial: Bool,
        draw: Draw,
        sealer: Sealer,
        dossier: DossierID
    ) {
        (self.now, self.isWithOfficial) = (now, isWithOfficial)
        (self.draw, self.sealer, self.dossier) = (draw, sealer, dossier)
    }

    func seal(_ bytes: [UInt8]) -> (payload: Payload, sealed: Sealed) {
        sealer.seal(bytes, in: dossier, draw)
    }
}

/// What happened to a financing file.
package enum FinancingFact: Hashable, Sendable {
    case consented(Financing.Consent)
    case handedOver(Financing.Handover)
    case withdrawn

    /// What it says is destroyed, for this reason.
    case erased(ErasedAnswers)
}

extension FinancingFact: FactShape {
    package var kind: Code {
        switch self {
        case .consented: "consented"
        case .handedOver: "handed_over"
        case .withdrawn: "withdrawn"
        case .erased: "erased"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .consented(let consent):
            fields.put("grower", consent.grower)
            fields.put("statement", consent.statement)
            fields.put("until", consent.until)
            fields.put("official", consent.isWithOfficial)
        case .handedOver(let handover):
            fields.put("code", handover.code)
            fields.put("file", handover.file)
            fields.put("official", handover.isWithOfficial)
        case .withdrawn: break
        case .erased(let erased): erased.write(to: &fields)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "consented":
            self = .consented(
                Financing.Consent(
                    try fields.get("grower"),
                    try fields.get("statement"),
                    until: try fields.get("until"),
                    isWithOfficial: try fields.get("official")
                )
            )
        case "handed_over":
            self = .handedOver(
                Financing.Handover(
                    try fields.get("code"),
                    try fields.get("file"),
                    isWithOfficial: try fields.get("official")
                )
            )
        case "withdrawn": self = .withdrawn
        case "erased": self = .erased(try ErasedAnswers(from: fields))
        case _: throw FactUnreadable("no fact of a financing file: \(kind)")
        }
    }
}
