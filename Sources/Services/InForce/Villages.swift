import Blueprints
import FoundationEssentials
import Stories

/// The villages, districts and regencies that an address may name, by Kemendagri code.
package struct Villages: Sendable {
    /// One place: `16.03.08.2001`, Penindaian, desa.
    package struct Place: Hashable, Sendable {
        package let code: String
        package let name: String
        package let level: String
    }

    private let places: [String: Place]
    private let districts: [Place]
    private let searchable: [(folded: String, place: Place)]

    /// The first six digits of the NIKs that are registered in these districts.
    package let districtDigits: Set<String>

    /// Reads the lines of a CSV file with the columns `kode,nama,tingkat`.
    package init(csv: String) {
        var places: [String: Place] = [:]
        for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count >= 3 else { continue }
            let place = Place(
                code: String(cells[0]),
                name: String(cells[1]),
                level: String(cells[2])
            )
            places[place.code] = place
        }
        self.places = places
        districts = places.values.filter { $0.level == "kecamatan" }
            .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        searchable = places.values
            .filter { $0.level == "desa" || $0.level == "kelurahan" }
            .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
            .map { ($0.name.lowercased(), $0) }
        districtDigits = Set(
            places.values.filter { $0.level == "kecamatan" }
                .map { $0.code.filter { $0 != "." } }
        )
    }

    /// The districts of a regency, by their names.
    package func districts(of regency: String) -> [Place] {
        districts.filter { $0.code.hasPrefix(regency + ".") }
    }

    package func isVillage(_ code: String) -> Bool {
        places[code].map { $0.level == "desa" || $0.level == "kelurahan" } ?? false
    }

    /// The villages of a region, by their codes in order.
    package func codes(in region: String) -> [String] {
        places.keys.filter { $0.hasPrefix("\(region).") && isVillage($0) }.sorted()
    }

    package func name(of code: String) -> String? { places[code]?.name }

    /// "Kelurahan Pasar II Muara Enim", "Desa Penindaian".
    package func title(of code: String) -> String? {
        places[code].map { place in
            place.level == "desa" || place.level == "kelurahan"
                ? "\(place.level == "desa" ? "Desa" : "Kelurahan") \(place.name)" : place.name
        }
    }

    /// What any region is called inside a sentence: "Kecamatan Muara Enim", "Desa Penindaian".
    package func regionName(of code: String) -> String? {
        guard let place = places[code] else { return nil }
        return place.level == "kecamatan" ? "Kecamatan \(place.name)" : title(of: code)
    }

    /// The name of the district in which a village lies.
    package func district(of code: String) -> String? {
        places[code.split(separator: ".").prefix(3).joined(separator: ".")]?.name
    }

    /// "Pasar II Muara Enim, Kecamatan Muara Enim".
    package func fullName(of code: String) -> String? {
        guard let title = title(of: code) else { return nil }
        return district(of: code).map { "\(title), Kecamatan \($0)" } ?? title
    }

    /// Villages whose name has every word of the search, those that begin with it first.
    ///
    /// Those of a region come before all others: whoever lives elsewhere still finds their own,
    /// and is told where to apply.
    package func search(_ text: String, first region: String? = nil, limit: Int = 20) -> [Place] {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first else { return [] }
        let found = searchable.filter { entry in words.allSatisfy(entry.folded.contains) }
        let (early, late) = (
            found.filter { $0.folded.hasPrefix(first) },
            found.filter { !$0.folded.hasPrefix(first) }
        )
        let places = (early + late).map(\.place)
        guard let region else { return Array(places.prefix(limit)) }
        let isNear = { (place: Place) in place.code.hasPrefix(region + ".") }
        return Array((places.filter(isNear) + places.filter { !isNear($0) }).prefix(limit))
    }
}
