import Feel

extension Assembly {
    /// The type of a question's answer.
    func type(of question: QuestionDraft) -> AnswerType? {
        let type = question.type
        switch type.kind {
        case "text": return .text(max: type.maxOrUsual)
        case "long text": return .longText(max: type.maxOrUsual)
        case "name": return .name
        case "choice": return .choice(options(of: question))
        case "choices": return .choices(options(of: question), max: type.max)
        case "yes/no": return .yesNo
        case "whole": return .whole(bounds(of: type))
        case "decimal": return .decimal(unit: type.unit ?? "", bounds(of: type))
        case "money": return .money(bounds(of: type))
        case "date": return .date(from: formula(question, "from"), to: formula(question, "to"))
        case "phone": return .phone
        case "email": return .email
        case "nik": return .nik
        case "nib": return .nib
        case "village": return .village(within: type.within)
        case "point": return .point
        case "area": return .area
        case "photo": return .photo
        case "file": return .file
        case "person": return .person
        case "group":
            let members = question.members.compactMap {
                self.question($0, page: question.page ?? "")
            }
            let least = type.least ?? 0
            let count = AnswerType.Count(least: least, most: type.most ?? TypeDraft.mostEntries)
            return .group(members, count)
        case "computed": return formula(question, "is").map { .computed($0) }
        default: return nil
        }
    }

    private func formula(_ question: QuestionDraft, _ key: ID) -> Formula? {
        read.formulas[question.slot(of: key)]
    }

    private func bounds(of type: TypeDraft) -> AnswerType.Bounds {
        AnswerType.Bounds(
            from: type.from.flatMap { Decimal34($0) },
            to: type.to.flatMap { Decimal34($0) }
        )
    }

    private func options(of question: QuestionDraft) -> [AnswerType.Option] {
        question.type.options.map { id in
            let label = words(question.node["label"]?[id])
            return AnswerType.Option(id: id, label: label ?? Words(id.inWords.capitalizedFirst))
        }
    }
}
