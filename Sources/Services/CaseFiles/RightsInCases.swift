import Blueprints
import Cases
import Feel
import Ledger
import Office
package import Site
import Stories

// Corrections and restrictions, carried out in the case that they are about.

extension ServicesFeature {
    package var rightsAtHand: DossierRights {
        DossierRights(
            correctable: { id, reader in try self.correctable(CaseID(id), reader) },
            correct: { try await self.correct($0) },
            restrict: { order in
                let cause: Restriction.Cause =
                    switch order.cause {
                    case .asked: .asked
                    case .objection: .objection
                    case .consentWithdrawn: .consentWithdrawn
                    }
                let command = CaseCommand.restrict(cause, reason: order.reason, order.request)
                try await self.carryOut(command, on: CaseID(order.id), by: order.by)
            },
            lift: { id, reason, by in
                try await self.carryOut(
                    .liftRestriction(reason: reason),
                    on: CaseID(id),
                    by: by
                )
            },
            ofReceipt: { try await self.openRequest($0).loaded.id.id },
            files: { try await self.sentFiles(of: CaseID($0)) },
            pastKeeping: { now, most, reader in try self.pastKeeping(now, most, reader) }
        )
    }

    private func sentFiles(of id: CaseID) async throws -> [DossierFile] {
        let keeper = keeper
        let loaded = try await store.read { try $0.load(id, try keeper.current($0)) }
        let named = loaded.map { CaseFiles(of: $0).named } ?? []
        var sent: [DossierFile] = []
        for (name, file) in named {
            guard let bytes = try await files.read(file.id, in: id.dossier) else { continue }
            sent.append(DossierFile(name, type: file.kind.mediaType, bytes: bytes))
        }
        return sent
    }

    /// What was decided is decided: what the case did meanwhile changes nothing about it.
    private func carryOut(_ command: CaseCommand, on id: CaseID, by: Actor) async throws {
        _ = try await cases.handle(
            CaseDesk.Asked(
                command,
                on: id,
                seen: nil,
                who: .official(Duties(by, holds: [])),
                now: now()
            )
        )
    }

    private func correctable(_ id: CaseID, _ reader: Reader) throws -> [Correctable] {
        guard let loaded = try reader.load(id, try keeper.current(reader)),
            let answers = loaded.answers
        else { return [] }
        return loaded.service.allQuestions.compactMap { question -> Correctable? in
            guard question.type.isWritten, answers[question.id] != nil,
                let code = Code(question.id.text)
            else { return nil }
            return Correctable(code, Words(question.ask))
        }
    }

    private func correct(
        _ order: DossierCorrection
    ) async throws -> DossierCorrection.Outcome {
        let id = CaseID(order.id)
        for _ in 0..<8 {
            let (keeper, moment) = (keeper, now())
            let (found, force) = try await store.read { reader in
                let force = try keeper.current(reader)
                return (try reader.load(id, force), force)
            }
            guard let loaded = found, let old = loaded.answers,
                let question = loaded.service.allQuestions.first(where: {
                    $0.id.text == order.question.text && $0.type.isWritten
                })
            else { throw ServiceRefusal.noSuchCase }
            let reading = question.read(.text(order.typed), on: force.ground(at: moment, old))
            guard let value = reading.value else {
                let said = reading.problems.first.map { Words($0.sentence) }
                return .unreadable(said ?? Words(question.ask))
            }
            guard old[question.id] != value else { return .unchanged }
            var new = old
            new[question.id] = value
            let command = CaseCommand.correct(
                CorrectionOrder(
                    answers: new.canonicalBytes,
                    questions: [order.question],
                    asker: order.asker,
                    decider: order.decider,
                    request: order.request
                )
            )
            let asked = CaseDesk.Asked(
                command,
                on: id,
                seen: loaded.version,
                who: .official(Duties(order.by, holds: [])),
                now: moment
            )
            if case .done = try await cases.handle(asked) { return .done }
        }
        throw StoreError(.engine, "a case moved eight times under its correction")
    }
}

extension InForce {
    /// What an answer is read against now.
    fileprivate func ground(at now: Instant, _ answers: TypedAnswers) -> AnswerGround {
        let villages = villages
        return AnswerGround(
            today: FeelDate(zone.day(now)),
            answers: answers,
            districts: villages.districtDigits,
            isVillage: { villages.isVillage($0) },
            placeName: { villages.regionName(of: $0) }
        )
    }
}

extension AnswerType {
    /// Whether its answer is written as one text: nothing that is drawn, sent, listed or computed.
    fileprivate var isWritten: Bool {
        switch self {
        case .text, .longText, .name, .whole, .decimal, .money, .phone, .email, .nik, .nib, .date:
            true
        case .choice, .choices, .yesNo, .village, .point, .area, .photo, .file, .person, .group,
            .computed:
            false
        }
    }
}

extension ServicesFeature {
    /// What pages say of a case whose data are only kept.
    func restriction(of loaded: LoadedCase) async throws -> Notice? {
        guard let standing = loaded.state.restriction else { return nil }
        let reason = try await store.glance { try $0.words(standing.reason) }
        return Notice(
            .attention,
            heading: Words("Pemakaian data dibatasi", "The use of the data is restricted"),
            Words(reason ?? "–"),
            Words(
                "Data ini hanya disimpan. Tidak ada yang diproses sampai pembatasan dicabut.",
                "The data are only kept. Nothing is processed until the restriction is lifted."
            )
        )
    }
}

extension Words {
    static let myData = Words(
        "Data saya: salinan, pembetulan, penghapusan",
        "My data: copy, correction, erasure"
    )
}
