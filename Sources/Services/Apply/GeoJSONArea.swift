import Foundation

/// Reads the boundary out of a GeoJSON file: the outer ring of its first polygon.
enum GeoJSONArea {
    /// Corners as the form has them, one `latitude longitude` on a line; nil if there is none.
    static func corners(_ bytes: [UInt8]) -> String? {
        guard bytes.count <= 1_000_000,
            let json = try? JSONSerialization.jsonObject(with: Data(bytes)),
            let ring = ring(in: json, depth: 0), ring.count >= 3
        else { return nil }
        return ring.map { "\($0[1]) \($0[0])" }.joined(separator: "\n")
    }

    private static func ring(in json: Any, depth: Int) -> [[Double]]? {
        guard depth < 8, let object = json as? [String: Any] else { return nil }
        switch object["type"] as? String {
        case "FeatureCollection":
            let features = object["features"] as? [Any] ?? []
            return features.lazy.compactMap { ring(in: $0, depth: depth + 1) }.first
        case "Feature": return object["geometry"].flatMap { ring(in: $0, depth: depth + 1) }
        case "Polygon": return positions((object["coordinates"] as? [Any])?.first)
        case "MultiPolygon":
            let polygons = object["coordinates"] as? [[Any]]
            return positions(polygons?.first?.first)
        case .some, nil: return nil
        }
    }

    private static func positions(_ json: Any?) -> [[Double]]? {
        guard let list = json as? [[Any]] else { return nil }
        let points = list.compactMap { pair -> [Double]? in
            let numbers = pair.compactMap { ($0 as? NSNumber)?.doubleValue }
            return numbers.count >= 2 ? Array(numbers.prefix(2)) : nil
        }
        guard points.count == list.count, points.count <= 2000 else { return nil }
        // The last position repeats the first one.
        return points.first == points.last ? Array(points.dropLast()) : points
    }
}
