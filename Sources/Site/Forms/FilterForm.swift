/// A fold-out form that narrows a list: its answers stand in the address, nothing is changed.
///
/// Its heading says how many filters are at work, so that a short list is not taken for a whole.
package struct FilterForm: Component {
    package var list: Address
    package var hidden: [(name: String, value: String)]
    package var selects: [Select]
    package var days: [DayBox]

    /// The list without its filters.
    package var all: Address

    /// Whether it is folded out while filters are at work.
    package var opensItself = true

    package init(
        to list: Address,
        hidden: [(name: String, value: String)] = [],
        selects: [Select],
        days: [DayBox] = [],
        all: Address
    ) {
        self.list = list
        self.hidden = hidden
        self.selects = selects
        self.days = days
        self.all = all
    }

    /// One of many, in a list that folds out.
    package struct Select: Sendable {
        package var name: String
        package var label: Words
        package var chosen: String?
        package var options: [Option]

        /// Whether it is told as a filter of its own.
        package var counts = true

        package init(_ name: String, _ label: Words, _ chosen: String?, _ options: [Option]) {
            self.name = name
            self.label = label
            self.chosen = chosen
            self.options = options
        }
    }

    /// A day, as browsers ask for it: 2026-11-25 in the address.
    package struct DayBox: Sendable {
        package var name: String
        package var label: Words
        package var day: String?

        package init(_ name: String, _ label: Words, _ day: String?) {
            self.name = name
            self.label = label
            self.day = day
        }
    }

    private var active: Int {
        selects.count { $0.chosen != nil && $0.counts } + days.count { $0.day != nil }
    }

    package func write(to html: HTML) {
        html(.details, .class("rinci luas"), .open(active > 0 && opensItself)) {
            html(
                .summary,
                active == 0
                    ? .filter : Words("Saring (\(active) aktif)", "Filter (\(active) active)")
            )
            html(.div) {
                html(.form, .method("get"), .action(list), .class("saring")) {
                    for (name, value) in hidden {
                        html(.input, .type("hidden"), .name(name), .value(value))
                    }
                    for select in selects { write(select, html) }
                    for box in days { write(box, html) }
                    html(.div, .class("tombol-baris")) {
                        html(Button(.applyFilter, .secondary))
                        if active > 0 { html(Button(.clearFilter, .quiet, .go(all))) }
                    }
                }
            }
        }
    }

    private func write(_ select: Select, _ html: HTML) {
        html(.div, .class("isian")) {
            html(.label, select.label, .for(select.name), .class("tanya"))
            html(.select, .id(select.name), .name(select.name), .class("kotak")) {
                html(.option, .anyOfThem, .value(""))
                for option in select.options {
                    html(
                        .option,
                        option.label,
                        .value(option.value),
                        .selected(option.value == select.chosen)
                    )
                }
            }
        }
    }

    private func write(_ box: DayBox, _ html: HTML) {
        html(.div, .class("isian")) {
            html(.label, box.label, .for(box.name), .class("tanya"))
            html(
                .input,
                .class("kotak angka"),
                .type("date"),
                .id(box.name),
                .name(box.name),
                .value(box.day)
            )
        }
    }
}

extension Words {
    package static let applyFilter = Words("Terapkan", "Apply")
    package static let clearFilter = Words("Hapus saringan", "Clear filters")
    static let anyOfThem = Words("Semua", "All")
}
