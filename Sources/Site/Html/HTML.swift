/// Writes one page as bytes.
///
/// Elements and attributes are typed, so a misspelt one does not compile; text and attribute
/// values are escaped on the way in, so there is no unescaped way to write what a person typed.
/// It is called like a function: `html(.p, "Gratis", .class("petunjuk"))`. It is a reference on
/// purpose: closures write into the same page without handing it on.
package final class HTML {
    /// For whom and in which language the page is written.
    package let visit: Visit
    private var sheet = Sheet()

    package init(for visit: Visit) {
        self.visit = visit
    }

    /// What has been written so far.
    package var written: [UInt8] { sheet.bytes }

    /// An element with content; for a void element the content is never asked for.
    package func callAsFunction(
        _ element: Element,
        _ attributes: Attribute...,
        content: () -> Void
    ) {
        sheet.open(element, attributes, in: visit.language)
        guard let end = element.end else { return }
        content()
        sheet.write(end)
    }

    /// An element without content: a void one, or an empty one.
    package func callAsFunction(_ element: Element, _ attributes: Attribute...) {
        sheet.open(element, attributes, in: visit.language)
        if let end = element.end { sheet.write(end) }
    }

    /// An element that holds one text.
    package func callAsFunction(
        _ element: Element,
        _ text: String,
        _ attributes: Attribute...
    ) {
        sheet.write(element, attributes, text, in: visit.language)
    }

    /// An element that holds a sentence in the language of the visit, or marked as another.
    package func callAsFunction(
        _ element: Element,
        _ words: Words,
        _ attributes: Attribute...
    ) {
        let (text, language) = words.best(for: visit.language)
        let marked = language == visit.language ? attributes : attributes + [.lang(language)]
        sheet.write(element, marked, text, in: visit.language)
    }

    /// Text between elements.
    package func text(_ text: String) { sheet.write(escaping: text) }

    /// A sentence between elements, in an element of its own where its language is another.
    package func text(_ words: Words) {
        let (text, language) = words.best(for: visit.language)
        if language == visit.language { self.text(text) } else { self(.span, words) }
    }

    /// Markup that we wrote ourselves.
    package func raw(_ raw: RawHTML) { sheet.write(raw.bytes) }

    /// Our fixed sentence as a text, for attributes and interpolation.
    package func word(_ words: Words) -> String { words.text(in: visit.language) }

    func doctype() { sheet.write("<!doctype html>\n") }
}

/// Markup that is written as it stands.
///
/// Only for constants in our own source and for drawings that we made ourselves (a QR code, a
/// chart): never for anything that came in from outside.
package struct RawHTML: Sendable {
    let bytes: [UInt8]

    /// A constant of the source.
    package init(_ constant: StaticString) {
        bytes = Array(
            UnsafeBufferPointer(
                start: constant.utf8Start,
                count: constant.utf8CodeUnitCount
            )
        )
    }

    /// A drawing that this program made.
    package init(drawing bytes: [UInt8]) { self.bytes = bytes }
}
