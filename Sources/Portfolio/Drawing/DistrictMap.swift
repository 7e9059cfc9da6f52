import Site
import Stories

/// The districts in their true shapes, each in the class of its share.
struct DistrictMap: Component {
    let shapes: DistrictShapes
    let parts: [Overview.Part]

    func write(to html: HTML) {
        html(.figure) {
            html(
                .svg,
                .class("gambar peta"),
                .viewBox("0 0 \(DistrictShapes.width) \(shapes.height)"),
                .role("group"),
                .labelledBy("peta-judul peta-isi")
            ) {
                html(.drawingTitle, html.word(.byDistrict), .id("peta-judul"))
                html(.drawingDescription, html.word(.mapShows), .id("peta-isi"))
                html.raw(ShareClass.hatch)
                for part in parts { area(part, html) }
            }
            html(Legend())
        }
    }

    private func area(_ part: Overview.Part, _ html: HTML) {
        guard let code = part.code, let shape = shapes.shapes[code] else { return }
        let percent = part.month.onTimePercent()
        let figure = percent.map { "\($0)%" } ?? html.word(.tooFewForShare)
        html(.a, .href(Axis.district.page(code)), .label("\(html.word(part.name)): \(figure)")) {
            html(.path, .class(ShareClass(percent).className), .d(shape.path))
            html(
                .drawnText,
                percent.map { "\($0)%" } ?? "",
                .class("di-peta"),
                .x(shape.middle.x),
                .y(shape.middle.y),
                .anchor("middle")
            )
        }
    }
}
