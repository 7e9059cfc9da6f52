/// Writes one page as bytes.
///
/// Elements and attributes are typed, so a misspelt one does not compile; text and attribute
/// values are escaped on the way in, so there is no unescaped way to write what a person typed.
/// It is called like a function: `html(.p, "Gratis", .class("petunjuk"))`. It is a reference on
/// purpose: closures write into the same page without handing it on.
package final class HTML {
    /// For whom and in which language the page is written.
    package let visit: Visit
    private(set) var bytes: [UInt8] = []

    package init(for visit: Visit) {
        self.visit = visit
        bytes.reserveCapacity(16_384)
    }

    /// What has been written so far.
    package var written: [UInt8] { bytes }

    /// An element with content; for a void element the content is never asked for.
    package func callAsFunction(
        _ element: Element,
        _ attributes: Attribute...,
        content: () -> Void
    ) {
        open(element, attributes)
        guard let end = element.end else { return }
        content()
        write(end)
    }

    /// An element without content: a void one, or an empty one.
    package func callAsFunction(_ element: Element, _ attributes: Attribute...) {
        open(element, attributes)
        if let end = element.end { write(end) }
    }

    /// An element that holds one text.
    package func callAsFunction(
        _ element: Element,
        _ text: String,
        _ attributes: Attribute...
    ) {
        open(element, attributes)
        guard let end = element.end else { return }
        write(escaping: text)
        write(end)
    }

    /// An element that holds a sentence in the language of the visit, or marked as another.
    package func callAsFunction(
        _ element: Element,
        _ words: Words,
        _ attributes: Attribute...
    ) {
        let (text, language) = words.best(for: visit.language)
        open(element, language == visit.language ? attributes : attributes + [.lang(language)])
        guard let end = element.end else { return }
        write(escaping: text)
        write(end)
    }

    /// Text between elements.
    package func text(_ text: String) { write(escaping: text) }

    /// One of our fixed sentences between elements.
    package func text(_ words: Words) { write(escaping: words.text(in: visit.language)) }

    /// Markup that we wrote ourselves.
    package func raw(_ raw: RawHTML) { bytes.append(contentsOf: raw.bytes) }

    /// Our fixed sentence as a text, for attributes and interpolation.
    package func word(_ words: Words) -> String { words.text(in: visit.language) }

    func doctype() { write("<!doctype html>\n") }

    private func open(_ element: Element, _ attributes: [Attribute]) {
        write(element.start)
        for attribute in attributes { write(attribute) }
        bytes.append(UInt8(ascii: ">"))
    }

    private func write(_ attribute: Attribute) {
        switch attribute.value {
        case .absent: return
        case .flag: write(attribute.name)
        case .fixed(let value):
            write(attribute.name)
            write("=\"")
            write(value)
            bytes.append(UInt8(ascii: "\""))
        case .text(let value):
            write(attribute.name)
            write("=\"")
            write(escaping: value)
            bytes.append(UInt8(ascii: "\""))
        case .address(let address):
            write(attribute.name)
            write("=\"")
            write(escaping: address.text(in: visit.language))
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private func write(_ fixed: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: fixed.utf8Start, count: fixed.utf8CodeUnitCount)
        )
    }

    private func write(escaping text: String) { Escaping.write(text, to: &bytes) }
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
