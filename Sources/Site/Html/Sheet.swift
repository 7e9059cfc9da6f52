/// The bytes of a page while they are written.
///
/// A value of its own inside `HTML`: each element is one access to it, and the check that Swift
/// makes for each access was a fifth of the cost of a page.
struct Sheet {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(16_384) }

    mutating func write(
        _ element: Element,
        _ attributes: [Attribute],
        _ text: String,
        in language: Language
    ) {
        open(element, attributes, in: language)
        guard let end = element.end else { return }
        write(escaping: text)
        write(end)
    }

    mutating func open(_ element: Element, _ attributes: [Attribute], in language: Language) {
        write(element.start)
        for attribute in attributes { write(attribute, in: language) }
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func write(_ fixed: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: fixed.utf8Start, count: fixed.utf8CodeUnitCount)
        )
    }

    mutating func write(_ raw: [UInt8]) { bytes.append(contentsOf: raw) }

    mutating func write(escaping text: String) { Escaping.write(text, to: &bytes) }

    private mutating func write(_ attribute: Attribute, in language: Language) {
        switch attribute.value {
        case .absent: return
        case .flag: write(attribute.name)
        case .fixed(let value):
            begin(attribute)
            write(value)
            bytes.append(UInt8(ascii: "\""))
        case .text(let value):
            begin(attribute)
            write(escaping: value)
            bytes.append(UInt8(ascii: "\""))
        case .address(let address):
            begin(attribute)
            write(escaping: address.text(in: language))
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func begin(_ attribute: Attribute) {
        write(attribute.name)
        write("=\"")
    }
}
