/// A share as a small bar beside its figure, which says the same.
package struct Bar: Component {
    package let percent: Int

    package init(percent: Int) { self.percent = percent }

    package func write(to html: HTML) {
        html(.svg, .class("batang"), .width(72), .height(12), .viewBox("0 0 72 12"), .silent()) {
            html(.rect, .class("dasar"), .x(0), .y(0), .wide(72), .high(12))
            html(.rect, .class("isi"), .x(0), .y(0), .wide(Double(percent) * 0.72), .high(12))
        }
    }
}

/// A figure that leads to the list behind it, with its bar.
package struct Figure: Component {
    package let text: String
    package var address: Address?
    package var percent: Int?
    package var after: [Words] = []

    package init(
        text: String,
        address: Address? = nil,
        percent: Int? = nil,
        after: [Words] = []
    ) {
        (self.text, self.address, self.percent, self.after) = (text, address, percent, after)
    }

    package func write(to html: HTML) {
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
