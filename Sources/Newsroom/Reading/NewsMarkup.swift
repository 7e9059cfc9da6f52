package import Site

/// The little markup of a body: paragraphs, `## ` headings, `- ` lists, `[words](https://…)`.
///
/// Everything else stands as it was typed; there is no way to write an element.
package struct NewsMarkup: Component, Hashable {
    package let blocks: [Block]

    package enum Block: Hashable, Sendable {
        case heading(String)
        case paragraph([Run])
        case list([[Run]])
    }

    package enum Run: Hashable, Sendable {
        case text(String)
        case link(String, Address)
    }

    package init(_ text: String) {
        var blocks: [Block] = []
        var paragraph: [String] = []
        func endParagraph() {
            guard !paragraph.isEmpty else { return }
            blocks.append(.paragraph(Self.runs(paragraph.joined(separator: " "))))
            paragraph = []
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for line in lines.map({ $0.trimmed }) {
            if line.hasPrefix("## ") {
                endParagraph()
                blocks.append(.heading(line.dropFirst(3).trimmed))
            } else if line.hasPrefix("- ") {
                endParagraph()
                let item = Self.runs(line.dropFirst(2).trimmed)
                if case .list(let items) = blocks.last {
                    blocks[blocks.count - 1] = .list(items + [item])
                } else {
                    blocks.append(.list([item]))
                }
            } else if line.isEmpty {
                endParagraph()
            } else {
                paragraph.append(line)
            }
        }
        endParagraph()
        self.blocks = blocks
    }

    /// Text with its links; a link to anything but the web stays the text that was typed.
    private static func runs(_ text: String) -> [Run] {
        var runs: [Run] = []
        var plain = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "[") {
            plain += rest[..<open]
            rest = rest[open...]
            guard let (words, address, end) = link(in: rest) else {
                plain += "["
                rest = rest.dropFirst()
                continue
            }
            if !plain.isEmpty { runs.append(.text(plain)) }
            plain = ""
            runs.append(.link(words, address))
            rest = rest[end...]
        }
        plain += rest
        if !plain.isEmpty { runs.append(.text(plain)) }
        return runs
    }

    /// The link with which a text begins, and where it ends.
    private static func link(in text: Substring) -> (String, Address, String.Index)? {
        guard let close = text.firstIndex(of: "]"), text[close...].hasPrefix("]("),
            let end = text[close...].firstIndex(of: ")")
        else { return nil }
        let words = text[..<close].dropFirst()
        let target = text[close..<end].dropFirst(2)
        guard !words.isEmpty, !words.contains("["), !target.contains("("),
            target.lowercased().hasPrefix("https://"), let to = Address(outside: String(target))
        else { return nil }
        return (String(words), to, text.index(after: end))
    }

    package func write(to html: HTML) {
        for block in blocks {
            switch block {
            case .heading(let text): html(.h2, text)
            case .paragraph(let runs): html(.p) { write(runs, html) }
            case .list(let items):
                html(.ul, .class("daftar")) {
                    for item in items { html(.li) { write(item, html) } }
                }
            }
        }
    }

    private func write(_ runs: [Run], _ html: HTML) {
        for run in runs {
            switch run {
            case .text(let text): html.text(text)
            case .link(let words, let address): html(.a, words, .href(address))
            }
        }
    }

    /// The first paragraph, or else the first line of a list, without links: for feeds and lists.
    package var lead: String {
        for case .paragraph(let runs) in blocks { return Self.plain(runs) }
        for case .list(let items) in blocks { return items.first.map(Self.plain) ?? "" }
        return ""
    }

    private static func plain(_ runs: [Run]) -> String {
        runs.map { run in
            switch run {
            case .text(let text), .link(let text, _): text
            }
        }
        .joined()
    }
}

extension StringProtocol {
    /// Without blanks around it.
    var trimmed: String { String(self).trimmingSpaces }
}
