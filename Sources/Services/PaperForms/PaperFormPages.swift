package import Site

/// Printing blank forms, and what became of earlier prints.
package struct PaperFormsPage: Page {
    package var form: Form
    package var prints: [Inline]

    package var frame: Frame {
        let isWrong = form.fields.contains { $0.error != nil }
        return Frame(back: Link(.counter, "/kerja/loket"), status: isWrong ? 422 : 200)
    }

    package func title(for visit: Visit) -> String {
        let title = Words.blankForms.text(in: visit.language)
        return ErrorSummary(of: form.fields).errors.isEmpty
            ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, .blankForms)
        html(.p, .whyBlankForms)
        html(form)
        if !prints.isEmpty {
            html(.h2, .printedForms)
            html(Lines(prints))
        }
    }
}

/// One print: its paper, and every number with what became of it.
package struct PrintedFormsPage: Page {
    package var service: Site.Words
    package var paper: Address
    package var lines: [DataTable.Line]
    package var giveBack: Form?
    package var problem: Site.Words?

    package var frame: Frame {
        Frame(
            width: .page,
            back: Link(.blankForms, "/kerja/loket/borang"),
            status: problem == nil ? 200 : 422
        )
    }

    package func title(for visit: Visit) -> String {
        Words.blankForms.text(in: visit.language) + ", " + service.text(in: visit.language)
    }

    package func body(_ html: HTML) {
        if let giveBack { html(ErrorSummary(of: giveBack.fields)) }
        html(.h1) {
            html.text(.blankForms)
            html.text(": ")
            Inline.words(service).write(to: html)
        }
        html(ButtonRow(Button(.printForms, .primary, .go(paper))))
        html(
            DataTable(
                .blankForms,
                [
                    DataTable.Heading(.numberColumn), DataTable.Heading(.formState),
                    DataTable.Heading(.nextStepColumn),
                ],
                lines
            )
        )
        if let giveBack {
            html(.h2, .unusedForms)
            html(giveBack)
        }
    }
}

/// What is honestly known of a number that was printed and not recorded.
package struct HandedOutPage: Page {
    package var number: String
    package var heading: Site.Words
    package var sentence: Site.Words

    package var frame: Frame { Frame(back: Link(.track, "/lacak")) }

    package func title(for visit: Visit) -> String {
        heading.text(in: visit.language) + ", " + number
    }

    package func body(_ html: HTML) {
        html(.h1, heading)
        html(.p, Words("Nomor \(number)", "Number \(number)"), .class("angka"))
        html(Notice(.info, sentence))
    }
}
