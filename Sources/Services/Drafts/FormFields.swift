package import Blueprints
import Feel

/// How the fields of a form and the answers of a service belong together.
///
/// A question's field is named by its id; parts of one answer have an ending: `mulai-bulan`,
/// `kebun-bujur`, `anggota-2-nama_anggota`.
package enum FormFields {
    /// What was typed as an answer to a question; nil where the form had no such field.
    package static func answer(to question: Question, in draft: Draft) -> RawAnswer? {
        answer(to: question, named: question.id.text, in: draft)
    }

    /// All that was answered, ready to be read.
    package static func answers(of service: PublicService, in draft: Draft) -> [ID: RawAnswer] {
        self.answers(to: service.allQuestions, in: draft)
    }

    /// The same of any questions, those of a register among them.
    static func answers(to questions: [Question], in draft: Draft) -> [ID: RawAnswer] {
        var answers: [ID: RawAnswer] = [:]
        for question in questions {
            answers[question.id] = answer(to: question, in: draft)
        }
        return answers
    }

    /// How many members of a group there are in the form, within what the group may have.
    ///
    /// A form shows the least number of members before anybody adds one.
    package static func members(
        of group: String,
        _ count: AnswerType.Count,
        in draft: Draft
    ) -> Int {
        let many = draft.fields["\(group)-banyak"]?.first.flatMap { Int($0) } ?? 0
        return min(max(many, count.least), max(count.most, count.least))
    }

    package static func member(_ index: Int, of group: String, _ question: ID) -> String {
        "\(group)-\(index + 1)-\(question)"
    }

    private static func answer(
        to question: Question,
        named name: String,
        in draft: Draft
    ) -> RawAnswer? {
        func first(_ name: String) -> String { draft.fields[name]?.first ?? "" }
        switch question.type {
        case .text, .longText, .name, .choice, .yesNo, .whole, .decimal, .money, .phone, .email,
            .nik, .nib, .village:
            return draft.fields[name].map { .text($0.first ?? "") }
        case .choices: return draft.fields[name].map(RawAnswer.several)
        case .date:
            return .date(
                day: first("\(name)-tanggal"),
                month: first("\(name)-bulan"),
                year: first("\(name)-tahun")
            )
        case .point:
            let (latitude, longitude) = (first("\(name)-lintang"), first("\(name)-bujur"))
            if latitude.isEmpty, longitude.isEmpty { return nil }
            return .text(degrees(latitude) + "," + degrees(longitude))
        case .area: return area(first("\(name)-sudut"))
        case .photo, .file: return draft.files[name]?.last.map { .text($0.answer) }
        case .person:
            return .fields([
                "nama": .text(first("\(name)-nama")), "nik": .text(first("\(name)-nik")),
            ])
        case .group(let parts, let count):
            let members = members(of: name, count, in: draft)
            return .group(
                (0..<members).map { index in
                    var entry: [ID: RawAnswer] = [:]
                    for part in parts {
                        entry[part.id] = answer(
                            to: part,
                            named: member(index, of: name, part.id),
                            in: draft
                        )
                    }
                    return entry
                }
            )
        case .computed: return nil
        }
    }

    /// Corners as people write them: one on a line, latitude and longitude apart by a space, a
    /// semicolon or "dan"; a comma inside a number is its decimal sign.
    static func area(_ text: String) -> RawAnswer? {
        let lines = text.split { $0.isNewline || $0 == ";" }
        let corners = lines.compactMap { line -> String? in
            let numbers = line.replacing("dan", with: " ").split(whereSeparator: \.isWhitespace)
            if numbers.count == 2 {
                return numbers.map { degrees(trimmingCommas(String($0))) }.joined(separator: ",")
            }
            let trimmed = String(line).trimmingPrefix { $0.isWhitespace }
            return trimmed.isEmpty ? nil : String(trimmed)
        }
        return corners.isEmpty ? nil : .text(corners.joined(separator: ";"))
    }

    private static func degrees(_ text: String) -> String {
        text.filter { !$0.isWhitespace && $0 != "°" }.replacing(",", with: ".")
    }

    private static func trimmingCommas(_ text: String) -> String {
        text.hasSuffix(",") ? String(text.dropLast()) : text
    }
}
