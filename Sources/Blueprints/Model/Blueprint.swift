/// The full name of a blueprint: publisher and name, `16.03/umkm`.
package struct BlueprintName: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let publisher: String
    package let name: ID

    package init(publisher: String, name: ID) {
        self.publisher = publisher
        self.name = name
    }

    package var description: String { "\(publisher)/\(name)" }

    package static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// What one regency hands to another: services and everything they need, as one version.
package struct Blueprint: Hashable, Sendable {
    package let name: BlueprintName
    package let version: String
    package let title: Words
    package let licence: String
    package let services: [PublicService]
    package let registers: [Register]
    package let examples: [Example]

    /// How files from elsewhere fill its registers.
    package let imports: [ImportMapping]

    /// What the receiver still has to fill, by name.
    package let openHoles: [ID]

    /// How many days after its publication a draft of an older version may still be sent as it is.
    package let acceptsOldFor: Int

    /// What is declared about other versions: names, answers, running cases.
    package let moves: [RenamesOfVersion]

    /// What holds where a blueprint says nothing.
    package static let usualAcceptance = 7

    /// SHA-256 over the canonical bytes of the whole, in hexadecimal digits.
    package let digest: String

    package init(
        name: BlueprintName,
        version: String,
        title: Words,
        licence: String,
        services: [PublicService],
        registers: [Register],
        examples: [Example],
        imports: [ImportMapping] = [],
        openHoles: [ID],
        acceptsOldFor: Int = usualAcceptance,
        moves: [RenamesOfVersion] = [],
        digest: String
    ) {
        self.name = name
        self.version = version
        self.title = title
        self.licence = licence
        self.services = services
        self.registers = registers
        self.examples = examples
        self.imports = imports
        self.openHoles = openHoles
        self.acceptsOldFor = acceptsOldFor
        self.moves = moves
        self.digest = digest
    }
}

/// A register that belongs to exactly one blueprint: its fields and its keys.
package struct Register: Hashable, Sendable {
    package let id: ID
    package let title: Words
    package let fields: [Question]

    /// The fields that together may stand only once.
    package let unique: [ID]

    /// Who writes its records beside the services.
    package let keepers: Keepers

    /// On which basis and for how long its records are kept, as far as it says so.
    package let keeping: KeepingOfRecords

    package init(
        id: ID,
        title: Words,
        fields: [Question],
        unique: [ID],
        keepers: Keepers = Keepers(),
        keeping: KeepingOfRecords = KeepingOfRecords()
    ) {
        self.id = id
        self.title = title
        self.fields = fields
        self.unique = unique
        self.keepers = keepers
        self.keeping = keeping
    }

    /// The duties that write records without a case.
    package struct Keepers: Hashable, Sendable {
        /// Enters, corrects and ends them by hand; nil: services alone write.
        package let byHand: ID?

        /// Brings them from files; whoever keeps a register by hand may do so too.
        package let fromFiles: ID?

        package init(byHand: ID? = nil, fromFiles: ID? = nil) {
            self.byHand = byHand
            self.fromFiles = fromFiles
        }
    }

    /// By what its records are held once and found: besides what is unique, every number of a
    /// person, because that is how one register names what stands in another.
    package var keys: RegisterKeys {
        RegisterKeys(
            unique: unique,
            found: fields.filter { $0.type == .nik }.map(\.id)
        )
    }
}

/// The fields by which records of a register are held once and found.
package struct RegisterKeys: Hashable, Sendable {
    package let unique: [ID]

    /// Those of `unique` first.
    package let found: [ID]

    package init(unique: [ID] = [], found: [ID] = []) {
        self.unique = unique
        self.found = unique + found.filter { !unique.contains($0) }
    }
}

/// A worked example: answers and actions in, what comes out.
///
/// Every person in it is invented.
package struct Example: Hashable, Sendable {
    package let id: ID
    package let title: String
    package let service: ID

    /// When the application is sent: `2026-11-23 09.14`.
    package let sent: String

    /// Answers as a person would type them, by question; a group's as one list of them.
    package let answers: [ID: ExampleAnswer]
    package let acts: [ExampleAct]
    package let expect: ExampleExpectation

    package init(
        id: ID,
        title: String,
        service: ID,
        sent: String,
        answers: [ID: ExampleAnswer],
        acts: [ExampleAct],
        expect: ExampleExpectation
    ) {
        self.id = id
        self.title = title
        self.service = service
        self.sent = sent
        self.answers = answers
        self.acts = acts
        self.expect = expect
    }
}

/// An answer of an example.
package indirect enum ExampleAnswer: Hashable, Sendable {
    case text(String)
    case several([String])
    case group([[ID: ExampleAnswer]])
}

/// One thing that somebody does in an example.
package struct ExampleAct: Hashable, Sendable {
    /// An action's id, or one of `lengkapi` (the citizen completes), `tarik` (withdraws),
    /// `tanda_tangan` (the scan comes in), `bayar` (the fee is seen paid), `tunggu` (the clock runs).
    package let act: ID
    package let at: String
    package let note: String?
    package let answers: [ID: ExampleAnswer]

    package init(act: ID, at: String, note: String?, answers: [ID: ExampleAnswer]) {
        self.act = act
        self.at = at
        self.note = note
        self.answers = answers
    }
}

/// What an example must lead to; what is nil is not compared.
package struct ExampleExpectation: Hashable, Sendable {
    /// The checks' and errors' sentences that keep the form from being sent.
    package let refused: [String]?
    package let ending: ID?
    package let step: ID?
    package let stage: PublicStage?

    /// `2026-11-25`.
    package let due: String?
    package let fee: Int64?

    /// Computed values and letter texts that must come out, by name.
    package let values: [ID: String]

    package init(
        refused: [String]? = nil,
        ending: ID? = nil,
        step: ID? = nil,
        stage: PublicStage? = nil,
        due: String? = nil,
        fee: Int64? = nil,
        values: [ID: String] = [:]
    ) {
        self.refused = refused
        self.ending = ending
        self.step = step
        self.stage = stage
        self.due = due
        self.fee = fee
        self.values = values
    }
}
