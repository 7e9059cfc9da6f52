package import Feel

/// Points and areas on the ground, as answers.
///
/// A point is `lintang` and `bujur` in degrees; an area is its corner points and its `luas` in
/// hectares, worked out here so that no browser is trusted with it.
package enum Land {
    static let pointType = FeelType.context([
        "lintang": .number, "bujur": .number, "ketelitian": .optional(.number),
    ])
    static let areaType = FeelType.context(["luas": .number, "titik": .list(pointType)])

    /// Reads `-4.05,103.2` or `-4.05,103.2,12`, the last being the accuracy in metres.
    ///
    /// Longitudes of Indonesia lie beyond 90, so either of the two may stand first.
    package static func point(_ text: String) -> FeelValue? {
        var parts = text.split { $0 == "," || $0.isWhitespace }.map { Decimal34(String($0)) }
        if parts.count >= 2, let first = parts[0], first.magnitude > 90 { parts.swapAt(0, 1) }
        guard (2...3).contains(parts.count), let latitude = parts[0], let longitude = parts[1],
            latitude.magnitude <= 90, longitude.magnitude <= 180
        else { return nil }
        var fields: [String: FeelValue] = [
            "lintang": .number(latitude), "bujur": .number(longitude),
        ]
        if parts.count == 3 {
            guard let accuracy = parts[2], !accuracy.isNegative else { return nil }
            fields["ketelitian"] = .number(accuracy)
        }
        return .context(fields)
    }

    /// Reads points separated by `;` or spaces: at least three corners.
    package static func area(_ text: String) -> FeelValue? {
        var points: [FeelValue] = []
        let hasSigns = text.contains(";")
        for part in text.split(whereSeparator: { hasSigns ? $0 == ";" : $0.isWhitespace }) {
            guard let point = point(String(part)) else { return nil }
            points.append(point)
        }
        if points.count > 1, points.first == points.last { points.removeLast() }
        guard points.count >= 3 else { return nil }
        let size = hectares(points.compactMap(Self.degrees))
        return .context(["titik": .list(points), "luas": .number(size)])
    }

    /// The first corner before which the boundary crosses itself; corners count from 1.
    package static func crossing(of area: FeelValue) -> Int? {
        guard let points = area.fields?["titik"]?.items?.compactMap(Self.degrees), points.count > 3
        else { return nil }
        let count = points.count
        for first in 0..<count {
            for second in (first + 1)..<count {
                let neighbours = second == first + 1 || (first == 0 && second == count - 1)
                if !neighbours,
                    crosses(
                        (points[first], points[(first + 1) % count]),
                        (points[second], points[(second + 1) % count])
                    )
                {
                    return second + 1
                }
            }
        }
        return nil
    }

    typealias Degrees = (latitude: Double, longitude: Double)

    private static func degrees(_ point: FeelValue) -> Degrees? {
        guard let fields = point.fields,
            let latitude = fields["lintang"]?.number.flatMap({ Double($0.description) }),
            let longitude = fields["bujur"]?.number.flatMap({ Double($0.description) })
        else { return nil }
        return (latitude, longitude)
    }

    /// On a plane that touches the ellipsoid at the middle latitude; for plots that is exact enough.
    private static func hectares(_ points: [Degrees]) -> Decimal34 {
        guard let first = points.first else { return .zero }
        let middle = points.map(\.latitude).reduce(0, +) / Double(points.count)
        let tall = 111_132.954 - 559.822 * cosine(2 * middle) + 1.175 * cosine(4 * middle)
        let wide =
            111_412.84 * cosine(middle) - 93.5 * cosine(3 * middle) + 0.118 * cosine(5 * middle)
        let flat = points.map {
            (x: ($0.longitude - first.longitude) * wide, y: ($0.latitude - first.latitude) * tall)
        }
        var doubled = 0.0
        for (index, point) in flat.enumerated() {
            let next = flat[(index + 1) % flat.count]
            doubled += point.x * next.y - next.x * point.y
        }
        let tenThousandths = (doubled.magnitude / 2).rounded()
        return Decimal34(coefficient: UInt128(tenThousandths), exponent: -4) ?? .zero
    }

    /// The cosine of degrees, by its series: enough terms for half a turn.
    private static func cosine(_ degrees: Double) -> Double {
        let turns = degrees.truncatingRemainder(dividingBy: 360)
        let half = turns > 180 ? turns - 360 : turns < -180 ? turns + 360 : turns
        let angle = half * Double.pi / 180
        var term = 1.0
        var sum = 1.0
        for step in 1...15 {
            term *= -angle * angle / Double((2 * step - 1) * (2 * step))
            sum += term
        }
        return sum
    }

    private static func crosses(_ one: (Degrees, Degrees), _ other: (Degrees, Degrees)) -> Bool {
        func side(_ a: Degrees, _ b: Degrees, _ c: Degrees) -> Double {
            (b.longitude - a.longitude) * (c.latitude - a.latitude)
                - (b.latitude - a.latitude) * (c.longitude - a.longitude)
        }
        return side(one.0, one.1, other.0) * side(one.0, one.1, other.1) < 0
            && side(other.0, other.1, one.0) * side(other.0, other.1, one.1) < 0
    }
}
