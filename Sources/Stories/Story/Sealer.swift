/// Makes commitments to personal content, for pure code that has no hash function of its own.
///
/// A decision gets one in its `Known`: it seals a note, keeps the payload in
/// `Decision.sealed` and puts the commitment into its fact. The record supplies
/// `Sealer.sha256`; nothing else makes one outside tests.
package struct Sealer: Sendable {
    private let commitment: @Sendable (Payload) -> [UInt8]

    package init(commitment: @escaping @Sendable (Payload) -> [UInt8]) {
        self.commitment = commitment
    }

    /// What a fact holds of this payload.
    package func sealed(_ payload: Payload) -> Sealed {
        Sealed(id: payload.id, commitment: commitment(payload))
    }

    /// A fresh payload of these bytes and the commitment to it.
    package func seal(
        _ bytes: [UInt8],
        in dossier: DossierID,
        _ draw: Draw
    ) -> (payload: Payload, sealed: Sealed) {
        let payload = Payload(bytes, dossier: dossier, draw: draw)
        return (payload, sealed(payload))
    }
}
