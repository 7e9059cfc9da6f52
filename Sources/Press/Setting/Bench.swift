import CPango
import Synchronization

/// What setting type needs and what is dear to make: a font map, a context, fonts.
///
/// Pango's own default map belongs to a thread, so with a pool of threads each would warm up its
/// own and keep it. A bench is lent to one print at a time instead, on whatever thread.
///
/// `@unchecked Sendable`: only the one that took it out of the pool holds it.
final class Bench: @unchecked Sendable {
    let context: OpaquePointer
    let plain: OpaquePointer
    let underlined: OpaquePointer
    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private var fonts: [FontKey: OpaquePointer] = [:]

    private struct FontKey: Hashable {
        let face: Face
        let size: Double
    }

    private static let pool = Mutex<[Bench]>([])
    private static let kept = 4

    /// Lends a bench for the time of `work`.
    static func lend<Result>(
        _ work: (Bench) throws(PressError) -> Result
    ) throws(PressError) -> Result {
        let idle = pool.withLock { $0.popLast() }
        let bench = if let idle { idle } else { try Bench() }
        defer {
            pool.withLock { idle in
                if idle.count < kept { idle.append(bench) }
            }
        }
        return try work(bench)
    }

    private init() throws(PressError) {
        guard let fontMap = pango_cairo_font_map_new() else { throw .noFonts }
        guard let context = pango_font_map_create_context(fontMap),
            let plain = pango_attr_list_new(), let underlined = pango_attr_list_new()
        else {
            g_object_unref(fontMap)
            throw .noFonts
        }
        self.fontMap = fontMap
        self.context = context
        self.plain = plain
        self.underlined = underlined
        setUpContext()
        // On a machine without a single font everything would be set, in nothing.
        guard let sample = pango_context_load_font(context, font(.serif, 12)) else {
            throw .noFonts
        }
        g_object_unref(sample)
        for list in [plain, underlined] {
            // A ligature is one glyph for two letters: some readers copy it as neither.
            pango_attr_list_insert(list, pango_attr_font_features_new("liga=0,clig=0,dlig=0"))
            pango_attr_list_insert(list, pango_attr_insert_hyphens_new(0))
        }
        pango_attr_list_insert(underlined, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE))
    }

    deinit {
        for font in fonts.values { pango_font_description_free(font) }
        pango_attr_list_unref(plain)
        pango_attr_list_unref(underlined)
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(fontMap)
    }

    /// Makes lengths what they will be on paper: 72 dpi, nothing rounded to a screen's pixels.
    private func setUpContext() {
        pango_cairo_context_set_resolution(context, 72)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("id"))
    }

    func font(_ face: Face, _ size: Double) -> OpaquePointer? {
        let key = FontKey(face: face, size: size)
        if let known = fonts[key] { return known }
        guard let font = pango_font_description_from_string(face.families) else { return nil }
        pango_font_description_set_size(font, Int32(size * Double(PANGO_SCALE)))
        if face.isBold { pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD) }
        fonts[key] = font
        return font
    }
}

/// The few faces that sheets are set in: each one more makes every file larger and slower.
enum Face: Hashable {
    case serif, serifBold, sans, sansBold

    var isBold: Bool { self == .serifBold || self == .sansBold }

    var families: String {
        switch self {
        case .serif, .serifBold: "Liberation Serif, Tinos, Times New Roman, serif"
        case .sans, .sansBold: "Liberation Sans, Arimo, Arial, sans-serif"
        }
    }
}
