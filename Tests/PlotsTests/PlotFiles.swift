import Plots

/// Files of plots for tests, put together from their parts; all producers are invented.
enum PlotFiles {
    static let properties =
        #"{"ProducerName":"Kenari Bukit","ProducerCountry":"ID","ProductionPlace":"16.03.08-0001","#
        + #""Area":1.25}"#

    /// A square near Semende whose sides are some 111 metres.
    static let square =
        "[103.500000,-4.200000],[103.501001,-4.200000],[103.501001,-4.199001],"
        + "[103.500001,-4.199001],[103.500000,-4.200000]"

    static func feature(_ geometry: String, _ properties: String = properties) -> String {
        #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
    }

    static func collection(_ features: String...) -> [UInt8] {
        Array(
            "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))]}"
                .utf8
        )
    }

    static func point(_ position: String = "[103.512345,-4.212345]") -> String {
        #"{"type":"Point","coordinates":\#(position)}"#
    }

    static func polygon(_ rings: String...) -> String {
        let rings = rings.map { "[\($0)]" }.joined(separator: ",")
        return #"{"type":"Polygon","coordinates":[\#(rings)]}"#
    }

    /// The properties with one more at their end, which takes the place of `Area`.
    static func properties(area: String?) -> String {
        let rest = area.map { ",\"Area\":\($0)" } ?? ""
        return
            #"{"ProducerName":"Kenari Bukit","ProducerCountry":"ID","ProductionPlace":"a"\#(rest)}"#
    }

    /// A square of so many millionths of a degree, at a corner.
    static func outline(west: Int32, south: Int32, wide: Int32, high: Int32) -> Outline {
        let corners = [
            (west, south), (west + wide, south), (west + wide, south + high), (west, south + high),
            (west, south),
        ]
        return Outline(ring: corners.map { Position(longitude: $0.0, latitude: $0.1) })
    }
}

extension PlotFileCheck {
    var codes: Set<String> { Set(counts.keys) }

    init(text: String) { self.init(Array(text.utf8)) }
}
