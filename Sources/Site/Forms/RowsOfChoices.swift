/// One of many, or some of many.
enum ChoiceMark {
    case radio(String?)
    case check([String])

    var type: StaticString {
        switch self {
        case .radio: "radio"
        case .check: "checkbox"
        }
    }

    func isOn(_ value: String) -> Bool {
        switch self {
        case .radio(let chosen): chosen == value
        case .check(let chosen): chosen.contains(value)
        }
    }
}

extension Field {
    /// Rows of at least 48 px, each to be pressed as a whole.
    func writeRows(_ options: [Option], _ mark: ChoiceMark, _ html: HTML) {
        html(.div, .class(isCompact ? "pilihan berdua" : "pilihan")) {
            for (index, option) in options.enumerated() {
                if isLight {
                    light(option, id: index == 0 ? name : nil, mark, html)
                } else {
                    row(option, id: index == 0 ? name : "\(name)-\(index + 1)", mark, html)
                }
            }
        }
    }

    /// The same row in a third of the bytes, for pages with dozens of them.
    ///
    /// The label holds its mark, so it needs neither `for` nor, but for the first that an error
    /// leads to, an id. What is wrong is said of the group that they stand in.
    private func light(_ option: Option, id: String?, _ mark: ChoiceMark, _ html: HTML) {
        html(.label) {
            html(
                .input,
                .type(mark.type),
                .id(id),
                .name(name),
                .value(option.value),
                .checked(mark.isOn(option.value))
            )
            Inline.words(option.label).write(to: html)
        }
    }

    private func row(_ option: Option, id: String, _ mark: ChoiceMark, _ html: HTML) {
        html(.label, .class("pilihan-baris"), .for(id)) {
            html(
                .input,
                .type(mark.type),
                .id(id),
                .name(name),
                .value(option.value),
                .checked(mark.isOn(option.value)),
                .when(error != nil, .describedBy(errorID))
            )
            html(.span) {
                Inline.words(option.label).write(to: html)
                if let hint = option.hint { html(.span, hint, .class("petunjuk")) }
            }
        }
    }

    func write(_ date: DateInput, _ html: HTML) {
        html(.div, .class("tanggal")) {
            box(
                .day,
                "",
                date.day,
                html,
                purpose: date.isBirthday ? "bday-day" : "off"
            )
            box(
                .month,
                "-bulan",
                date.month,
                html,
                purpose: date.isBirthday ? "bday-month" : "off"
            )
            box(
                .year,
                "-tahun",
                date.year,
                html,
                purpose: date.isBirthday ? "bday-year" : "off"
            )
        }
    }

    private func box(
        _ label: Words,
        _ ending: String,
        _ value: String,
        _ html: HTML,
        purpose: StaticString
    ) {
        let id = name + ending
        html(.div) {
            html(.label, label, .for(id))
            html(
                .input,
                .class(ending == "-tahun" ? "kotak angka tahun" : "kotak angka hari"),
                .type("text"),
                .id(id),
                .name(ending.isEmpty ? name + "-tanggal" : id),
                .value(value),
                .inputmode("numeric"),
                .autocomplete(html.visit.isOnSharedPhone ? "off" : purpose),
                .invalid(error != nil)
            )
        }
    }
}
