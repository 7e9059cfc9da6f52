import Blueprints
import Feel

// The way back: answers of a case as the fields of a form, to be changed.

extension FormFields {
    /// The fields that would have given these answers.
    static func fields(from answers: TypedAnswers, of service: PublicService) -> [String: [String]]
    {
        fields(from: answers, to: service.allQuestions)
    }

    static func fields(from answers: TypedAnswers, to questions: [Question]) -> [String: [String]] {
        var fields: [String: [String]] = [:]
        for question in questions {
            guard let value = answers[question.id] else { continue }
            write(value, of: question, named: question.id.text, to: &fields)
        }
        return fields
    }

    /// The files among the answers.
    static func files(from answers: TypedAnswers, of service: PublicService) -> [String: [SentFile]]
    {
        var files: [String: [SentFile]] = [:]
        for question in service.allQuestions where question.type.isFile {
            guard let file = answers[question.id]?.text.flatMap(SentFile.init(answer:)) else {
                continue
            }
            files[question.id.text] = [file]
        }
        return files
    }

    private static func write(
        _ value: FeelValue,
        of question: Question,
        named name: String,
        to fields: inout [String: [String]]
    ) {
        switch (question.type, value) {
        case (.choices, .list(let words)): fields[name] = words.compactMap(\.text)
        case (.yesNo, .boolean(let truth)): fields[name] = [truth ? "ya" : "tidak"]
        case (.date, .date(let day)):
            fields["\(name)-tanggal"] = [String(day.day)]
            fields["\(name)-bulan"] = [String(day.month)]
            fields["\(name)-tahun"] = [String(day.year)]
        case (.whole, .number(let number)), (.decimal, .number(let number)),
            (.money, .number(let number)):
            fields[name] = [number.description.replacing(".", with: ",")]
        case (.point, .context(let point)):
            fields["\(name)-lintang"] = [point["lintang"]?.number?.description ?? ""]
            fields["\(name)-bujur"] = [point["bujur"]?.number?.description ?? ""]
        case (.area, .context(let area)):
            fields["\(name)-sudut"] = [corners(area["titik"])]
        case (.person, .context(let person)):
            fields["\(name)-nama"] = [person["nama"]?.text ?? ""]
            fields["\(name)-nik"] = [person["nik"]?.text ?? ""]
        case (.group(let parts, _), .list(let entries)):
            fields["\(name)-banyak"] = [String(entries.count)]
            for (index, entry) in entries.enumerated() {
                for part in parts {
                    guard let value = entry.fields?[part.id.text] else { continue }
                    write(value, of: part, named: member(index, of: name, part.id), to: &fields)
                }
            }
        case (_, .string(let text)): fields[name] = [text]
        case (_, let other): fields[name] = [other.text()]
        }
    }

    private static func corners(_ value: FeelValue?) -> String {
        guard case .list(let points)? = value else { return "" }
        return points.compactMap { point in
            guard let latitude = point.fields?["lintang"]?.number,
                let longitude = point.fields?["bujur"]?.number
            else { return nil }
            return "\(latitude) \(longitude)"
        }
        .joined(separator: "\n")
    }
}
