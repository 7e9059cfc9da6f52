import CPango

/// Draws on the pages of one PDF.
///
/// It owns the cairo objects and gives them back when it goes, drawn to the end or not.
final class Pen {
    let cairo: OpaquePointer
    private let surface: OpaquePointer
    private let sink: Sink

    private final class Sink {
        var bytes: [UInt8] = []
    }

    init(width: Double, height: Double, facts: DocumentFacts) throws(PressError) {
        guard isMoment(facts.createdAt) else { throw .moment }
        let sink = Sink()
        sink.bytes.reserveCapacity(1 << 16)
        let surface = cairo_pdf_surface_create_for_stream(
            { context, data, count in
                guard let context, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            },
            Unmanaged.passUnretained(sink).toOpaque(),
            width,
            height
        )
        guard let surface, let cairo = cairo_create(surface) else {
            throw .writing(status: CAIRO_STATUS_NO_MEMORY.rawValue)
        }
        self.sink = sink
        self.surface = surface
        self.cairo = cairo
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        for (key, value) in [
            (CAIRO_PDF_METADATA_TITLE, cleanText(facts.title)),
            (CAIRO_PDF_METADATA_AUTHOR, cleanText(facts.author)),
            (CAIRO_PDF_METADATA_CREATE_DATE, facts.createdAt),
        ] {
            cairo_pdf_surface_set_metadata(surface, key, value)
        }
    }

    deinit {
        cairo_destroy(cairo)
        // Finishing may still write, so it comes before the sink goes.
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    /// The size of the pages that follow.
    func paper(width: Double, height: Double) {
        cairo_pdf_surface_set_size(surface, width, height)
    }

    func endPage() { cairo_show_page(cairo) }

    func finish() throws(PressError) -> [UInt8] {
        let drawing = cairo_status(cairo)
        cairo_surface_finish(surface)
        let writing = cairo_surface_status(surface)
        guard drawing == CAIRO_STATUS_SUCCESS else { throw .writing(status: drawing.rawValue) }
        guard writing == CAIRO_STATUS_SUCCESS else { throw .writing(status: writing.rawValue) }
        return sink.bytes
    }

    func grey(_ level: Double) { cairo_set_source_rgb(cairo, level, level, level) }

    func colour(_ value: UInt32) {
        let part = { (shift: UInt32) in Double((value >> shift) & 0xFF) / 255 }
        cairo_set_source_rgb(cairo, part(16), part(8), part(0))
    }

    func line(from: (x: Double, y: Double), to: (x: Double, y: Double), thick: Double) {
        cairo_set_line_width(cairo, thick)
        cairo_move_to(cairo, from.x, from.y)
        cairo_line_to(cairo, to.x, to.y)
        cairo_stroke(cairo)
    }

    func frame(_ box: Box, thick: Double) {
        cairo_set_line_width(cairo, thick)
        cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
        cairo_stroke(cairo)
    }

    func fill(_ box: Box) {
        cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
        cairo_fill(cairo)
    }

    func draw(_ code: QRCode, x: Double, y: Double, side: Double) {
        let module = side / Double(code.side)
        // Scanners want white around it, also where the page is marked as a draft.
        let quiet = module * Double(QRCode.quietZone)
        grey(1)
        fill(
            Box(x: x - quiet, y: y - quiet, width: side + 2 * quiet, height: side + 2 * quiet)
        )
        grey(0)
        code.forEachRun { column, row, length in
            cairo_rectangle(
                cairo,
                x + Double(column) * module,
                y + Double(row) * module,
                Double(length) * module,
                module
            )
        }
        cairo_fill(cairo)
    }

    func draw(_ crest: Crest, in box: Box) throws(PressError) {
        guard crest.width > 0, crest.height > 0 else { throw .crest }
        let scale = min(box.width / crest.width, box.height / crest.height)
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        cairo_translate(
            cairo,
            box.x + (box.width - crest.width * scale) / 2,
            box.y + (box.height - crest.height * scale) / 2
        )
        cairo_scale(cairo, scale, scale)
        for shape in crest.shapes {
            for stroke in try CrestPath(shape.path).strokes {
                switch stroke {
                case .move(let x, let y): cairo_move_to(cairo, x, y)
                case .line(let x, let y): cairo_line_to(cairo, x, y)
                case .curve(let at):
                    cairo_curve_to(cairo, at[0], at[1], at[2], at[3], at[4], at[5])
                case .close: cairo_close_path(cairo)
                }
            }
            colour(shape.colour)
            cairo_fill(cairo)
        }
    }
}

/// A place on a page.
struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
}

/// Whether `text` is `YYYY-MM-DDThh:mm:ss` and `Z` or an offset.
///
/// Given anything else, cairo would write the present moment, and the same sheet two files.
private func isMoment(_ text: String) -> Bool {
    let pattern = Array("0000-00-00T00:00:00".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == 20 ? bytes.last == UInt8(ascii: "Z") : bytes.count == 25 else {
        return false
    }
    let offset = Array(bytes.count == 25 ? "+00:00".utf8 : "Z".utf8)
    return zip(bytes, pattern + offset).allSatisfy { byte, shape in
        switch shape {
        case UInt8(ascii: "0"): (0x30...0x39).contains(byte)
        case UInt8(ascii: "+"): byte == shape || byte == UInt8(ascii: "-")
        default: byte == shape
        }
    }
}
