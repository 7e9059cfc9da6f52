import CProj

/// How coordinates of a survey become degrees of WGS 84.
///
/// Only what cannot be mistaken is read: degrees of WGS 84, and the UTM zones that reach into
/// Indonesia. The Indonesian datum of 1995 differs from WGS 84 by centimetres. Anything else is
/// refused by its name, since a wrong guess would put every plot into the wrong village.
final class Projection {
    private enum Kind {
        case degrees
        case utm(context: OpaquePointer, operation: OpaquePointer)
    }

    private let kind: Kind
    static let zones = 46...54

    private init(_ kind: Kind) { self.kind = kind }

    static var degrees: Projection { Projection(.degrees) }

    /// From the text of a `.prj` file.
    convenience init(wkt: String) throws(PlotRefusal) {
        let plain = wkt.uppercased().replacing("_", with: " ").replacing("/", with: " ")
        let isDatumKnown = ["WGS 1984", "WGS 84", "WGS84", "DGN 1995", "DGN95"]
            .contains { plain.contains($0) }
        let name = wkt.split(separator: "\"").dropFirst().first.map { String($0.prefix(80)) } ?? "?"
        guard isDatumKnown else { throw .otherProjection(name) }
        guard plain.hasPrefix("PROJCS") || plain.hasPrefix("PROJCRS") else {
            guard plain.hasPrefix("GEOGCS") || plain.hasPrefix("GEOGCRS") else {
                throw .otherProjection(name)
            }
            self.init(.degrees)
            return
        }
        guard let found = plain.firstMatch(of: #/UTM ZONE\s*(\d{1,2})\s*([NS])/#),
            let zone = Int(found.1), Self.zones.contains(zone)
        else { throw .otherProjection(name) }
        try self.init(zone: zone, isSouth: found.2 == "S")
    }

    convenience init(zone: Int, isSouth: Bool) throws(PlotRefusal) {
        let text = "+proj=utm +zone=\(zone)\(isSouth ? " +south" : "") +ellps=WGS84"
        guard let context = proj_context_create() else { throw .otherProjection("UTM \(zone)") }
        proj_log_level(context, PJ_LOG_NONE)
        guard let operation = proj_create(context, text) else {
            proj_context_destroy(context)
            throw .otherProjection("UTM \(zone)")
        }
        self.init(.utm(context: context, operation: operation))
    }

    deinit {
        if case .utm(let context, let operation) = kind {
            proj_destroy(operation)
            proj_context_destroy(context)
        }
    }

    /// Nil for what is no place in that projection.
    func position(_ x: Double, _ y: Double) -> Position? {
        guard x.isFinite, y.isFinite else { return nil }
        switch kind {
        case .degrees: return Position(longitudeDegrees: x, latitudeDegrees: y)
        case .utm(_, let operation):
            let place = proj_trans(operation, PJ_INV, proj_coord(x, y, 0, 0))
            guard place.lp.lam.isFinite, place.lp.phi.isFinite else { return nil }
            return Position(
                longitudeDegrees: place.lp.lam * 180 / .pi,
                latitudeDegrees: place.lp.phi * 180 / .pi
            )
        }
    }
}
