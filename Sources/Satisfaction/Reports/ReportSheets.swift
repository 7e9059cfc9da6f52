import Site
import Stories

// Reports as rows: decimals with a comma, as Indonesian spreadsheets read them.

extension Report {
    /// The report of an office: one row for each element, then the index.
    func spreadsheet(_ regency: RegencyNow) -> Spreadsheet {
        let place = [
            regency.unitWords(scope).indonesian, regency.serviceWords(scope).indonesian,
            scope.period.text,
        ]
        let sample = figures.sample
        let counts = ["\(sample.answers)", "\(sample.population)", "\(sample.needed)"]
        var rows = [
            [
                "kantor", "layanan", "waktu", "jawaban", "permohonan_selesai",
                "jawaban_diperlukan", "kode", "unsur", "rata_rata", "rata_rata_tertimbang",
            ]
        ]
        guard let told = figures.told else {
            let why = Words.notEnough(sample).indonesian
            rows.append(place + counts + ["IKM", why, "", ""])
            return Spreadsheet(rows)
        }
        for row in figures.elementRows {
            rows.append(
                place + counts + [
                    row.element.code, row.element.title.indonesian,
                    NumberWords.decimal(row.average, in: .indonesian),
                    NumberWords.decimal(row.weighted, in: .indonesian),
                ]
            )
        }
        let index = NumberWords.decimal(told.text, in: .indonesian)
        rows.append(place + counts + ["IKM", "Mutu \(told.quality.rawValue)", index, ""])
        return Spreadsheet(rows)
    }
}

extension [ShownPublication] {
    /// What is published, one row for each report.
    func spreadsheet(_ regency: RegencyNow) -> Spreadsheet {
        let head =
            [
                "kantor", "layanan", "waktu", "jawaban", "permohonan_selesai", "ikm", "mutu",
                "bobot", "terbit",
            ] + SurveyElement.allCases.map(\.rawValue)
        return Spreadsheet(
            [head]
                + map { shown in
                    let (scope, figures) = (
                        shown.publication.scope, shown.publication.figures
                    )
                    let index = figures.index
                    return [
                        regency.unitWords(scope).indonesian,
                        regency.serviceWords(scope).indonesian, scope.period.text,
                        "\(figures.tally.count)", "\(figures.population)",
                        index.map { NumberWords.decimal($0.text, in: .indonesian) } ?? "",
                        index?.quality.rawValue ?? "", figures.policy.words.indonesian,
                        regency.installation.zone.day(shown.at).description,
                    ]
                        + SurveyElement.allCases.map { element in
                            figures.tally.average(of: element).map {
                                NumberWords.decimal($0.text(decimals: 4), in: .indonesian)
                            } ?? ""
                        }
                }
        )
    }
}
