import Cases
import Ledger
import Stories

/// Every questionnaire as a row: grades, what somebody says of themselves, what it counts for.
///
/// No row says of which case it is; the remark stays sealed with the case and goes with it.
enum AnswersView {
    static let view = ViewOfRecord(
        "survey_answers",
        .now,
        of: [SurveyStory.kind],
        tables: ["survey_answers", "survey_sums"],
        schema: [
            """
            CREATE TABLE survey_answers (id BLOB PRIMARY KEY, service TEXT NOT NULL, \
            unit TEXT NOT NULL, year BIGINT NOT NULL, quarter BIGINT NOT NULL, \
            persyaratan BIGINT NOT NULL, prosedur BIGINT NOT NULL, waktu BIGINT NOT NULL, \
            biaya BIGINT NOT NULL, produk BIGINT NOT NULL, kompetensi BIGINT NOT NULL, \
            perilaku BIGINT NOT NULL, pengaduan BIGINT NOT NULL, sarana BIGINT NOT NULL, \
            sex TEXT, age TEXT, education TEXT, work TEXT, remark BLOB)
            """,
            "CREATE INDEX survey_answers_of_unit ON survey_answers (unit, year, quarter)",
            // Kept as they come: whoever asks for an index does not read every answer again.
            """
            CREATE TABLE survey_sums (unit TEXT NOT NULL, service TEXT NOT NULL, \
            year BIGINT NOT NULL, quarter BIGINT NOT NULL, n BIGINT NOT NULL, \
            persyaratan BIGINT NOT NULL, prosedur BIGINT NOT NULL, waktu BIGINT NOT NULL, \
            biaya BIGINT NOT NULL, produk BIGINT NOT NULL, kompetensi BIGINT NOT NULL, \
            perilaku BIGINT NOT NULL, pengaduan BIGINT NOT NULL, sarana BIGINT NOT NULL, \
            PRIMARY KEY (year, quarter, unit, service))
            """,
        ],
        project: { projection in
            switch try projection.event.fact(SurveyFact.self) {
            case .answered(let answer): [row(projection.event.stream.id, answer), sum(answer)]
            }
        }
    )

    private static func sum(_ answer: SurveyAnswer) -> SQL {
        """
        INSERT INTO survey_sums (unit, service, year, quarter, n, persyaratan, prosedur, waktu, \
        biaya, produk, kompetensi, perilaku, pengaduan, sarana) VALUES (\(answer.unit), \
        \(answer.service), \(answer.quarter.year), \(answer.quarter.quarter ?? 0), 1, \
        \(each: answer.grades.inOrder.map(\.rawValue))) \
        ON CONFLICT (year, quarter, unit, service) DO UPDATE SET n = survey_sums.n + 1, \
        persyaratan = survey_sums.persyaratan + excluded.persyaratan, \
        prosedur = survey_sums.prosedur + excluded.prosedur, \
        waktu = survey_sums.waktu + excluded.waktu, biaya = survey_sums.biaya + excluded.biaya, \
        produk = survey_sums.produk + excluded.produk, \
        kompetensi = survey_sums.kompetensi + excluded.kompetensi, \
        perilaku = survey_sums.perilaku + excluded.perilaku, \
        pengaduan = survey_sums.pengaduan + excluded.pengaduan, \
        sarana = survey_sums.sarana + excluded.sarana
        """
    }

    private static func row(_ id: OpaqueID, _ answer: SurveyAnswer) -> SQL {
        let respondent = answer.respondent
        return """
            INSERT INTO survey_answers (id, service, unit, year, quarter, persyaratan, prosedur, \
            waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana, sex, age, education, \
            work, remark) VALUES (\(id), \(answer.service), \(answer.unit), \
            \(answer.quarter.year), \(answer.quarter.quarter ?? 0), \
            \(each: answer.grades.inOrder.map(\.rawValue)), \(respondent.sex?.rawValue), \
            \(respondent.age?.rawValue), \(respondent.education?.rawValue), \
            \(respondent.work?.rawValue), \(answer.remark?.id))
            """
    }
}
