package import Blueprints
import Cases
import Feel
import Ledger
package import Office
import Registers
import Site
import Stories

/// A register that an official may read, with the blueprint that it belongs to.
struct ReadableRegister: Sendable {
    let blueprint: BlueprintName
    let register: Register

    /// May enter, correct and end its records by hand.
    var mayKeep = false

    /// May bring records from files.
    var mayBring = false

    var code: Code? { Code("\(blueprint)/\(register.id)") }
    var address: Address {
        "/kerja/register/\(blueprint.publisher)/\(blueprint.name)/\(register.id)"
    }

    func address(of record: OpaqueID) -> Address {
        page("\(record)")
    }

    /// A page about the register: `baru`, `impor`, or one of its records.
    func page(_ name: String) -> Address {
        "/kerja/register/\(blueprint.publisher)/\(blueprint.name)/\(register.id)/\(name)"
    }

    /// What is done to one of its records.
    func page(_ deed: String, of record: OpaqueID) -> Address {
        "/kerja/register/\(blueprint.publisher)/\(blueprint.name)/\(register.id)/\(record)/\(deed)"
    }
}

/// Which registers an official may read.
///
/// Those of a blueprint whose services belong to one of their units; with the duty
/// `pembaca-register` all of them, for whoever checks what units have recorded.
struct RegisterShelf: Sendable {
    static let duty = "pembaca-register"

    let standing: Standing
    let force: InForce

    init(standing: Standing, force: InForce) { (self.standing, self.force) = (standing, force) }

    init(official: WorkingOfficial) {
        self.init(standing: official.standing, force: official.force)
    }

    var readable: [ReadableRegister] {
        force.registers.sorted { $0.key.description < $1.key.description }
            .flatMap { name, registers in
                let owners = owners(of: name)
                return mayRead(owners)
                    ? registers.sorted { $0.id.text < $1.id.text }.map {
                        readable($0, of: name, owners)
                    } : []
            }
    }

    private func readable(
        _ register: Register,
        of blueprint: BlueprintName,
        _ owners: Set<Code>
    ) -> ReadableRegister {
        let keeps = holds(register.keepers.byHand, in: owners)
        return ReadableRegister(
            blueprint: blueprint,
            register: register,
            mayKeep: keeps,
            mayBring: keeps || holds(register.keepers.fromFiles, in: owners)
        )
    }

    func register(_ publisher: String, _ name: String, _ register: String) -> ReadableRegister? {
        readable.first {
            $0.blueprint.publisher == publisher && $0.blueprint.name.text == name
                && $0.register.id.text == register
        }
    }

    private func mayRead(_ owners: Set<Code>) -> Bool {
        standing.seats.contains { $0.post.duties.contains(Self.duty) }
            || !standing.units.isDisjoint(with: owners)
    }

    /// The units that the services of a blueprint belong to.
    private func owners(of blueprint: BlueprintName) -> Set<Code> {
        Set(force.owners(of: blueprint).map(\.id))
    }

    /// A duty counts in the units that the register belongs to: many offices have the same.
    private func holds(_ duty: ID?, in owners: Set<Code>) -> Bool {
        guard let duty else { return false }
        return standing.seats.contains {
            $0.post.duties.contains(duty.text) && owners.contains($0.unit.id)
        }
    }
}

extension InForce {
    /// The units that the services of a blueprint belong to, each once.
    func owners(of blueprint: BlueprintName) -> [OfficeUnit] {
        var seen: Set<Code> = []
        return services.filter { $0.blueprint == blueprint }
            .compactMap { owner(of: $0, in: nil) }.filter { seen.insert($0.id).inserted }
    }
}

extension Standing {
    /// Whether somebody brings records into a register of the blueprints of a name, by hand or from
    /// files: what they entered for people is no secret from them.
    package func brings(_ register: ID, of blueprint: ID, in force: InForce) -> Bool {
        RegisterShelf(standing: self, force: force).readable.contains {
            $0.register.id == register && $0.blueprint.name == blueprint && $0.mayBring
        }
    }
}

/// How a record is shown: numbers of persons only by their ends.
struct RecordShown: Sendable {
    let register: Register
    let content: TypedAnswers?
    let villages: Villages

    init(register: Register, record: StandingRecord, villages: Villages) {
        self.init(register: register, content: record.content, villages: villages)
    }

    init(register: Register, content: TypedAnswers?, villages: Villages) {
        (self.register, self.content, self.villages) = (register, content, villages)
    }

    /// What the record is called in a list: its first field.
    var title: String {
        register.fields.first.flatMap { text(of: $0) } ?? Words.recordErased.indonesian
    }

    func items() -> [SummaryList.Item] {
        register.fields.map { field in
            SummaryList.Item(Words(field.ask), value(of: field).map { [$0] } ?? [])
        }
    }

    func value(of field: Question) -> Inline? {
        guard let text = text(of: field), !text.isEmpty else { return nil }
        return field.type == .nik ? .part(MaskedValue(text)) : .text(text)
    }

    private func text(of field: Question) -> String? {
        content?[field.id].map { value in
            field.text(of: value) { villages.fullName(of: $0) }
        }
    }
}

/// One thing that happened to a record, as officials read it.
struct RecordMoment: Sendable {
    let at: Instant
    let what: Site.Words

    /// The number of the case that did it, or the official who did.
    var from: String?
    var by: String?

    /// What the record said before; nil where it said nothing, or is not said any more.
    var before: TypedAnswers?

    /// What it says since.
    var since: TypedAnswers?

    /// Why it ended, in the words of whoever ended it.
    var reason: String?

    /// Whether a file brought it, or its undoing ended it.
    var isOfFile = false
}

extension Reader {
    /// What happened to a record, the newest first, and what it said before and since.
    func moments(of record: StandingRecord) throws -> [RecordMoment] {
        var moments: [RecordMoment] = []
        var said: TypedAnswers?
        for event in try history(of: record.stream) {
            var moment: RecordMoment
            let source: Stream?
            switch try event.fact(RegisterFact.self) {
            case .entered(let entry):
                source = entry.from
                moment = RecordMoment(at: event.at, what: .recordEntered)
                moment.since = try content(entry.content)
                said = moment.since
            case .corrected(let revision):
                source = revision.source.from
                moment = RecordMoment(at: event.at, what: .recordCorrected)
                (moment.before, moment.since) = (said, try content(revision.content))
                said = moment.since
            case .contentErased:
                source = nil
                moment = RecordMoment(at: event.at, what: .recordWasErased)
            case .ended(let ending):
                source = ending.from
                moment = RecordMoment(at: event.at, what: .recordEnded)
                moment.reason = try ending.reason.flatMap { try open($0.id) }
                    .map { String(decoding: $0, as: UTF8.self) }
            }
            moment.from = try source.flatMap { try numberOfCase($0) }
            if moment.from == nil { moment.by = try name(of: event.by.id) }
            moment.isOfFile = source?.kind == BatchStory.kind
            moments.append(moment)
        }
        return moments.reversed()
    }

    private func content(_ sealed: Sealed) throws -> TypedAnswers? {
        try open(sealed.id).flatMap { TypedAnswers(canonicalBytes: $0) }
    }

    /// The number of the case that a record came from; nil where something else brought it.
    func numberOfCase(_ source: Stream) throws -> String? {
        guard source.kind == CaseStory.kind else { return nil }
        return try row("SELECT number FROM cases WHERE id = \(source.id)")?.text("number")
    }
}
