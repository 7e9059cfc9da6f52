import Blueprints
import Cases
import Feel
import Ledger
import Office
import Registers
import Site
import Stories

/// A register that an official may read, with the blueprint that it belongs to.
struct ReadableRegister: Sendable {
    let blueprint: BlueprintName
    let register: Register

    var code: Code? { Code("\(blueprint)/\(register.id)") }
    var address: Address {
        "/kerja/register/\(blueprint.publisher)/\(blueprint.name)/\(register.id)"
    }

    func address(of record: OpaqueID) -> Address {
        "/kerja/register/\(blueprint.publisher)/\(blueprint.name)/\(register.id)/\(record)"
    }
}

/// Which registers an official may read.
///
/// Those of a blueprint whose services belong to one of their units; with the duty
/// `pembaca-register` all of them, for whoever checks what units have recorded.
struct RegisterShelf: Sendable {
    static let duty = "pembaca-register"

    let official: WorkingOfficial

    var readable: [ReadableRegister] {
        let force = official.force
        return force.registers.sorted { $0.key.description < $1.key.description }
            .filter { mayRead($0.key) }
            .flatMap { name, registers in
                registers.sorted { $0.id.text < $1.id.text }.map {
                    ReadableRegister(blueprint: name, register: $0)
                }
            }
    }

    func register(_ publisher: String, _ name: String, _ register: String) -> ReadableRegister? {
        readable.first {
            $0.blueprint.publisher == publisher && $0.blueprint.name.text == name
                && $0.register.id.text == register
        }
    }

    private func mayRead(_ blueprint: BlueprintName) -> Bool {
        let standing = official.standing
        if standing.seats.contains(where: { $0.post.duties.contains(Self.duty) }) { return true }
        let owners = official.force.services.filter { $0.blueprint == blueprint }
            .compactMap { official.force.owner(of: $0, in: nil)?.id }
        return !standing.units.isDisjoint(with: owners)
    }
}

/// How a record is shown: numbers of persons only by their ends.
struct RecordShown: Sendable {
    let register: Register
    let record: StandingRecord
    let villages: Villages

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
        record.content?[field.id].map { value in
            field.text(of: value) { villages.fullName(of: $0) }
        }
    }
}

/// One thing that happened to a record, as officials read it.
struct RecordMoment: Sendable {
    let at: Instant
    let what: Site.Words
    let from: String?
}

extension Reader {
    /// What happened to a record, the newest first, and which case it came from.
    func moments(of record: StandingRecord) throws -> [RecordMoment] {
        try history(of: record.stream).reversed().map { event in
            let (what, source) =
                switch try event.fact(RegisterFact.self) {
                case .entered(let entry): (Words.recordEntered, Optional(entry.from))
                case .corrected(let revision): (Words.recordCorrected, revision.source.from)
                case .contentErased: (Words.recordWasErased, nil)
                case .ended(let ending): (Words.recordEnded, ending.from)
                }
            return RecordMoment(
                at: event.at,
                what: what,
                from: try source.flatMap { try numberOfCase($0) }
            )
        }
    }

    /// The number of the case that a record came from; nil where something else brought it.
    func numberOfCase(_ source: Stream) throws -> String? {
        guard source.kind == CaseStory.kind else { return nil }
        return try row("SELECT number FROM cases WHERE id = \(source.id)")?.text("number")
    }
}
