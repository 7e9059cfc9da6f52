import Blueprints
import Feel
import Site

/// How each type of question is shown: one exhaustive renderer.
struct QuestionField {
    let question: Question
    let draft: Draft
    let villages: Villages

    /// What a search for a village found, where the person just searched.
    var found: FoundVillages?

    /// The field with what was typed so far.
    var field: Field { field(named: question.id.text) }

    private func field(named name: String) -> Field {
        Field(
            name,
            Words(question.ask),
            hint: question.hint.map { Words($0) },
            isOptional: question.isOptional,
            control(named: name)
        )
    }

    private func typed(_ name: String) -> String { draft.fields[name]?.first ?? "" }

    private func control(named name: String) -> Control {
        switch question.type {
        case .text(let max): .text(TextInput(typed(name), most: max))
        case .longText(let max): .longText(typed(name), most: max)
        case .name: .text(TextInput(typed(name), .name))
        case .choice(let options): .choice(typed(name), rows(options))
        case .choices(let options, _): .choices(draft.fields[name] ?? [], rows(options))
        case .yesNo: .yesNo(["ya": true, "tidak": false][typed(name)])
        case .whole: .text(TextInput(typed(name), .whole))
        case .decimal(let unit, _): .decimal(typed(name), unit: Words(unit))
        case .money: .money(typed(name))
        case .date:
            .date(
                DateInput(
                    day: typed("\(name)-tanggal"),
                    month: typed("\(name)-bulan"),
                    year: typed("\(name)-tahun"),
                    isBirthday: name.contains("lahir")
                )
            )
        case .phone: .text(TextInput(typed(name), .phone))
        case .email: .text(TextInput(typed(name), .mail))
        case .nik: .text(TextInput(typed(name), .nik))
        case .nib: .text(TextInput(typed(name), .nib))
        case .village: .place(place(named: name))
        case .point:
            .point(latitude: typed("\(name)-lintang"), longitude: typed("\(name)-bujur"))
        case .area: .area(AreaInput(corners: typed("\(name)-sudut"), sent: sent(name)))
        case .photo: .file(FileInput(.photo, sent: sent(name).map { [$0] } ?? []))
        case .file: .file(FileInput(.photoOrPDF, sent: sent(name).map { [$0] } ?? []))
        case .person: person(named: name)
        case .group(let parts, let count): group(parts, count, named: name)
        case .computed: .text(TextInput(""))
        }
    }

    private func rows(_ options: [AnswerType.Option]) -> [Option] {
        options.map { Option($0.id.text, Words($0.label)) }
    }

    private func place(named name: String) -> PlaceInput {
        let code = typed(name)
        return PlaceInput(
            search: typed("\(name)-cari"),
            chosen: villages.fullName(of: code).map { Option(code, Words($0)) },
            found: found?.field == name
                ? found?.places.map {
                    Option($0.code, Words(villages.fullName(of: $0.code) ?? $0.name))
                } : nil
        )
    }

    private func sent(_ name: String) -> FileItem? {
        draft.files[name]?.last.map { file in
            FileItem(
                Words(question.ask),
                detail: Words(
                    NumberWords.size(bytes: Int(file.size), in: .indonesian),
                    NumberWords.size(bytes: Int(file.size), in: .english)
                )
            )
        }
    }

    private func person(named name: String) -> Control {
        .group(
            RepeatGroup(
                .person,
                members: [
                    [
                        Field(
                            "\(name)-nama",
                            .fullName,
                            .text(TextInput(typed("\(name)-nama"), .name))
                        ),
                        Field("\(name)-nik", .nik, .text(TextInput(typed("\(name)-nik"), .nik))),
                    ]
                ],
                most: 1
            )
        )
    }

    private func group(
        _ parts: [Question],
        _ count: AnswerType.Count,
        named name: String
    ) -> Control {
        let members = FormFields.members(of: name, count, in: draft)
        return .group(
            RepeatGroup(
                .entry,
                members: (0..<members).map { index in
                    parts.map { part in
                        var renderer = QuestionField(
                            question: part,
                            draft: draft,
                            villages: villages
                        )
                        renderer.found = found
                        return renderer.field(named: FormFields.member(index, of: name, part.id))
                    }
                },
                most: count.most
            )
        )
    }
}

/// What a search for a village brought, and in which field somebody searched.
struct FoundVillages {
    let field: String
    let places: [Villages.Place]
}
