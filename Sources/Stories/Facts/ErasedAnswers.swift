/// What erased words of a person leave behind: on which basis, who asked for it, what is gone.
///
/// Whoever approved it is the actor of the fact. The first erasures named the basis alone, so
/// everything else may be absent.
package struct ErasedAnswers: Hashable, Sendable {
    package let basis: Code

    /// The request of the person that it carries out.
    package var request: OpaqueID?

    /// The official who proposed what another one approved.
    package var proposer: Actor?

    /// What was sealed in the dossier: a reading through of the record does not call it lost.
    package var payloads: [PayloadID] = []

    package init(
        basis: Code,
        request: OpaqueID? = nil,
        proposer: Actor? = nil,
        payloads: [PayloadID] = []
    ) {
        self.basis = basis
        self.request = request
        self.proposer = proposer
        self.payloads = payloads
    }

    package func write(to fields: inout FactWriter) {
        fields.put("basis", basis)
        fields.put("request", request)
        fields.put("proposer", proposer)
        if !payloads.isEmpty { fields.put("payloads", each: payloads) }
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        basis = try fields.get("basis")
        request = try fields.find("request")
        proposer = try fields.find("proposer")
        payloads = try fields.list("payloads")
    }
}
