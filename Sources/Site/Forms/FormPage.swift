/// A form as a value: where it goes, what it asks, how it is sent.
package struct Form: Component {
    package var action: Address
    package var fields: [Field]
    package var hidden: [(name: String, value: String)]
    package var buttons: [Button]
    package var id: String?
    /// True for searches: nothing is changed, the answers stand in the address.
    package var isSearch = false
    /// True for a form that is only shown: what is pressed leads on, and nothing is kept.
    package var isOnlyShown = false
    /// True where a hidden field is too long for an address-like form: sent in parts, as files are.
    package var sendsFiles = false
    /// Headings before some of the fields, by their place, where a form asks many things.
    package var headings: [Int: Words] = [:]
    var hasHeading = false

    package init(
        to action: Address,
        _ fields: [Field],
        hidden: [(name: String, value: String)] = [],
        buttons: [Button]
    ) {
        self.action = action
        self.fields = fields
        self.hidden = hidden
        self.buttons = buttons
    }

    /// The name of the hidden field with the token of the device.
    package static let tokenName = "kunci"

    private var isSentInParts: Bool { sendsFiles || fields.contains { $0.control.sendsFiles } }

    package func write(to html: HTML) {
        html(
            .form,
            .id(id),
            .method(isSearch || isOnlyShown ? "get" : "post"),
            .action(action),
            .multipart(!isSearch && !isOnlyShown && isSentInParts),
            .when(!isSearch, .novalidate()),
            .when(isSearch, .role("search"))
        ) {
            if !isSearch, !isOnlyShown, let token = html.visit.formToken {
                html(.input, .type("hidden"), .name(Self.tokenName), .value(token))
            }
            for (name, value) in hidden {
                html(.input, .type("hidden"), .name(name), .value(value))
            }
            for (index, field) in fields.enumerated() {
                if let heading = headings[index] { html(.h2, heading) }
                field.write(to: html, asHeading: hasHeading && index == 0)
            }
            if !buttons.isEmpty {
                html(.div, .class("tombol-baris")) { for button in buttons { html(button) } }
            }
        }
    }
}

/// A page that asks one thing, or a few that belong together.
package struct FormPage: Page {
    /// Nil: the only question is the heading.
    package var heading: Words?
    package var form: Form
    package var frame: Frame
    /// "Langkah 2 dari 5", only where the number cannot change.
    package var step: Words?
    package var before: [any Component] = []
    package var after: [any Component] = []
    /// "Tersimpan, 09.41": what the server knows; the script adds what the phone knows.
    package var saved: Words?

    package init(
        _ heading: Words?,
        _ form: Form,
        back: Link? = nil,
        step: Words? = nil
    ) {
        precondition(heading != nil || form.fields.count == 1, "a form needs a heading")
        self.heading = heading
        self.form = form
        frame = Frame(back: back)
        self.step = step
    }

    private var errors: ErrorSummary { ErrorSummary(of: form.fields) }

    package func title(for visit: Visit) -> String {
        let words = heading ?? form.fields.first?.label ?? .next
        let title = words.text(in: visit.language)
        guard !errors.errors.isEmpty else { return title }
        return Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        html(errors)
        if let step { html(.p, step, .class("langkah")) }
        if let heading { html(.h1, heading) }
        if saved != nil, html.visit.isOnSharedPhone {
            html(.p, .phoneIsSharedHere, .class("petunjuk"), .does("bersama"), .data("ya"))
        }
        for part in before { part.write(to: html) }
        var form = form
        form.hasHeading = heading == nil
        html(form)
        if let saved { html(.p, saved, .class("redup"), .role("status"), .does("tersimpan")) }
        for part in after { part.write(to: html) }
    }
}
