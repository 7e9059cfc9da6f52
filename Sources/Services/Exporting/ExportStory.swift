package import Stories

/// The story of one export: who took what out of the record, and why.
///
/// It is recorded before anything is handed out, so that no list of names leaves without a trace.
package enum ExportStory: Story {
    package static let kind: StreamKind = "export"
    package static let beginning = Export()

    package static func evolve(_ state: inout Export, _ fact: ExportFact) {
        switch fact {
        case .taken(let taking): state.taking = taking
        }
    }

    package static func decide(
        _ state: Export,
        _ command: ExportCommand,
        _ known: KnownOfExport
    ) throws(ExportRefusal) -> Decision<ExportFact> {
        guard state.taking == nil else { throw .alreadyTaken }
        var taking = command.taking
        guard taking.isPersonal else { return Decision([.taken(taking)]) }
        guard !command.reason.allSatisfy(\.isWhitespace) else { throw .reasonMissing }
        let (payload, sealed) = known.sealer.seal(
            Array(command.reason.utf8),
            in: known.dossier,
            known.draw
        )
        taking.reason = sealed
        return Decision([.taken(taking)], sealed: [payload])
    }
}

/// An export as its facts leave it.
package struct Export: Hashable, Sendable {
    package var taking: ExportFact.Taking?
}

/// What somebody wants to take out.
package struct ExportCommand: Hashable, Sendable {
    package let taking: ExportFact.Taking

    /// Why names and numbers are needed; empty where none are taken.
    package let reason: String

    package init(_ taking: ExportFact.Taking, reason: String) {
        self.taking = taking
        self.reason = reason
    }
}

/// What a decision about an export may know.
package struct KnownOfExport: Sendable {
    package let draw: Draw
    package let sealer: Sealer
    package let dossier: DossierID

    package init(draw: Draw, sealer: Sealer, dossier: DossierID) {
        self.draw = draw
        self.sealer = sealer
        self.dossier = dossier
    }
}

/// What happened to an export.
package enum ExportFact: Hashable, Sendable {
    case taken(Taking)

    package struct Taking: Hashable, Sendable {
        package let service: Code

        /// The first and the last day of receipt, where they were bounded.
        package let from: Day?
        package let to: Day?
        package let isPersonal: Bool
        package var reason: Sealed?

        package init(
            service: Code,
            from: Day? = nil,
            to: Day? = nil,
            isPersonal: Bool,
            reason: Sealed? = nil
        ) {
            self.service = service
            self.from = from
            self.to = to
            self.isPersonal = isPersonal
            self.reason = reason
        }
    }
}

extension ExportFact: FactShape {
    package var kind: Code {
        switch self {
        case .taken: "taken"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .taken(let taking):
            fields.put("service", taking.service)
            fields.put("from", taking.from)
            fields.put("to", taking.to)
            fields.put("personal", taking.isPersonal)
            fields.put("reason", taking.reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "taken":
            self = .taken(
                Taking(
                    service: try fields.get("service"),
                    from: try fields.find("from"),
                    to: try fields.find("to"),
                    isPersonal: try fields.get("personal"),
                    reason: try fields.find("reason")
                )
            )
        default: throw FactUnreadable("no fact of an export: \(kind)")
        }
    }
}

/// Why nothing is taken out.
package enum ExportRefusal: Refusal, Hashable {
    case alreadyTaken
    case reasonMissing
    case noSuchService

    package var sentence: String {
        switch self {
        case .alreadyTaken: "Ekspor ini sudah dilakukan."
        case .reasonMissing:
            "Tulis alasannya: untuk apa nama dan nomor warga dibutuhkan. Alasan itu dicatat."
        case .noSuchService: "Layanan itu tidak ada di kabupaten ini."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .alreadyTaken: "This export was made already."
        case .reasonMissing:
            "Write down why people's names and numbers are needed. The reason is recorded."
        case .noSuchService: "There is no such service in this regency."
        }
    }

    package var status: Int {
        switch self {
        case .alreadyTaken: 409
        case .reasonMissing: 422
        case .noSuchService: 404
        }
    }
}
