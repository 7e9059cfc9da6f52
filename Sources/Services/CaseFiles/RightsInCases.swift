import Cases
package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

// Restrictions, carried out in the case that they are about; corrections stand beside.

extension CasesOfPeople {
    package func correctable(_ id: OpaqueID, _ reader: Reader) throws -> [Correctable] {
        try services.correctable(CaseID(id), reader)
    }

    package func correct(_ order: DossierCorrection) async throws -> DossierCorrection.Outcome {
        try await services.correct(order)
    }

    package func restrict(_ order: DossierRestriction) async throws {
        let cause: Restriction.Cause =
            switch order.cause {
            case .asked: .asked
            case .objection: .objection
            case .consentWithdrawn: .consentWithdrawn
            }
        let command = CaseCommand.restrict(cause, reason: order.reason, order.request)
        try await services.carryOut(command, on: CaseID(order.id), by: order.by)
    }

    package func lift(_ id: OpaqueID, _ reason: String, _ by: Actor) async throws {
        let command = CaseCommand.liftRestriction(reason: reason)
        try await services.carryOut(command, on: CaseID(id), by: by)
    }

    package func files(_ id: OpaqueID) async throws -> [DossierFile] {
        try await services.sentFiles(of: CaseID(id))
    }

    package func pastKeeping(
        _ fate: PastKeeping.Fate,
        _ now: Instant,
        _ most: Int,
        _ reader: Reader
    ) throws -> [PastKeeping] {
        try services.pastKeeping(fate, now, most, reader)
    }
}

extension ServicesFeature {
    /// The case that the receipt's link opened on this device.
    package func ofReceipt(_ request: Request) async throws -> OpaqueID {
        try await openRequest(request).loaded.id.id
    }

    fileprivate func sentFiles(of id: CaseID) async throws -> [DossierFile] {
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
    fileprivate func carryOut(_ command: CaseCommand, on id: CaseID, by: Actor) async throws {
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
