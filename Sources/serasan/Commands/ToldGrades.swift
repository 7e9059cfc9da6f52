import Beans
import Feel

/// Grades as a program reads them: decimals with a dot, as text, so that none is rounded.
struct ToldGrades: Encodable {
    let samples: [Sample]
    let problems: [Problem]

    struct Sample: Encodable {
        let sample: String
        let line: Int
        let species: String
        let process: String?
        let grams: String
        let defects: [Line]
        let points, pointsIn300: String
        let indicative: Bool
        let grade: String
        let requirements: [Demand]
        let size: String?
        let within, complete: Bool
        let notes: [String]
    }

    struct Line: Encodable {
        let defect: String
        let count: Int
        let each, points: String
        let counted: Bool
    }

    struct Demand: Encodable {
        let kind: String
        let percent: String?
        let verdict: String
    }

    struct Problem: Encodable {
        let code: String
        let line: Int
        let column: String?
        let sentence, english: String
    }

    init(_ graded: [GradedSample], _ found: [LabProblem]) {
        samples = graded.map { Sample($0) }
        problems = found.map {
            Problem(
                code: $0.code.rawValue,
                line: $0.line,
                column: $0.column,
                sentence: $0.sentence.indonesian,
                english: $0.sentence.english
            )
        }
    }
}

extension ToldGrades.Sample {
    init(_ graded: GradedSample) {
        let report = graded.report
        (sample, line) = (graded.name, graded.line)
        (species, process) = (report.species.rawValue, report.treatment?.rawValue)
        grams = report.grams.decimal.description
        defects = report.lines.map {
            ToldGrades.Line(
                defect: $0.defect.rawValue,
                count: $0.count,
                each: $0.defect.points.decimal.description,
                points: $0.points.decimal.description,
                counted: $0.isCounted
            )
        }
        points = report.sum.decimal.description
        pointsIn300 = report.inStandardSample.decimal.description
        (indicative, grade) = (report.isIndicative, report.grade.rawValue)
        requirements = report.requirements.map {
            ToldGrades.Demand(
                kind: $0.kind.rawValue,
                percent: $0.measured?.decimal.description,
                verdict: $0.verdict.rawValue
            )
        }
        size = report.size?.size?.name.rawValue
        (within, complete) = (report.isWithinStandard, report.isComplete)
        notes = report.notes.map(\.indonesian)
    }
}
