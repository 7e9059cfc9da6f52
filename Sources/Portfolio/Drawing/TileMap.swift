import Site
import Stories

/// Every district as one square of the same size: honest where no boundaries are at hand.
struct TileMap: Component {
    let parts: [Overview.Part]

    private static let (across, side, line) = (4, 88, 108)

    func write(to html: HTML) {
        let places = parts.filter { $0.code != nil }
            .sorted { $0.name.indonesian < $1.name.indonesian }
        let rows = (places.count + Self.across - 1) / Self.across
        html(.figure) {
            html(.figcaption, .tileMap)
            html(
                .svg,
                .class("gambar"),
                .viewBox("0 0 360 \(rows * Self.line + 4)"),
                .role("group"),
                .labelledBy("peta-judul peta-isi")
            ) {
                html(.drawingTitle, html.word(.tileMap), .id("peta-judul"))
                html(.drawingDescription, html.word(.mapShows), .id("peta-isi"))
                html.raw(ShareClass.hatch)
                for (index, part) in places.enumerated() {
                    tile(
                        part,
                        x: Double(index % Self.across * 90 + 2),
                        y: Double(index / Self.across * Self.line + 2),
                        html
                    )
                }
            }
            html(Legend())
        }
    }

    /// The square holds no words: under it they can be read by day and by night.
    private func tile(_ part: Overview.Part, x: Double, y: Double, _ html: HTML) {
        guard let code = part.code else { return }
        let percent = part.month.onTimePercent()
        let figure = percent.map { "\($0)%" } ?? html.word(.tooFewForShare)
        html(.a, .href(Axis.district.page(code)), .label("\(html.word(part.name)): \(figure)")) {
            html(
                .rect,
                .class(ShareClass(percent).className),
                .x(x),
                .y(y),
                .wide(84),
                .high(52)
            )
            for (index, line) in Self.lines(html.word(part.name)).enumerated() {
                html(.drawnText, line, .x(x), .y(y + 66 + Double(index * 13)))
            }
            html(
                .drawnText,
                figure,
                .x(x),
                .y(y + 66 + Double(Self.lines(html.word(part.name)).count * 13))
            )
        }
    }

    /// A name in at most two lines of what a square's width bears.
    static func lines(_ name: String) -> [String] {
        let most = 11
        guard name.count > most else { return [name] }
        var lines = [""]
        for word in name.split(separator: " ") {
            let joined =
                lines[lines.count - 1].isEmpty ? "\(word)" : "\(lines[lines.count - 1]) \(word)"
            if joined.count <= most || lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = joined
            } else {
                lines.append(String(word))
            }
        }
        return lines.prefix(2).map { $0.count > most ? "\($0.prefix(most - 1))." : $0 }
    }
}
