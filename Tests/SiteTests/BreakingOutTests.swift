import Site
import Testing

/// Throws hostile text at every place where a person's words end up.
struct BreakingOutTests {
    private static let pieces = [
        "<", ">", "\"", "'", "&", "=", "/", "\\", "`", "\0", "\u{1}", "\n", "\r", "\t", " ", "-->",
        "<!--", "]]>", "</textarea>", "</title>", "<script>", "javascript:", "data:", "//", "..",
        "?", "#", "%", "%00", "&#x3c;", "&lt", "onload=", "é", "\u{202E}", "\u{FEFF}", "😀", "a",
    ]

    /// A small generator, so that a failing text can be made again from its number.
    private func hostile(_ seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        return (0..<(1 + next(12))).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
    }

    @Test(arguments: 0..<400)
    func `no text breaks out of its place`(seed: Int) throws {
        let typed = hostile(UInt64(seed))
        let html = HTML(for: .example)
        html(.p, typed, .title(typed))
        html(.textarea, typed)
        html(.a, typed, .href("/lacak/\(typed)?kata=\(typed)"))
        html(.a, "x", .href(.here(typed)))
        html(.a, "x", .href(.whatsApp("0811", saying: typed)))
        if let outside = Address(outside: typed) { html(.a, "x", .href(outside)) }
        if let own = Address(ownPath: typed) { html(.a, "x", .href(own)) }
        let text = String(decoding: html.written, as: UTF8.self)
        let parts = try Markup(text).elements
        #expect(parts.allSatisfy { ["p", "textarea", "a"].contains($0.name) })
        let allowed: Set<String> = ["title", "href"]
        #expect(parts.allSatisfy { $0.attributes.allSatisfy { allowed.contains($0.name) } })
        for address in parts.flatMap(\.attributes) where address.name == "href" {
            #expect(
                address.value.hasPrefix("/") && !address.value.hasPrefix("//")
                    || address.value.hasPrefix("#") || address.value.hasPrefix("https://"),
                "\(address.value)"
            )
        }
        #expect(!html.written.contains { $0 < 0x20 && ![9, 10, 13].contains($0) })
    }

    /// A reader of the markup that we write, strict enough to see what a browser would see.
    private struct Markup {
        var elements: [(name: String, attributes: [(name: String, value: String)])] = []

        enum Fault: Error { case stray(String) }

        init(_ text: String) throws {
            var rest = Substring(text)
            while let start = rest.firstIndex(of: "<") {
                rest = rest[start...]
                if let end = rest.prefixMatch(of: /<\/(\w+)>/) {
                    rest = rest[end.range.upperBound...]
                    continue
                }
                guard let tag = rest.prefixMatch(of: /<(\w+)((?: [a-z-]+="[^"<>]*")*)>/) else {
                    throw Fault.stray(String(rest.prefix(60)))
                }
                let attributes = tag.2.matches(of: /([a-z-]+)="([^"]*)"/).map {
                    (name: String($0.1), value: String($0.2))
                }
                elements.append((String(tag.1), attributes))
                rest = rest[tag.range.upperBound...]
            }
        }
    }
}
