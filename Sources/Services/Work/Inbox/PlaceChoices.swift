import Blueprints
import Office
import Site
import Stories

/// Where the cases of a list come from: a district, and once it is chosen, one of its villages.
///
/// A regency has some hundred villages: they are not all written into every page of the inbox.
struct PlaceChoices {
    let official: WorkingOfficial

    /// The district or village that is chosen.
    let region: String?

    var selects: [FilterForm.Select] {
        let force = official.force
        let districts = force.villages.districts(of: force.regency.code).map {
            Option($0.code, Words("Kecamatan \($0.name)", "\($0.name) district"))
        }
        let chosen = region.map(Self.district(of:))
        var district = FilterForm.Select("wilayah", .placeColumn, chosen, districts)
        guard let here = chosen ?? ownDistrict else { return [district] }
        let villages = force.villages.codes(in: here).map { code in
            Option(code, Words(force.villages.title(of: code) ?? code))
        }
        guard !villages.isEmpty else { return [district] }
        let village = region.flatMap { $0 == chosen ? nil : $0 }
        // A village in its district is one filter, not two.
        district.counts = village == nil
        return [district, FilterForm.Select("desa", .village, village, villages)]
    }

    /// The one district in which all villages lie that the official's units serve.
    private var ownDistrict: String? {
        let office = official.force.office
        let villages = official.standing.units.compactMap { office.unit($0)?.village?.text }
        let districts = Set(villages.map(Self.district(of:)))
        return districts.count == 1 ? districts.first : nil
    }

    private static func district(of code: String) -> String {
        code.split(separator: ".").prefix(3).joined(separator: ".")
    }
}

extension Words {
    static let village = Words("Desa atau kelurahan", "Village")
}
