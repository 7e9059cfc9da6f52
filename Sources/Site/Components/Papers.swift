/// A QR code with what it holds in words.
package struct QRBlock: Component {
    package var drawing: RawHTML
    package var description: Words
    /// The same in letters, for those who type.
    package var code: String?

    package init(_ drawing: RawHTML, description: Words, code: String? = nil) {
        self.drawing = drawing
        self.description = description
        self.code = code
    }

    package func write(to html: HTML) {
        html(.figure, .class("qr")) {
            html(.div, .role("img"), .label(html.word(description))) { html.raw(drawing) }
            html(.figcaption) {
                html.text(description)
                if let code {
                    html(.br)
                    html(.span, code, .class("angka"))
                }
            }
        }
    }
}

/// A file that somebody sent or may fetch.
package struct FileItem: Component {
    package var name: Words
    package var detail: Words
    package var address: Address?
    package var tag: StatusTag?

    package init(_ name: Words, detail: Words, address: Address? = nil, tag: StatusTag? = nil) {
        self.name = name
        self.detail = detail
        self.address = address
        self.tag = tag
    }

    package func write(to html: HTML) {
        html(.div, .class("berkas")) {
            html(.div) {
                if let address {
                    html(.a, name, .href(address))
                } else {
                    html(.strong, name)
                }
                html(.p, detail, .class("petunjuk"))
            }
            if let tag { html(tag) }
        }
    }
}

/// Two versions side by side: what the person wrote and what stands now.
package struct Comparison: Component {
    package var caption: Words
    package var left: Words
    package var right: Words
    package var lines: [Line]

    package init(_ caption: Words, left: Words, right: Words, _ lines: [Line]) {
        self.caption = caption
        self.left = left
        self.right = right
        self.lines = lines
    }

    /// One thing in both versions.
    package struct Line: Sendable {
        package var name: Words
        package var left: String
        package var right: String

        package init(_ name: Words, left: String, right: String) {
            self.name = name
            self.left = left
            self.right = right
        }
    }

    package func write(to html: HTML) {
        html(.table, .class("tabel"), .role("table")) {
            html(.caption, caption)
            html(.thead, .role("rowgroup")) {
                html(.tr, .role("row")) {
                    html(.th, .part, .scope("col"), .role("columnheader"))
                    html(.th, left, .scope("col"), .role("columnheader"))
                    html(.th, right, .scope("col"), .role("columnheader"))
                }
            }
            html(.tbody, .role("rowgroup")) {
                for line in lines {
                    let isSame = line.left == line.right
                    html(.tr, .role("row"), .when(!isSame, .class("beda"))) {
                        html(.th, .scope("row"), .role("rowheader")) {
                            html.text(line.name)
                            if !isSame {
                                html.text(" ")
                                html(StatusTag(.changed, .attention))
                            }
                        }
                        side(line.left, left, html)
                        side(line.right, right, html)
                    }
                }
            }
        }
    }

    private func side(_ text: String, _ heading: Words, _ html: HTML) {
        html(.td, .role("cell"), .heading(html.word(heading))) {
            if text.isEmpty {
                html(.span, .notFilledIn, .class("redup"))
            } else {
                html.text(text)
            }
        }
    }
}

/// What was and what is, in words and marks, not in colours alone.
package struct ChangeLine: Component {
    package var name: Words
    package var was: String?
    package var now: String?

    package init(_ name: Words, was: String?, now: String?) {
        self.name = name
        self.was = was
        self.now = now
    }

    package func write(to html: HTML) {
        html(.p, .class("ubahan")) {
            html(.strong, kind)
            html.text(" ")
            html.text(name)
            html.text(": ")
            if let was { html(.del, was) }
            if was != nil, now != nil { html.text(" ") }
            if let now { html(.ins, now) }
        }
    }

    private var kind: Words {
        if was == nil { return .added }
        return now == nil ? .removed : .changed
    }
}
