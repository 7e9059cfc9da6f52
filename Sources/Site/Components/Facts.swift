/// The few facts that decide: how long, how much, what one gets.
package struct KeyFacts: Component {
    package var facts: [(name: Words, value: Inline)]

    package init(_ facts: [(name: Words, value: Inline)]) { self.facts = facts }

    package func write(to html: HTML) {
        html(.dl, .class("fakta")) {
            for fact in facts {
                html(.div) {
                    html(.dt, fact.name)
                    html(.dd) { fact.value.write(to: html) }
                }
            }
        }
    }
}

/// What somebody answered, each with a way to change it.
package struct SummaryList: Component {
    package var heading: Words?
    package var items: [Item]

    package init(heading: Words? = nil, _ items: [Item]) {
        self.heading = heading
        self.items = items
    }

    /// One answer; an empty one is named as such.
    package struct Item: Sendable {
        package var name: Words
        package var values: [Inline]
        package var change: Address?

        /// What is said beside the answer: that its question has changed since.
        package var remark: Words?

        package init(_ name: Words, _ values: [Inline], change: Address? = nil) {
            self.name = name
            self.values = values
            self.change = change
        }
    }

    package func write(to html: HTML) {
        if let heading { html(.h2, heading) }
        html(.dl, .class("ringkas")) {
            for item in items {
                html(.div) {
                    html(.dt, item.name)
                    html(.dd) {
                        if item.values.isEmpty { html(.span, .notFilledIn, .class("redup")) }
                        for (index, value) in item.values.enumerated() {
                            if index > 0 { html(.br) }
                            value.write(to: html)
                        }
                        if let remark = item.remark {
                            html(.p, remark, .class("kabar kabar-ingat"))
                        }
                    }
                    if let change = item.change {
                        html(.dd, .class("ubah")) {
                            html(.a, .href(change)) {
                                html.text(.change)
                                html(.span, .class("tersembunyi")) {
                                    html.text(" ")
                                    html.text(item.name.map(\.lowercasedFirst))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension String {
    /// "Nama usaha" inside a sentence; an abbreviation like NIK stays.
    var lowercasedFirst: String {
        guard let first, dropFirst().first?.isLowercase == true else { return self }
        return first.lowercased() + dropFirst()
    }
}

/// A value that shows only its ends until somebody with the right to asks.
package struct MaskedValue: Component {
    package var masked: String
    /// Where the whole value is shown; the visit there is logged.
    package var show: Address?

    /// Keeps the first and the last two characters: `16•• •••• •••• ••12`.
    package init(_ value: String, show: Address? = nil) {
        let characters = value.filter { !$0.isWhitespace }
        var text = ""
        for (index, character) in characters.enumerated() {
            if index > 0, index.isMultiple(of: 4) { text += "\u{00A0}" }
            let isEnd = characters.count > 6 && (index < 2 || index >= characters.count - 2)
            text.append(isEnd ? character : "•")
        }
        masked = text
        self.show = show
    }

    package func write(to html: HTML) {
        html(.span, masked, .class("angka"))
        if let show {
            html.text(" ")
            html(.a, .show, .href(show))
        }
    }
}

/// How old the data are.
package struct FreshnessLine: Component {
    package var words: Words

    package init(_ words: Words) { self.words = words }

    package func write(to html: HTML) { html(.p, words, .class("redup"), .role("status")) }
}
