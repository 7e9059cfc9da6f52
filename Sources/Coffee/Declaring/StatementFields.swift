import Foundation
import Plots
import Stories

/// The fields of a due diligence statement that the supplier knows, for the buyer's own statement.
///
/// Named as in the EU system's interface (V3), one producer with the plots of that producer. What
/// only the operator can say (its name, EORI number, references of others) is not in it.
struct StatementFields {
    let file: BuyerFile
    let madeOn: Day

    /// The first and last day on which coffee of the lot was brought.
    let days: ClosedRange<Day>?

    private var scientificName: String? {
        switch file.lot.what.species.text {
        case "robusta": "Coffea canephora"
        case "arabika": "Coffea arabica"
        case "liberika": "Coffea liberica"
        case _: nil
        }
    }

    /// Chapter 09 of the Harmonized System: 0901.11 is coffee neither roasted nor decaffeinated,
    /// 0901.21 is roasted.
    private var heading: String {
        ["sangrai", "bubuk"].contains(file.lot.what.kind.text) ? "090121" : "090111"
    }

    func json() throws -> [UInt8] {
        try CanonicalJSON.write(.object(fields))
    }

    private var fields: [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "format": .text("serasan-statement/1"),
            "internalReferenceNumber": .text(file.lot.code),
            "madeOn": .text("\(madeOn)"),
            "buyer": .text(file.buyer.name),
            "countryOfProduction": .text("ID"),
            "season": .number(Double(file.lot.season)),
            "isComplete": .flag(file.isComplete),
            "plots": .number(Double(file.declared.count)),
            "plotsLeftOut": .number(Double(file.leftOut.count)),
            "commodities": .list([.object(commodity)]),
        ]
        if let days {
            fields["deliveredFrom"] = .text("\(days.lowerBound)")
            fields["deliveredUntil"] = .text("\(days.upperBound)")
        }
        return fields
    }

    private var commodity: [String: JSONValue] {
        var species: [String: JSONValue] = ["commonName": .text(file.lot.what.species.text)]
        species["scientificName"] = scientificName.map(JSONValue.text)
        // At most 150 characters, as the system takes them.
        let description = String("\(file.lot.title), lot \(file.lot.code)".prefix(150))
        return [
            "hsHeading": .text(heading),
            "descriptors": .object([
                "descriptionOfGoods": .text(description),
                "goodsMeasure": .object(["netWeight": .number(Double(file.grams) / 1000)]),
            ]),
            "speciesInfo": .object(species),
            "producers": .list(producers),
        ]
    }

    private var producers: [JSONValue] {
        Dictionary(grouping: file.declared) { $0.plot.grower?.name ?? "" }
            .sorted { $0.key < $1.key }
            .map { name, plots in
                let declared = plots.compactMap { plot in
                    plot.plot.boundary.map {
                        DeclaredPlot(producer: name, place: plot.plot.label, boundary: $0)
                    }
                }
                let geometry = Data(GeoJSONWriter.file(of: declared)).base64EncodedString()
                return .object([
                    "country": .text("ID"), "name": .text(name),
                    "geometryGeojson": .text(geometry),
                ])
            }
    }
}
