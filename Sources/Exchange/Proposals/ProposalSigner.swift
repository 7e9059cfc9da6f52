package import Stories

/// Whether a proposal is signed by whom it names, as far as that is known here.
package enum ProposalSigner: Hashable, Sendable {
    /// By a working key that the proposer's catalogue names, whose root was compared with an
    /// agreement.
    case known(catalogue: Int)

    /// Nobody here knows the keys of that regency, or none of those that are known has signed.
    case unknown

    /// Who has signed, by what was seen of the proposer.
    ///
    /// - Throws: `TrustRefusal.altered` where a known key is named and the signature does not hold,
    ///   `.revoked` and `.keyExpired` of a key that does not count any more.
    package init(
        _ envelope: Envelope,
        by state: Trust,
        _ catalogue: Envelope?,
        at clock: Instant
    ) throws(TrustRefusal) {
        guard let taken = state.catalogue, let catalogue else {
            self = .unknown
            return
        }
        let listed = try Catalogue(draft: catalogue.payload)
        guard listed.isDocument(taken.document) else { throw .otherCatalogue }
        let keys = listed.workingKeys.map(\.key)
        let signers = envelope.signers(among: keys + Array(state.revoked))
        guard !signers.isEmpty else {
            guard !envelope.names(oneOf: keys) else { throw .altered }
            self = .unknown
            return
        }
        let standing = signers.subtracting(state.revoked)
        guard !standing.isEmpty else { throw .revoked }
        let now = state.now(clock)
        guard listed.workingKeys.contains(where: { standing.contains($0.key) && now <= $0.until })
        else { throw .keyExpired }
        self = .known(catalogue: taken.number)
    }
}
