/// A place on the ground in WGS 84, to a millionth of a degree.
///
/// That is some 11 centimetres, and what the EU's system keeps of a number. Whole millionths are
/// compared and written without a rest; what no degree can be stays recognisable as such.
package struct Position: Hashable, Sendable {
    /// Millionths of a degree, to the east.
    package let longitude: Int32

    /// Millionths of a degree, to the north.
    package let latitude: Int32

    package init(longitude: Int32, latitude: Int32) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// The nearest place with six decimals; nil for what is no number.
    package init?(longitudeDegrees: Double, latitudeDegrees: Double) {
        guard let longitude = Self.millionths(longitudeDegrees),
            let latitude = Self.millionths(latitudeDegrees)
        else { return nil }
        self.init(longitude: longitude, latitude: latitude)
    }

    package var longitudeDegrees: Double { Double(longitude) / 1e6 }
    package var latitudeDegrees: Double { Double(latitude) / 1e6 }

    package var isOnEarth: Bool {
        longitude.magnitude <= 180_000_000 && latitude.magnitude <= 90_000_000
    }

    /// The same two numbers, read the other way round.
    package var swapped: Position { Position(longitude: latitude, latitude: longitude) }

    private static func millionths(_ degrees: Double) -> Int32? {
        guard !degrees.isNaN else { return nil }
        let exact = (degrees * 1e6).rounded(.toNearestOrAwayFromZero)
        return Int32(exactly: exact) ?? (exact < 0 ? .min : .max)
    }
}

extension Position: CustomStringConvertible {
    /// `103.512345,-4.212345`: longitude first, as in GeoJSON.
    package var description: String {
        "\(Self.text(longitude)),\(Self.text(latitude))"
    }

    /// Degrees with exactly six decimals.
    package static func text(_ millionths: Int32) -> String {
        let magnitude = millionths.magnitude
        let fraction = String(magnitude % 1_000_000)
        let zeros = String(repeating: "0", count: 6 - fraction.count)
        return "\(millionths < 0 ? "-" : "")\(magnitude / 1_000_000).\(zeros)\(fraction)"
    }
}
