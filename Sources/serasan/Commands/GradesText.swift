import Beans

/// Grades as a person reads them at a console.
struct GradesText {
    private let graded: [GradedSample]
    private let problems: [LabProblem]

    init(_ graded: [GradedSample], _ problems: [LabProblem]) {
        (self.graded, self.problems) = (graded, problems)
    }

    var text: String {
        let samples = graded.map(sample)
        let unread = problems.map { "\($0.place.indonesian): \($0.sentence.indonesian)" }
        let parts =
            samples
            + (unread.isEmpty ? [] : [(["Tidak terbaca:"] + unread).joined(separator: "\n  ")])
            + [summary]
        return parts.joined(separator: "\n\n")
    }

    private func sample(_ graded: GradedSample) -> String {
        let report = graded.report
        let treatment = report.treatment.map { ", \($0.title.indonesian)" } ?? ""
        let head = "Contoh \(graded.name) (\(report.species.title.indonesian)\(treatment))"
        let rows =
            report.lines.map { ($0.defect.title.indonesian, $0.arithmetic.indonesian) }
            + [("Jumlah nilai cacat", report.sum.text())]
        let width = rows.map(\.0.count).max() ?? 0
        let table = rows.map { title, value in
            title + String(repeating: " ", count: width - title.count + 2) + value
        }
        let rest =
            [report.scaling.indonesian, report.conclusion.indonesian]
            + report.requirements.map(\.sentence.indonesian)
            + report.notes.map { "Catatan: \($0.indonesian)" }
        return ([head] + table + rest).joined(separator: "\n  ")
    }

    private var summary: String {
        let outside = graded.count { !$0.report.isWithinStandard }
        let grades = Grade.allCases.compactMap { grade -> String? in
            let count = graded.count { $0.report.grade == grade }
            return count > 0 ? "\(grade.title.indonesian): \(count)" : nil
        }
        let counts = ["\(graded.count) contoh"] + grades
        return counts.joined(separator: "; ")
            + ". Di luar standar: \(outside). Tidak terbaca: \(problems.count) hal."
    }
}
