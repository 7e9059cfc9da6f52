import CPango

/// How text looks.
struct TextStyle {
    enum Alignment { case left, centre, right, justified }

    var face = Face.serif
    var size = 12.0
    var alignment = Alignment.left
    var leading = 1.15
    /// Of the first line of each paragraph.
    var indent = 0.0
    var underlined = false

    func aligned(_ alignment: Alignment) -> TextStyle {
        var style = self
        style.alignment = alignment
        return style
    }

    func bold() -> TextStyle {
        var style = self
        style.face = face == .serif || face == .serifBold ? .serifBold : .sansBold
        return style
    }
}

/// Text set in lines of a width, measured once and drawn line by line.
final class Typeset {
    struct Line {
        fileprivate let ink: UnsafeMutablePointer<PangoLayoutLine>
        fileprivate let x: Double
        fileprivate let ascent: Double
        let height: Double
    }

    /// More breaks than any one cell needs; their cost grows with the square of their number.
    private static let mostBreaks = 2000
    /// Bytes between two breaks, some ten pages: what pango sets in one go.
    private static let longestStretch = 32_000
    /// Bytes without a blank; breaking one word takes the square of its length.
    private static let longestWord = 4000

    let lines: [Line]
    /// The widest line's width.
    let width: Double
    private let layout: OpaquePointer

    /// Sets `text`; without a width it is broken only where it says so.
    init(
        _ text: String,
        _ style: TextStyle,
        width: Double?,
        on bench: Bench
    ) throws(PressError) {
        var clean = cleanText(text)
        try Self.check(clean)
        guard let layout = pango_layout_new(bench.context) else { throw .noFonts }
        self.layout = layout
        pango_layout_set_font_description(layout, bench.font(style.face, style.size))
        pango_layout_set_attributes(layout, style.underlined ? bench.underlined : bench.plain)
        pango_layout_set_line_spacing(layout, Float(style.leading))
        if let width {
            pango_layout_set_width(layout, Self.units(max(width, 4)))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        }
        switch style.alignment {
        case .left: break
        case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        case .justified:
            pango_layout_set_justify(layout, 1)
            pango_layout_set_indent(layout, Self.units(style.indent))
        }
        clean.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                pango_layout_set_text(layout, $0.baseAddress, Int32($0.count))
            }
        }
        (lines, self.width) = Self.lines(of: layout)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    var height: Double { lines.reduce(0) { $0 + $1.height } }

    func height(of range: Range<Int>) -> Double {
        lines[range.clamped(to: lines.indices)].reduce(0) { $0 + $1.height }
    }

    /// Draws the lines of `range`, the first one's top at `y`; returns the y below them.
    @discardableResult
    func draw(_ range: Range<Int>? = nil, with pen: Pen, x: Double, y: Double) -> Double {
        var top = y
        for line in lines[(range ?? lines.indices).clamped(to: lines.indices)] {
            cairo_move_to(pen.cairo, x + line.x, top + line.ascent)
            pango_cairo_show_layout_line(pen.cairo, line.ink)
            top += line.height
        }
        return top
    }

    /// Lays the outline of the text on the pen's path: ink that nobody can copy as words.
    func outline(with pen: Pen, x: Double, y: Double) {
        cairo_move_to(pen.cairo, x, y)
        pango_cairo_layout_path(pen.cairo, layout)
    }

    private static func check(_ text: String) throws(PressError) {
        var breaks = 0
        var stretch = 0
        var word = 0
        for byte in text.utf8 {
            stretch += 1
            word = byte == 0x20 ? 0 : word + 1
            guard stretch <= longestStretch else { throw .tooMuchText(limit: longestStretch) }
            guard word <= longestWord else { throw .tooMuchText(limit: longestWord) }
            if byte == 0x0A {
                breaks += 1
                stretch = 0
                word = 0
            }
        }
        guard breaks <= mostBreaks else { throw .doesNotFit }
    }

    private static func units(_ points: Double) -> Int32 { Int32(points * Double(PANGO_SCALE)) }

    private static func lines(of layout: OpaquePointer) -> (lines: [Line], width: Double) {
        var lines: [Line] = []
        var width: Int32 = 0
        lines.reserveCapacity(Int(pango_layout_get_line_count(layout)))
        guard let place = pango_layout_get_iter(layout) else { return ([], 0) }
        defer { pango_layout_iter_free(place) }
        let scale = 1 / Double(PANGO_SCALE)
        repeat {
            guard let ink = pango_layout_iter_get_line_readonly(place) else { continue }
            var box = PangoRectangle()
            pango_layout_iter_get_line_extents(place, nil, &box)
            var top: Int32 = 0
            var bottom: Int32 = 0
            pango_layout_iter_get_line_yrange(place, &top, &bottom)
            let baseline = pango_layout_iter_get_baseline(place)
            width = max(width, box.width)
            lines.append(
                Line(
                    ink: ink,
                    x: Double(box.x) * scale,
                    ascent: Double(baseline - top) * scale,
                    height: Double(bottom - top) * scale
                )
            )
        } while pango_layout_iter_next_line(place) != 0
        return (lines, Double(width) * scale)
    }
}
