package import Stories

/// The opaque name of a case: its stream, its dossier and its applicant share it.
package struct CaseID: Hashable, Sendable {
    package let id: OpaqueID

    package init(_ id: OpaqueID) { self.id = id }

    /// The history of the case.
    package var stream: Stream { Stream(CaseStory.kind, id) }

    /// What everything personal of the case is sealed under.
    package var dossier: DossierID { DossierID(id) }

    /// The applicant, who has no other name in the record.
    package var applicant: Actor { Actor(id) }
}

extension CaseID: FactField {
    package var json: FactValue { id.json }

    package init?(json: FactValue) {
        guard let id = OpaqueID(json: json) else { return nil }
        self.init(id)
    }
}
