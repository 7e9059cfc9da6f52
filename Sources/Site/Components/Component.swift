/// A part of a page as a value.
package protocol Component: Sendable {
    /// Writes the part where the page stands at the moment.
    func write(to html: HTML)
}

extension HTML {
    /// A part of the page.
    package func callAsFunction(_ component: some Component) { component.write(to: self) }
}

/// What fits into a cell, a fact or a line.
package enum Inline: Sendable {
    case text(String)
    case words(Words)
    case link(Link)
    case tag(StatusTag)
    /// A number that stands under others: digits of one width.
    case number(String)
    case part(any Component)

    /// Writes it without an element of its own where none is needed.
    package func write(to html: HTML) {
        switch self {
        case .text(let text): html.text(text)
        case .words(let words): html.text(words)
        case .link(let link): html(.a, link.words, .href(link.address))
        case .tag(let tag): html(tag)
        case .number(let number): html(.span, number, .class("angka"))
        case .part(let part): part.write(to: html)
        }
    }
}

extension Inline: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}
