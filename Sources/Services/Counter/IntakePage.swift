import Blueprints
import Cases
package import Site
import Stories

/// The whole form of a service on one page: whoever takes in papers all day wants no clicks between.
package struct IntakePage: Page {
    package var service: Site.Words
    package var form: Form
    package var before: [any Component]
    package var status: Int

    package var frame: Frame {
        Frame(width: .page, back: Link(.counter, "/kerja/loket"), status: status)
    }

    package func title(for visit: Visit) -> String {
        let title =
            Words.takeInPaper.text(in: visit.language) + ": "
            + service.text(in: visit.language)
        return ErrorSummary(of: form.fields).errors.isEmpty
            ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1) {
            html.text(.takeInPaper)
            html.text(": ")
            Inline.words(service).write(to: html)
        }
        for part in before { part.write(to: html) }
        html(form)
    }
}

extension Intake {
    /// The page with what was typed and what is wrong with it.
    var page: IntakePage {
        var fields = receiptFields
        var headings: [Int: Words] = [0: .receipt]
        for formPage in service.allPages {
            let asked = formPage.questions.compactMap { id in questions.first { $0.id == id } }
            guard !asked.isEmpty else { continue }
            headings[fields.count] =
                formPage.id == Applicant.page ? .applicant : Words(formPage.title)
            for question in asked {
                fields.append(field(of: question))
                if question.id == "hp" { fields.append(noPhoneField) }
            }
        }
        headings[fields.count] = .confirmation
        fields.append(
            Field("benar", .confirmation, .consent(false, .citizenSaysTrue))
                .with(error: problems["benar"])
        )
        var form = Form(
            to: "/kerja/loket/baru",
            fields,
            hidden: hidden,
            buttons: buttons
        )
        form.headings = headings
        return IntakePage(
            service: Words(service.title),
            form: form,
            before: notices,
            status: status
        )
    }

    private var hidden: [(name: String, value: String)] {
        [
            ("draf", form.draft.id.description), ("layanan", service.id.text),
            ("versi", service.digest),
        ] + (reserved.map { [("nomor", $0.digits)] } ?? [])
    }

    private var buttons: [Button] {
        duplicates.isEmpty
            ? [Button(.recordIt)]
            : [Button(.recordAnyway, .primary, .send(name: "tetap", value: "ya"))]
    }

    private var notices: [any Component] {
        var notices: [any Component] = []
        if let reserved {
            notices.append(KeyFacts([(.receiptNumber, .number(reserved.description))]))
        }
        if let moved = form.movedNotice { notices.append(moved) }
        if let refusal { notices.append(Notice(.danger, refusal)) }
        for duplicate in duplicates {
            let title = Words(service.title)
            var notice = Notice(
                .attention,
                heading: .duplicateHere,
                .applied(title, on: DateWords.longDate(duplicate.received))
            )
            notice.links = [Link(.view, "/kerja/perkara/\(duplicate.number)")]
            notice.isLive = true
            notices.append(notice)
        }
        return notices
    }

    private var receiptFields: [Field] {
        [
            Field(Names.day, .whenReceived, hint: .whenReceivedHint, .date(date)),
            Field(Names.hour, .hourReceived, hint: .hourHint, .text(TextInput(hour))),
            Field(
                Names.delay,
                .whyLate,
                hint: .whyLateHint,
                isOptional: true,
                .text(TextInput(delay, most: 500))
            ),
            Field(
                Names.scan,
                .paperScan,
                isOptional: true,
                .file(FileInput(.photoOrPDF, sent: sentScan))
            ),
        ]
        .map { $0.with(error: problems[$0.name]) }
    }

    private var sentScan: [FileItem] {
        scan.map { file in
            [
                FileItem(
                    .paperScan,
                    detail: Words(
                        NumberWords.size(bytes: Int(file.size), in: .indonesian),
                        NumberWords.size(bytes: Int(file.size), in: .english)
                    )
                )
            ]
        } ?? []
    }

    private var noPhoneField: Field {
        Field(Names.noPhone, .aboutPhone, .consent(hasNoPhone, .noPhone))
    }

    private func field(of question: Question) -> Field {
        var renderer = QuestionField(
            question: question,
            draft: form.draft,
            villages: form.force.villages
        )
        renderer.found = found
        var field = renderer.field.with(problems: problems)
        field.remark = form.remark(on: question.id)
        // Without knowing the answers yet, a page shows what may not be asked at all.
        if question.when != nil {
            field.hint =
                field.hint.map { hint in
                    Words(
                        Words.fillInIfItApplies.indonesian + " " + hint.indonesian,
                        Words.fillInIfItApplies.text(in: .english) + " " + hint.text(in: .english)
                    )
                } ?? .fillInIfItApplies
        }
        return field
    }
}
