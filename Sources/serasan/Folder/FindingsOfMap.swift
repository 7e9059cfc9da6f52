import Blueprints
import Foundation
import Portfolio
import Services
import Stories

extension RegencyFile {
    /// What is wrong with the map of the districts.
    ///
    /// - Parameters:
    ///   - bytes: the file that `map` names; nil where it is not there.
    ///   - text: the text of a file of the folder.
    func findings(
        ofMap file: String,
        _ bytes: [UInt8]?,
        text: (String) -> String?
    ) -> [Diagnostic] {
        guard let bytes else {
            return [
                finding("Berkas peta \(file) tidak ada di folder kabupaten.", text)
            ]
        }
        let districts = Villages(csv: text("wilayah.csv") ?? "").districts(of: code)
        do {
            _ = try DistrictShapes(
                geoJSON: bytes,
                codes: Set(districts.compactMap { Code($0.code) })
            )
            return []
        } catch {
            return [finding("\(file): \(error.sentence)", text)]
        }
    }

    private func finding(_ sentence: String, _ text: (String) -> String?) -> Diagnostic {
        let lines = (text("regency.yaml") ?? "").split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
        let line = lines.firstIndex { $0.hasPrefix("map:") } ?? 0
        return Diagnostic(
            code: FormCode.notAMap.rawValue,
            place: Place(file: "regency.yaml", line: line + 1, column: 1),
            sentence: sentence,
            fix: "Pakai GeoJSON dengan satu daerah untuk tiap kecamatan di wilayah.csv."
        )
    }
}

extension DistrictMapProblem {
    var sentence: String {
        switch self {
        case .tooLarge: "berkas ini lebih besar dari 2 MB."
        case .unreadable: "isi berkas ini bukan GeoJSON berisi daerah dengan `kode`."
        case .tooDetailed: "batasnya tidak bisa disederhanakan sampai cukup ringan."
        case .unknownCode(let code): "kecamatan \(code) tidak ada di wilayah.csv."
        case .missing(let code): "kecamatan \(code) tidak ada di peta."
        case .withoutArea(let code): "kecamatan \(code) tidak punya luas di peta."
        }
    }
}
