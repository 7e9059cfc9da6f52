/// What a signed statement is about; each kind has a payload type of its own, which is signed too,
/// so that no statement can be taken for one of another kind.
package enum StatementKind: String, Hashable, Sendable, CaseIterable {
    case root, catalogue, package, evidence, proposal

    /// The `payloadType` of DSSE.
    package var payloadType: String { "application/vnd.serasan.\(rawValue)+json" }

    package init?(payloadType: String) {
        guard let kind = Self.allCases.first(where: { $0.payloadType == payloadType }) else {
            return nil
        }
        self = kind
    }
}
