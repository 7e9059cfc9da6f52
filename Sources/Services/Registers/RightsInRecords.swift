import Blueprints
import Feel
package import Ledger
import Registers
package import Site
package import Stories

// Records put right for a person, and destroyed.

extension RecordsOfPeople {
    package func correctable(_ id: OpaqueID, _ reader: Reader) throws -> [Correctable] {
        guard let record = try reader.record(id), let said = record.content, record.ended == nil
        else { return [] }
        let fields = try services.keeper.current(reader).register(record.register)?.register.fields
        return (fields ?? []).compactMap { field in
            guard field.type.isWritten, said[field.id] != nil, let code = Code(field.id.text) else {
                return nil
            }
            return Correctable(code, field.askedWithChoices)
        }
    }

    package func correct(_ order: DossierCorrection) async throws -> DossierCorrection.Outcome {
        let (keeper, now) = (services.keeper, services.now())
        let (found, force) = try await services.store.read { reader in
            (
                try reader.record(order.id).map { try reader.written($0) },
                try keeper.current(reader)
            )
        }
        guard let record = found, let said = record.content,
            let named = force.register(record.standing.register),
            let field = named.register.fields.first(where: {
                $0.id.text == order.question.text && $0.type.isWritten
            })
        else { throw RegisterRefusal.notEntered }
        let reading = field.read(field.type.raw(order.typed), on: force.ground(at: now, said))
        guard let value = reading.value else {
            let why = reading.problems.first.map { Site.Words($0.sentence) }
            return .unreadable(why ?? Site.Words(field.ask))
        }
        guard said[field.id] != value else { return .unchanged }
        var new = said
        new[field.id] = value
        do {
            try await services.records.correct(
                RecordsDesk.Seen(id: record.id, version: record.version),
                to: new,
                in: ReadableRegister(blueprint: named.blueprint, register: named.register),
                by: RecordsDesk.Hand(official: order.by.id, now: now, request: order.request)
            )
        } catch RegisterRefusal.keyTaken {
            let refusal = RegisterRefusal.keyTaken
            return .unreadable(Site.Words(refusal.sentence, refusal.sentenceInEnglish))
        }
        return .done
    }

    package func erase(_ order: DossierErasure) async throws -> DossierErasure.Outcome {
        let (store, keeper, now) = (services.store, services.keeper, services.now())
        for _ in 0..<8 {
            let (found, hold, force) = try await store.read { reader in
                (
                    try reader.record(order.id).map { try reader.written($0) },
                    try order.hold(reader),
                    try keeper.current(reader)
                )
            }
            guard let record = found else { throw NotInThisDossier() }
            // What is erased already is only finished: a hold keeps nothing of it.
            guard record.state.isErased || !hold.stands else { return .held }
            let dossier = DossierID(record.id)
            if !record.state.isErased {
                let erased = ErasedAnswers(
                    basis: order.basis,
                    request: order.request,
                    proposer: order.proposer,
                    payloads: try await store.read { try $0.payloads(of: dossier) }
                )
                let register = force.register(record.standing.register)?.register
                let isDone = try await services.records.erase(
                    record,
                    RecordsDesk.Erasing(
                        erased: erased,
                        keys: register?.keys ?? RegisterKeys(),
                        beside: [hold.stream: hold.version]
                    ),
                    by: RecordsDesk.Hand(official: order.approver.id, now: now)
                )
                guard isDone else { continue }
            }
            try await services.files.remove(try await store.erase(dossier, at: now))
            try await forgetFile(of: record, at: now)
            return .erased
        }
        throw StoreError(.engine, "a record moved eight times under its erasure")
    }

    /// The file that brought a record waits for thirty days, and says the same as the record.
    private func forgetFile(of record: WrittenRecord, at now: Instant) async throws {
        guard record.standing.source.kind == BatchStory.kind else { return }
        let store = services.store
        try await store.operate(Drafts(store).ending(record.standing.source.id, at: now))
    }
}
