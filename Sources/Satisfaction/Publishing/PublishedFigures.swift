import Ledger
package import Site
import Stories

extension SatisfactionFeature {
    /// The published figures as open data: nothing that leaders have not approved.
    package var datasets: [Dataset] {
        [
            Dataset(
                "kinerja",
                .performance,
                Words(
                    "Nilai kepuasan warga yang sudah diterbitkan, menurut kantor dan waktu.",
                    "Published satisfaction of citizens, by office and period."
                ),
                columns: [
                    .init("kantor", Words("Kantor", "Office")),
                    .init("layanan", Words("Layanan; kosong: semua", "Service; empty: all")),
                    .init("tahun", Words("Tahun", "Year")),
                    .init(
                        "triwulan",
                        Words("Triwulan; kosong: setahun", "Quarter; empty: the year")
                    ),
                    .init("jawaban", Words("Jumlah jawaban", "Number of answers")),
                    .init("ikm", Words("Nilai 25 sampai 100", "Index from 25 to 100")),
                    .init("mutu", Words("Mutu pelayanan", "Class of quality")),
                ]
            ) {
                let shown = try await store.read { reader in try reader.publishedReports() }
                return shown.filter { $0.publication.figures.tally.count >= Sample.fewest }
                    .map { Self.row($0.publication) }
            }
        ]
    }

    private static func row(_ publication: Publication) -> [Dataset.Value] {
        let (scope, figures) = (publication.scope, publication.figures)
        let index = figures.told
        return [
            .init(scope.unit?.text), .init(scope.service?.text), .number(scope.period.year),
            scope.period.quarter.map { .number($0) } ?? .nothing, .number(figures.tally.count),
            index.map { .decimal($0.text) } ?? .nothing,
            .init(index?.quality.labelled.indonesian),
        ]
    }
}
