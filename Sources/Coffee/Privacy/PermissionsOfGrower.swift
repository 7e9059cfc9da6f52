import Ledger
import Stories

/// What a grower permits: to which buyers data may be sent, and by which links it can be read.
///
/// It is told of and taken back as one thing. Consents and the grower's record share one id, so
/// this has another that leads back to the grower without a table.
struct PermissionsOfGrower: Hashable {
    let id: OpaqueID
    let grower: OpaqueID

    /// Any constant does, as long as it stays: applied twice, it gives the same id back.
    private static let mark = OpaqueID(high: 0x6B6F_7069_697A_696E, low: 0x7065_7461_6E69_3031)

    init(of grower: OpaqueID) { (id, self.grower) = (Self.other(grower), grower) }

    init(named id: OpaqueID) { (self.id, grower) = (id, Self.other(id)) }

    private static func other(_ id: OpaqueID) -> OpaqueID {
        OpaqueID(high: id.high ^ mark.high, low: id.low ^ mark.low)
    }

    private var consents: Stream { Stream(ConsentStory.kind, grower) }

    /// Whether something was permitted once, also where nothing of it is left.
    func everStood(_ reader: Reader) throws -> Bool {
        try since(reader) != nil
    }

    func stands(at now: Instant, _ reader: Reader) throws -> Bool {
        try !reader.buyers(consentedToBy: grower).isEmpty
            || !reader.links(of: grower, at: now).isEmpty
    }

    /// When the first of it was permitted.
    func since(_ reader: Reader) throws -> Instant? {
        let consented = try reader.history(of: consents).first?.at
        let linked = try reader.row(
            "SELECT id FROM coffee_links WHERE grower = \(grower) ORDER BY until, id LIMIT 1"
        ).flatMap { row in
            try reader.history(of: Stream(GrowerLinkStory.kind, try row.id("id"))).first?.at
        }
        return [consented, linked].compactMap(\.self).min()
    }
}
