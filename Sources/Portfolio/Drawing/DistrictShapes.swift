import Foundation
package import Stories

/// The boundaries of the districts, ready to be drawn.
package struct DistrictShapes: Hashable, Sendable {
    /// What is drawn for each district.
    package let shapes: [Code: Shape]

    /// How high the drawing is; it is `width` wide.
    package let height: Int

    /// One district: its boundary as a path, and where its name stands.
    package struct Shape: Hashable, Sendable {
        package let path: String
        package let middle: PlanePoint
    }

    package static let width = 720

    /// The most bytes that a file may have.
    package static let most = 2_000_000

    /// The most bytes that all paths together come to: pages of a leader are not squeezed.
    package static let mostDrawn = 16_000

    /// Reads a GeoJSON file whose features carry the code of their district as `kode`.
    ///
    /// - Parameter codes: the districts of the regency: each must be there, and no other.
    package init(geoJSON bytes: [UInt8], codes: Set<Code>) throws(DistrictMapProblem) {
        guard bytes.count <= Self.most else { throw .tooLarge }
        let file: GeoJSONFile
        do {
            file = try JSONDecoder().decode(GeoJSONFile.self, from: Data(bytes))
        } catch {
            throw .unreadable
        }
        var rings: [Code: [[PlanePoint]]] = [:]
        for feature in file.features {
            guard let code = Code(feature.properties.kode), codes.contains(code) else {
                throw .unknownCode(feature.properties.kode)
            }
            rings[code, default: []] += feature.geometry.rings.map { ring in
                ring.filter { $0.count >= 2 }.map { PlanePoint($0[0], $0[1]) }
            }
        }
        if let missing = codes.sorted().first(where: { rings[$0] == nil }) {
            throw .missing(missing.text)
        }
        // At least a triangle: what is left out later is told as too much detail.
        let empty = rings.filter { $0.value.allSatisfy { Set($0).count < 3 } }.keys.min()
        if let empty { throw .withoutArea(empty.text) }
        self = try Self.drawn(rings)
    }

    private init(shapes: [Code: Shape], height: Int) {
        self.shapes = shapes
        self.height = height
    }

    /// Lays the rings on the sheet and leaves out points until they are few enough.
    private static func drawn(
        _ rings: [Code: [[PlanePoint]]]
    ) throws(DistrictMapProblem) -> DistrictShapes {
        let all = rings.values.joined().joined()
        guard let west = all.map(\.x).min(), let east = all.map(\.x).max(),
            let south = all.map(\.y).min(), let north = all.map(\.y).max(),
            east > west, north > south, west >= -180, east <= 180, south >= -90, north <= 90
        else { throw .unreadable }
        // A degree of longitude is shorter the further one is from the equator.
        let shrink = cos((south + north) / 2 * .pi / 180)
        let scale = Double(width - 4) / ((east - west) * shrink)
        let height = Int(((north - south) * scale).rounded(.up)) + 4
        guard height <= 4 * width else { throw .unreadable }
        let laid = rings.mapValues { rings in
            rings.map { ring in
                ring.map { point in
                    PlanePoint(
                        2 + (point.x - west) * shrink * scale,
                        2 + (north - point.y) * scale
                    )
                }
            }
        }
        var distance = 1.0
        while distance <= 64 {
            let shapes = laid.compactMapValues { shape($0, within: distance) }
            let size = shapes.values.reduce(0) { $0 + $1.path.utf8.count }
            if size <= mostDrawn, shapes.count == rings.count {
                return DistrictShapes(shapes: shapes, height: height)
            }
            distance *= 1.5
        }
        throw .tooDetailed
    }

    private static func shape(_ rings: [[PlanePoint]], within distance: Double) -> Shape? {
        let simple = rings.compactMap { ring in
            // The last position of a ring repeats the first one.
            let open = ring.first == ring.last ? Array(ring.dropLast()) : ring
            return Simplification.ring(open, within: distance)
        }
        guard let largest = simple.max(by: { $0.count < $1.count }) else { return nil }
        let path = simple.map { ring in
            "M"
                + ring.map { "\(Int($0.x.rounded())) \(Int($0.y.rounded()))" }.joined(
                    separator: "L"
                )
                + "Z"
        }
        .joined()
        let (xs, ys) = (largest.map(\.x), largest.map(\.y))
        let middle = PlanePoint(
            ((xs.min() ?? 0) + (xs.max() ?? 0)) / 2,
            ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2
        )
        return Shape(path: path, middle: middle)
    }
}

/// Why a file is no map of the districts.
package enum DistrictMapProblem: Error, Hashable, Sendable {
    case tooLarge
    case unreadable
    case tooDetailed
    case unknownCode(String)
    case missing(String)
    case withoutArea(String)
}

/// As much of GeoJSON as a map of districts needs.
private struct GeoJSONFile: Decodable {
    let features: [Feature]

    struct Feature: Decodable {
        let properties: Properties
        let geometry: Geometry
    }

    struct Properties: Decodable {
        let kode: String
    }

    struct Geometry: Decodable {
        let rings: [[[Double]]]

        private enum Key: CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            switch try values.decode(String.self, forKey: .type) {
            case "Polygon":
                rings = try values.decode([[[Double]]].self, forKey: .coordinates)
            case "MultiPolygon":
                rings = try values.decode([[[[Double]]]].self, forKey: .coordinates).flatMap(\.self)
            case let other:
                throw DecodingError.dataCorruptedError(
                    forKey: .type,
                    in: values,
                    debugDescription: "no area: \(other)"
                )
            }
        }
    }
}
