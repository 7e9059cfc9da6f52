import Blueprints
import Cases
import Feel
import Ledger
import Stories

// A record follows the answers that it came from: put right with them, destroyed with them.

/// A record of a register that a case wrote, as it stands.
struct WrittenRecord: Sendable {
    let id: OpaqueID
    let register: String
    let version: Version
    let state: RegisterRecord
    let content: TypedAnswers?
    let entered: Instant

    var stream: Stream { Stream(RegisterStory.kind, id) }
}

extension Reader {
    /// The records that a case wrote, ended and erased ones too.
    func writtenRecords(of id: CaseID) throws -> [WrittenRecord] {
        try rows("SELECT id, register, at FROM records WHERE from_case = \(id.id) ORDER BY id")
            .map { row in
                let record = try row.id("id")
                let (state, version) = try state(
                    of: Stream(RegisterStory.kind, record),
                    as: RegisterStory.self
                )
                return WrittenRecord(
                    id: record,
                    register: try row.text("register"),
                    version: version,
                    state: state,
                    content: try answers(state.content),
                    entered: try row.get("at")
                )
            }
    }
}

extension CaseDesk {
    /// Puts right what registers say because of a case, in the transaction of its correction.
    func correctRecords(
        after command: CaseCommand,
        _ loaded: LoadedCase,
        _ records: [WrittenRecord],
        _ zone: Zone,
        to append: inout Append
    ) throws {
        guard case .correct(let order) = command, let old = loaded.answers,
            let new = TypedAnswers(canonicalBytes: order.answers)
        else { return }
        for record in records {
            guard let said = record.content, !record.state.isEnded else { continue }
            let today = FeelDate(zone.day(record.entered))
            let (before, after) = (
                loaded.service.names(old, today: today), loaded.service.names(new, today: today)
            )
            // Where several actions write to one register, the one that wrote this record.
            let writes = loaded.service.writes(to: record.register)
            guard let write = writes.first(where: { $0.filled(from: before) == said }) else {
                continue
            }
            let content = write.filled(from: after)
            guard content != said else { continue }
            let source = RegisterFact.Source(loaded.stream, request: order.request)
            let decision = try RegisterStory.decide(
                record.state,
                .correct(content: content.canonicalBytes, source: source),
                KnownOfRegister(draw: draw, sealer: sealer, dossier: DossierID(record.id))
            )
            append.expecting[record.stream] = record.version
            try append.add(decision, to: record.stream)
        }
    }

    /// Destroys what registers say because of a case; asked again, it finishes what was cut short.
    /// - Returns: the files that are to be removed from the disk.
    func eraseRecords(
        of id: CaseID,
        because order: CaseErasure.Order,
        by who: Actor,
        at now: Instant
    ) async throws -> [OpaqueID] {
        var files: [OpaqueID] = []
        for record in try await store.read({ try $0.writtenRecords(of: id) }) {
            let dossier = DossierID(record.id)
            if !record.state.isErased {
                let erased = ErasedAnswers(
                    basis: order.basis,
                    request: order.request,
                    proposer: order.proposer,
                    payloads: try await store.read { try $0.payloads(of: dossier) }
                )
                let decision = try RegisterStory.decide(
                    record.state,
                    .erase(erased),
                    KnownOfRegister(draw: draw, sealer: sealer, dossier: dossier)
                )
                let append = try Append(
                    decision,
                    to: record.stream,
                    at: now,
                    by: who,
                    expecting: [record.stream: record.version]
                )
                guard case .recorded = try await store.append(append) else {
                    throw StoreError(.engine, "a record moved under its erasure")
                }
            }
            files += try await store.erase(dossier, at: now)
        }
        return files
    }
}

extension PublicService {
    /// The ways in which its actions write to a register of its blueprint.
    fileprivate func writes(to register: String) -> [RecordWrite] {
        steps.flatMap(\.actions).compactMap(\.record).filter {
            "\(blueprint)/\($0.register)" == register
        }
    }
}

extension RecordWrite {
    /// The fields of a record, as these answers fill them.
    func filled(from names: [String: FeelValue]) -> TypedAnswers {
        TypedAnswers(fields.mapValues { $0.value(names) })
    }
}
