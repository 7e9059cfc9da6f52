package import Stories

/// One case that lay with an official, and what the citizen had been told as its target.
package struct HandedOver: Hashable, Sendable {
    package let caseID: OpaqueID
    package let due: Instant?

    package init(caseID: OpaqueID, due: Instant?) {
        self.caseID = caseID
        self.due = due
    }
}

extension HandedOver: FactField {
    package var json: FactValue {
        var fields: FactFields = ["case": caseID.json]
        fields["due"] = due?.json
        return .object(fields)
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let caseID = fields["case"].flatMap(OpaqueID.init(json:))
        else { return nil }
        let due = fields["due"].flatMap(Instant.init(json:))
        guard (due == nil) == (fields["due"] == nil) else { return nil }
        self.init(caseID: caseID, due: due)
    }
}
