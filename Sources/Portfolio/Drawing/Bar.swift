import Site

/// A share as a small bar beside its figure, which says the same.
struct Bar: Component {
    let percent: Int

    func write(to html: HTML) {
        html(.svg, .class("batang"), .width(72), .height(12), .viewBox("0 0 72 12"), .silent()) {
            html(.rect, .class("dasar"), .x(0), .y(0), .wide(72), .high(12))
            html(.rect, .class("isi"), .x(0), .y(0), .wide(Double(percent) * 0.72), .high(12))
        }
    }
}

/// A figure that leads to the list behind it, with its bar.
struct Figure: Component {
    let text: String
    var address: Address?
    var percent: Int?
    var after: [Words] = []

    func write(to html: HTML) {
        if let address {
            html(.a, text, .class("angka"), .href(address))
        } else {
            html(.span, text, .class("angka"))
        }
        if let percent { html(Bar(percent: percent)) }
        if !after.isEmpty {
            html(.br)
            html(.small, .class("redup")) {
                for (index, words) in after.enumerated() {
                    if index > 0 { html.text(", ") }
                    html.text(words)
                }
            }
        }
    }
}
