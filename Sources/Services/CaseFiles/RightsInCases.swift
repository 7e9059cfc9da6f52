import Cases
import Ledger
import Office
package import Site
import Stories

// Restrictions, carried out in the case that they are about; corrections stand beside.

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
            pastKeeping: { try self.pastKeeping($0, $1, $2, $3) }
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
    static let clockStands = Words(
        "Data dibatasi, waktu berhenti",
        "Data restricted, clock stopped"
    )
    static let waitsForLifting = Words(
        "Tunggu pembatasan dicabut",
        "Wait for the restriction to be lifted"
    )
    static let myData = Words(
        "Data saya: salinan, pembetulan, penghapusan",
        "My data: copy, correction, erasure"
    )
}
