import Beans
import Site
import Stories

/// What was typed into the form of a laboratory, as the file that the laboratory would have sent.
///
/// One way of reading: a table at a desk and a file from a laboratory say the same thing in the
/// same columns, are reckoned by the same rules, and are kept as the same bytes.
struct GradeSheet {
    let typed: FormAsTyped

    /// A row of the columns that were filled in, under their headings.
    var bytes: [UInt8] {
        let filled = Self.columns.filter { !typed[$0.name].isEmpty }
        let head = filled.map(\.name).joined(separator: ";")
        let row = filled.map { Self.cell(typed[$0.name]) }.joined(separator: ";")
        return Array("\(head)\n\(row)\n".utf8)
    }

    /// Those that stand on the form, in its order; defects have a column each.
    static let columns: [LabColumn] =
        [.grams, .moisture, .dirt, .liveInsects, .smell]
        + Defect.allCases.map { .defectCount($0) } + Sieve.allCases.map { .sieve($0) }

    private static func cell(_ text: String) -> String {
        let plain = text.replacing("\"", with: "\"\"").replacing("\n", with: " ")
        return plain.contains(";") ? "\"\(plain)\"" : plain
    }

    /// The fields of the form, with headings by their places.
    var fields: (fields: [Field], headings: [Int: Words]) {
        var fields = [
            typed.decimal(LabColumn.grams.name, .sampleWeight, unit: .gram),
            typed.decimal(LabColumn.moisture.name, .moisture, unit: .percent),
            typed.decimal(LabColumn.dirt.name, .dirt, unit: .percent, isOptional: true),
            presence(.liveInsects, Requirement.Kind.liveInsects.title),
            presence(.smell, Requirement.Kind.smell.title),
        ]
        var headings = [fields.count: Words.defectsFound]
        fields += Defect.allCases.map { defect in
            number(.defectCount(defect), Words(defect.title), hint: .countsFor(defect.points))
        }
        headings[fields.count] = .onSieves
        fields += Sieve.allCases.map { sieve in
            typed.decimal(
                LabColumn.sieve(sieve).name,
                .sieve(sieve.rawValue),
                unit: .gram,
                isOptional: true
            )
        }
        return (fields, headings)
    }

    private func presence(_ column: LabColumn, _ title: Saying) -> Field {
        let words = [("ada", Words("Ada", "Yes")), ("tidak", Words("Tidak ada", "No"))]
        var field = typed.choice(
            column.name,
            Words(title),
            words.map { Option($0.0, $0.1) }
        )
        field.isCompact = true
        return field
    }

    private func number(_ column: LabColumn, _ words: Words, hint: Words) -> Field {
        typed.field(
            column.name,
            words,
            hint: hint,
            isOptional: true,
            .text(TextInput(typed[column.name], .whole, most: 6))
        )
    }
}

extension Words {
    init(_ saying: Saying) { self.init(saying.indonesian, saying.english) }
}
