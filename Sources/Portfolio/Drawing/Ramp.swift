package import Site

/// The five classes of a share, and one for where nothing can be said.
package enum ShareClass: Int, CaseIterable, Sendable {
    case unknown, lowest, low, middle, high, highest

    package init(_ percent: Int?) {
        switch percent {
        case nil: self = .unknown
        case .some(..<60): self = .lowest
        case .some(60..<70): self = .low
        case .some(70..<80): self = .middle
        case .some(80..<90): self = .high
        case .some: self = .highest
        }
    }

    var className: StaticString {
        switch self {
        case .unknown: "daerah jenjang-0"
        case .lowest: "daerah jenjang-1"
        case .low: "daerah jenjang-2"
        case .middle: "daerah jenjang-3"
        case .high: "daerah jenjang-4"
        case .highest: "daerah jenjang-5"
        }
    }

    package var words: Words {
        switch self {
        case .unknown: Words("belum cukup data", "too little data")
        case .lowest: Words("di bawah 60%", "under 60%")
        case .low: "60-69%"
        case .middle: "70-79%"
        case .high: "80-89%"
        case .highest: Words("90% ke atas", "90% and more")
        }
    }

    /// Slanting lines for what is not known.
    static let hatch = RawHTML(
        """
        <defs><pattern id="arsir" width="8" height="8" patternUnits="userSpaceOnUse">\
        <rect width="8" height="8"/><path d="M-2 2l4-4M0 8l8-8M6 10l4-4"/></pattern></defs>
        """
    )
}

/// What the classes of a map mean, in words.
struct Legend: Component {
    func write(to html: HTML) {
        html(.ul, .class("keterangan")) {
            for share in ShareClass.allCases {
                html(.li) {
                    html(.svg, .width(16), .height(16), .viewBox("0 0 16 16"), .silent()) {
                        html(
                            .rect,
                            .class(share.className),
                            .x(1),
                            .y(1),
                            .wide(14),
                            .high(14)
                        )
                    }
                    html.text(share.words)
                }
            }
        }
    }
}
