import Blueprints
import Cases
import Feel
import Ledger
import Registers
import Stories

// A record follows the answers that it came from: put right with them, destroyed with them.

/// A record of a register that a case wrote, as it stands.
struct WrittenRecord: Sendable {
    let standing: StandingRecord
    let version: Version
    let state: RegisterRecord

    var id: OpaqueID { standing.id }
    var content: TypedAnswers? { standing.content }
    var stream: Stream { standing.stream }
}

extension Reader {
    /// The records that a case wrote, ended and erased ones too.
    func writtenRecords(of id: CaseID) throws -> [WrittenRecord] {
        try records(from: id.stream).map(written)
    }

    func written(_ standing: StandingRecord) throws -> WrittenRecord {
        let (state, version) = try state(of: standing.stream, as: RegisterStory.self)
        return WrittenRecord(standing: standing, version: version, state: state)
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
            let today = FeelDate(zone.day(record.standing.entered))
            let names = { (answers: TypedAnswers) in
                loaded.namesOfRecord(loaded.service.names(answers, today: today))
            }
            // Where several actions write to one register, the one that wrote this record.
            let writes = loaded.service.writes(to: record.standing.register)
            guard let write = writes.first(where: { $0.filled(from: names(old)) == said }) else {
                continue
            }
            let content = write.content(from: names(new))
            guard content.fields != said else { continue }
            let source = RegisterFact.Source(loaded.stream, request: order.request)
            let decision = try RegisterStory.decide(
                record.state,
                .correct(content: content, source: source),
                known(of: record, as: write)
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
        let service = try await store.read { reader in
            try reader.load(id, try keeper.current(reader), openingAnswers: false)?.service
        }
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
                    known(of: record, as: service?.writes(to: record.standing.register).first)
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
    /// The ways in which its actions enter records into a register of its blueprint.
    fileprivate func writes(to name: Code) -> [RecordWrite] {
        steps.flatMap(\.actions).compactMap(\.record).filter {
            $0.corrects == nil && register($0) == name
        }
    }
}
