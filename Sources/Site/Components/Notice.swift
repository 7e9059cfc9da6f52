/// A band that tells something before anything else.
package struct Notice: Component {
    package var kind: Kind
    package var heading: Words?
    package var sentences: [Words]
    package var links: [Link] = []
    /// True for what appears without the person having asked: read aloud at once.
    package var isLive = false

    package init(_ kind: Kind, heading: Words? = nil, _ sentences: Words...) {
        self.kind = kind
        self.heading = heading
        self.sentences = sentences
    }

    /// How urgent it is; the words say it too.
    package enum Kind: Sendable, CaseIterable {
        case info, attention, danger, done

        var className: StaticString {
            switch self {
            case .info: "kabar kabar-info"
            case .attention: "kabar kabar-ingat"
            case .danger: "kabar kabar-bahaya"
            case .done: "kabar kabar-beres"
            }
        }
    }

    package func write(to html: HTML) {
        html(.div, .class(kind.className), .when(isLive, .role("status"))) {
            if let heading { html(.h2, heading) }
            for sentence in sentences { html(.p, sentence) }
            if !links.isEmpty { html(ButtonRow(links: links)) }
        }
    }
}

/// A thing to press that is a link or sends a form.
package struct Button: Component {
    package var words: Words
    package var kind: Kind
    package var deed: Deed

    package init(_ words: Words, _ kind: Kind = .primary, _ deed: Deed = .send()) {
        self.words = words
        self.kind = kind
        self.deed = deed
    }

    /// One primary button a page; danger for what cannot be taken back.
    package enum Kind: Sendable, CaseIterable {
        case primary, secondary, quiet, danger

        var className: StaticString {
            switch self {
            case .primary: "tombol"
            case .secondary: "tombol tombol-dua"
            case .quiet: "tombol tombol-tenang"
            case .danger: "tombol tombol-bahaya"
            }
        }
    }

    /// What pressing does.
    package enum Deed: Sendable {
        case go(Address)
        /// Sends the form around it, with a name and value if the button says which deed.
        case send(name: String? = nil, value: String? = nil)
        /// Sends another form of the page.
        case sendForm(id: String)
        /// Prints; without scripts the page for paper is opened.
        case print(Address)
        /// Shares the page; without scripts WhatsApp is opened.
        case share(text: String, Address)
    }

    package func write(to html: HTML) {
        let look = Attribute.class(kind.className)
        switch deed {
        case .go(let address): html(.a, words, look, .href(address))
        case .send(let name, let value):
            html(.button, words, look, .type("submit"), .name(name), .value(value))
        case .sendForm(let id): html(.button, words, look, .type("submit"), .form(id))
        case .print(let address):
            html(.a, words, look, .href(address.with("cetak", "1")), .does("cetak"))
        case .share(let text, let address):
            let full = address.absolute(in: html.visit.language, of: html.visit.installation)
            let link = full.text(in: html.visit.language)
            html(
                .a,
                words,
                look,
                .href(.whatsApp(nil, saying: text + " " + link)),
                .does("bagikan"),
                .data(link)
            )
        }
    }
}

/// Buttons side by side, one above the other on a phone.
package struct ButtonRow: Component {
    package var buttons: [Button]

    package init(_ buttons: Button...) { self.buttons = buttons }

    package init(_ buttons: [Button]) { self.buttons = buttons }

    package init(links: [Link]) {
        buttons = links.map { Button($0.words, .secondary, .go($0.address)) }
    }

    package func write(to html: HTML) {
        html(.div, .class("tombol-baris")) { for button in buttons { html(button) } }
    }
}
