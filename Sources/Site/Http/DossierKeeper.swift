package import Ledger
package import Stories

/// Something that keeps data of people: cases, registers, files that were handed over.
///
/// Features never import each other; the composition root hands their keepers to the one that
/// answers people about their data. Each knows its own dossiers, and has nothing of another's.
package protocol DossierKeeper: Sendable {
    /// What a number, a NIK, a phone number or a name finds.
    func find(_ mark: String, _ reader: Reader) throws -> [Dossier]

    /// One of its dossiers; nil where it keeps none under this id.
    func named(_ id: OpaqueID, _ reader: Reader) throws -> Dossier?

    /// Everything that is kept of the person, in words; nil once it is erased.
    func content(_ id: OpaqueID, _ language: Language, _ reader: Reader) throws -> DossierContent?

    /// Destroys what is kept; asked again, it finishes what was cut short.
    func erase(_ order: DossierErasure) async throws -> DossierErasure.Outcome

    /// The questions that were answered and can be put right by writing.
    func correctable(_ id: OpaqueID, _ reader: Reader) throws -> [Correctable]
    func correct(_ order: DossierCorrection) async throws -> DossierCorrection.Outcome

    /// Restricts the use; asked again for the same cause, it changes nothing.
    func restrict(_ order: DossierRestriction) async throws
    func lift(_ id: OpaqueID, _ reason: String, _ by: Actor) async throws

    /// The files that were sent, or handed over.
    func files(_ id: OpaqueID) async throws -> [DossierFile]

    /// So many that are past their time by the rules in force and share one fate, the oldest first.
    func pastKeeping(
        _ fate: PastKeeping.Fate,
        _ now: Instant,
        _ most: Int,
        _ reader: Reader
    ) throws -> [PastKeeping]
}

/// What was asked of a dossier cannot be done with it.
///
/// No page offers it: whoever comes here has another program than ours.
package struct NotInThisDossier: Error, CustomStringConvertible {
    package let description = "nothing like this can be done with this dossier"

    package init() {}
}

extension DossierKeeper {
    package func correctable(_ id: OpaqueID, _ reader: Reader) throws -> [Correctable] { [] }

    package func correct(_ order: DossierCorrection) async throws -> DossierCorrection.Outcome {
        throw NotInThisDossier()
    }

    package func restrict(_ order: DossierRestriction) async throws { throw NotInThisDossier() }

    package func lift(_ id: OpaqueID, _ reason: String, _ by: Actor) async throws {
        throw NotInThisDossier()
    }

    package func files(_ id: OpaqueID) async throws -> [DossierFile] { [] }
}

/// All keepers as one: each thing is asked of the keeper that has it.
package struct AllDossiers: DossierKeeper {
    private let store: RecordStore
    private let keepers: [any DossierKeeper]

    package init(of keepers: [any DossierKeeper], in store: RecordStore) {
        (self.keepers, self.store) = (keepers, store)
    }

    package func find(_ mark: String, _ reader: Reader) throws -> [Dossier] {
        try keepers.flatMap { try $0.find(mark, reader) }
    }

    package func named(_ id: OpaqueID, _ reader: Reader) throws -> Dossier? {
        for keeper in keepers {
            if let dossier = try keeper.named(id, reader) { return dossier }
        }
        return nil
    }

    package func content(
        _ id: OpaqueID,
        _ language: Language,
        _ reader: Reader
    ) throws -> DossierContent? {
        try keeper(of: id, reader)?.content(id, language, reader)
    }

    package func erase(_ order: DossierErasure) async throws -> DossierErasure.Outcome {
        try await keeper(of: order.id).erase(order)
    }

    package func correctable(_ id: OpaqueID, _ reader: Reader) throws -> [Correctable] {
        try keeper(of: id, reader)?.correctable(id, reader) ?? []
    }

    package func correct(_ order: DossierCorrection) async throws -> DossierCorrection.Outcome {
        try await keeper(of: order.id).correct(order)
    }

    package func restrict(_ order: DossierRestriction) async throws {
        try await keeper(of: order.id).restrict(order)
    }

    package func lift(_ id: OpaqueID, _ reason: String, _ by: Actor) async throws {
        try await keeper(of: id).lift(id, reason, by)
    }

    package func files(_ id: OpaqueID) async throws -> [DossierFile] {
        try await keeper(of: id).files(id)
    }

    package func pastKeeping(
        _ fate: PastKeeping.Fate,
        _ now: Instant,
        _ most: Int,
        _ reader: Reader
    ) throws -> [PastKeeping] {
        let all = try keepers.flatMap { try $0.pastKeeping(fate, now, most, reader) }
        return Array(all.sorted { $0.ended < $1.ended }.prefix(most))
    }

    private func keeper(of id: OpaqueID, _ reader: Reader) throws -> (any DossierKeeper)? {
        try keepers.first { try $0.named(id, reader) != nil }
    }

    private func keeper(of id: OpaqueID) async throws -> any DossierKeeper {
        guard let keeper = try await store.read({ try keeper(of: id, $0) }) else {
            throw NotInThisDossier()
        }
        return keeper
    }
}
