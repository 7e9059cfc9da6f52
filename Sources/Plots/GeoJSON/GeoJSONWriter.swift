import Stories

/// Writes GeoJSON with exactly six decimals.
///
/// With fewer the EU's system adds zeros, with more it cuts or rounds, its papers do not agree
/// which: six are read the same by everybody.
package struct GeoJSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    mutating func write(_ text: String) { bytes += text.utf8 }

    mutating func write(raw: some Sequence<UInt8>) { bytes += raw }

    /// A text between quotation marks.
    mutating func write(quoted text: String) { CanonicalJSON.write(text, to: &bytes) }

    mutating func write(_ place: Position) {
        bytes.append(UInt8(ascii: "["))
        write(place.description)
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func write<Item>(list items: [Item], _ one: (inout GeoJSONWriter, Item) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            one(&self, item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func write(row places: [Position]) {
        write(list: places) { $0.write($1) }
    }

    mutating func write(polygon rings: [[Position]]) {
        write(list: rings) { $0.write(row: $1) }
    }

    mutating func write(type: String, coordinates: (inout GeoJSONWriter) -> Void) {
        write("{\"type\":\"\(type)\",\"coordinates\":")
        coordinates(&self)
        write("}")
    }

    /// A boundary as a geometry.
    package mutating func write(_ boundary: Boundary) {
        switch boundary {
        case .point(let place, _): write(type: "Point") { $0.write(place) }
        case .polygon(let outline):
            write(type: "Polygon") { $0.write(polygon: outline.rings) }
        case .multipolygon(let outlines):
            write(type: "MultiPolygon") { writer in
                writer.write(list: outlines) { $0.write(polygon: $1.rings) }
            }
        }
    }

    /// A file of plots as the EU's system reads it.
    package static func file(of plots: [DeclaredPlot]) -> [UInt8] {
        var writer = GeoJSONWriter()
        writer.write("{\"type\":\"FeatureCollection\",\"features\":[")
        for (index, plot) in plots.enumerated() {
            writer.write(index == 0 ? "\n" : ",\n")
            writer.write(plot)
        }
        writer.write("\n]}\n")
        return writer.bytes
    }

    /// A file of boundaries, each with texts of its own: for tools other than the EU's.
    package static func file(
        of named: [(properties: [(name: String, text: String)], boundary: Boundary)]
    ) -> [UInt8] {
        var writer = GeoJSONWriter()
        writer.write("{\"type\":\"FeatureCollection\",\"features\":[")
        for (index, one) in named.enumerated() {
            writer.write(index == 0 ? "\n" : ",\n")
            writer.write("{\"type\":\"Feature\",\"properties\":{")
            for (number, property) in one.properties.enumerated() {
                if number > 0 { writer.write(",") }
                writer.write(quoted: property.name)
                writer.write(":")
                writer.write(quoted: property.text)
            }
            writer.write("},\"geometry\":")
            writer.write(one.boundary)
            writer.write("}")
        }
        writer.write("\n]}\n")
        return writer.bytes
    }

    private mutating func write(_ plot: DeclaredPlot) {
        write("{\"type\":\"Feature\",\"properties\":{\"ProducerName\":")
        write(quoted: plot.producer)
        write(",\"ProducerCountry\":")
        write(quoted: plot.country)
        write(",\"ProductionPlace\":")
        write(quoted: plot.place)
        if let hectares = plot.boundary.hectares {
            write(",\"Area\":\(Self.text(hectares: hectares))")
        }
        write("},\"geometry\":")
        write(plot.boundary)
        write("}")
    }

    /// Four decimals are a square metre.
    private static func text(hectares: Double) -> String {
        let tenThousandths = (hectares * 10_000).rounded()
        guard tenThousandths.magnitude < 1e15 else { return "\(hectares)" }
        let (whole, rest) = Int64(tenThousandths).quotientAndRemainder(dividingBy: 10_000)
        let fraction = String(10_000 + rest.magnitude).dropFirst()
        return "\(whole).\(fraction)"
    }
}

extension Outline {
    fileprivate var rings: [[Position]] { [ring] + holes }
}

/// A plot as it is declared to the EU: whose, where, and its boundary.
package struct DeclaredPlot: Hashable, Sendable {
    package let producer: String

    /// Two capitals: `ID`.
    package let country: String

    /// A free name; the plot's code goes here, since there is no other field for it.
    package let place: String
    package let boundary: Boundary

    package init(producer: String, country: String = "ID", place: String, boundary: Boundary) {
        self.producer = producer
        self.country = country
        self.place = place
        self.boundary = boundary
    }
}
