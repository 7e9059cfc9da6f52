import Exchange
import Site
import Stories

/// What one regency says of one measure in one quarter.
struct ComparedMeasure: Sendable {
    let name: Words
    let key: String
    let of: @Sendable (ComparedRegency, ComparedCell) -> Measured
}

extension ComparedService {
    /// The measures in the order in which they are shown.
    func measures(_ zone: Zone, _ quality: @escaping @Sendable (Int) -> String) -> [ComparedMeasure]
    {
        [
            .init(name: .statedBy, key: "dinyatakan_oleh") { regency, cell in
                guard let stated = cell.stated else {
                    return Measured(words: .notStatedYet, plain: "")
                }
                let day = zone.day(stated)
                return Measured(
                    words: .statedOn(regency.name, day),
                    plain: "\(regency.name) \(day)"
                )
            },
            .init(name: .receivedMeasure, key: "masuk") { Measured($1.figures.received) },
            .init(name: .decidedMeasure, key: "diputus") { Measured($1.figures.decided) },
            .init(name: .inTimeMeasure, key: "tepat_waktu") { Measured($1.figures.inTime) },
            .init(name: .shareMeasure, key: "tepat_waktu_persen") {
                Measured($1.figures.shareInTime)
            },
            .init(name: .medianMeasure, key: "nilai_tengah_hari_kerja") {
                Measured(days: $1.figures.medianDays)
            },
            .init(name: .indexMeasure, key: "ikm") {
                Measured(index: $1.figures.satisfaction?.hundredths, quality)
            },
            .init(name: .answersMeasure, key: "jawaban") {
                $1.figures.satisfaction.map { Measured(PublishedCount.count($0.answers)) }
                    ?? .unknown
            },
            .init(name: .costMeasure, key: "biaya_per_permohonan") {
                Measured(cost: $1.figures.cost)
            },
            .init(name: .versionMeasure, key: "versi") {
                let text = "\($1.version) (\($1.digest))"
                return Measured(words: Words(text), plain: text)
            },
            .init(name: .recordRange, key: "catatan") { _, cell in
                guard let range = cell.range else { return Measured(words: "–", plain: "") }
                return Measured(
                    words: .events(range),
                    plain: "\(range.first)-\(range.last) \(hexadecimal(range.head.digest))"
                )
            },
        ]
    }

    /// A quarter as rows: the measure, then each regency.
    func rows(
        _ quarter: Quarter,
        _ measures: [ComparedMeasure]
    ) -> [(name: Words, values: [Measured])] {
        measures.map { measure in
            let values = regencies.map { regency in
                regency.cells[quarter].map { measure.of(regency, $0) }
                    ?? Measured(words: .notStatedForQuarter, plain: "")
            }
            return (measure.name, values)
        }
    }

    /// Everything as rows of a spreadsheet: one for each quarter and regency.
    func spreadsheet(_ measures: [ComparedMeasure]) -> Spreadsheet {
        var rows = [["bagian", "triwulan", "kode", "kabupaten"] + measures.map(\.key)]
        for quarter in quarters {
            for regency in regencies {
                guard let cell = regency.cells[quarter] else { continue }
                rows.append(
                    ["angka", quarter.text, regency.code, regency.name]
                        + measures.map { $0.of(regency, cell).plain }
                )
            }
        }
        rows.append(["bagian", "bagian_layanan", "kode", "kabupaten", "penyesuaian", "alasan"])
        for regency in regencies {
            for edit in regency.adapted {
                rows.append([
                    "penyesuaian", edit.at, regency.code, regency.name, edit.sentence, edit.reason,
                ])
            }
        }
        rows.append(["bagian", "saat", "asal", "masuk", "tepat_waktu_persen", "hari_kerja", "ikm"])
        let sides = [("sebelum", beforeAndAfter.before), ("sesudah", beforeAndAfter.after)]
        for (name, side) in sides {
            guard let side else { continue }
            rows.append(
                ["sebelum_sesudah", name, side.origin.indonesian] + side.values.map(\.plain)
            )
        }
        return Spreadsheet(rows)
    }
}

extension BeforeAndAfter.Side {
    var values: [Measured] { [received, inTime, medianDays, index] }
}

extension BeforeAndAfter {
    static let measures: [Words] = [
        .receivedMeasure, .shareMeasure, .medianMeasure, .indexMeasure,
    ]

    /// The measure, then before and after; nothing where neither is known.
    var rows: [(name: Words, before: Measured, after: Measured)] {
        guard before != nil || after != nil else { return [] }
        func values(_ side: Side?) -> [Measured] {
            side?.values ?? Self.measures.map { _ in .unknown }
        }
        let (one, other) = (values(before), values(after))
        return Self.measures.enumerated().map { ($1, one[$0], other[$0]) }
    }
}
