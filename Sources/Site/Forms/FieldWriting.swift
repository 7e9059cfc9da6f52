extension Field {
    /// Writes the question; as the heading of the page if it is the only one.
    package func write(to html: HTML, asHeading: Bool = false) {
        html(.div, .class(error == nil ? "isian" : "isian perbaiki")) {
            if control.isSet {
                html(.fieldset, .describedBy(describedBy), .when(isBare, .class("telanjang"))) {
                    html(.legend) { question(html, asHeading: asHeading) }
                    hintAndError(html)
                    write(control, html)
                }
            } else {
                heading(html, asHeading: asHeading)
                hintAndError(html)
                write(control, html)
            }
        }
    }

    /// The consent's own sentence stands in its row.
    private var isBare: Bool {
        if case .consent = control { true } else { false }
    }

    private func heading(_ html: HTML, asHeading: Bool) {
        if asHeading {
            html(.h1) { html(.label, .for(name)) { words(html) } }
        } else {
            html(.label, .for(name), .class("tanya")) { words(html) }
        }
    }

    private func question(_ html: HTML, asHeading: Bool) {
        if asHeading {
            html(.h1) { words(html) }
        } else {
            html(.span, .class("tanya")) { words(html) }
        }
    }

    private func words(_ html: HTML) {
        Inline.words(label).write(to: html)
        guard isOptional else { return }
        html(.span, " (" + html.word(.optional) + ")", .class("boleh"))
    }

    private func hintAndError(_ html: HTML) {
        if let hint { html(.p, hint, .class("petunjuk"), .id(hintID)) }
        if let remark { html(.p, remark, .class("kabar kabar-ingat"), .id(remarkID)) }
        if let error { html(.p, error, .class("keliru"), .id(errorID)) }
    }

    private func writeList(_ options: [Option], _ chosen: String, _ html: HTML) {
        html(
            .select,
            .id(name),
            .name(name),
            .class("kotak"),
            .describedBy(describedBy)
        ) {
            for option in options {
                html(
                    .option,
                    option.label,
                    .value(option.value),
                    .selected(option.value == chosen)
                )
            }
        }
    }

    private func write(_ control: Control, _ html: HTML) {
        switch control {
        case .text(let input): write(input, html)
        case .longText(let value, let most): writeLong(value, most: most, html)
        case .choice(let value, let options): writeRows(options, .radio(value), html)
        case .choices(let values, let options): writeRows(options, .check(values), html)
        case .pick(let value, let options): writeList(options, value, html)
        case .yesNo(let value):
            let chosen = value.map { $0 ? "ya" : "tidak" }
            writeRows([Option("ya", .yes), Option("tidak", .no)], .radio(chosen), html)
        case .date(let input): write(input, html)
        case .place(let input): write(input, html)
        case .money(let value): writeMoney(value, html)
        case .decimal(let value, let unit): writeDecimal(value, unit, html)
        case .file(let input): write(input, html)
        case .point(let latitude, let longitude): writePoint(latitude, longitude, html)
        case .area(let input): write(input, html)
        case .group(let group): write(group, html)
        case .consent(let isTicked, let sentence):
            writeRows([Option("ya", sentence)], .check(isTicked ? ["ya"] : []), html)
        }
    }
}
