import Site
import Stories

/// The scale on one page that needs no signal: the same for everybody, it names nobody.
///
/// Growers, lots and who weighs come from `/timbang/daftar` and are kept by the phone itself. What
/// is usual goes first: who, how much, and the button, so that it is seen above the phone's keys.
/// The rest stands there from the last purchase.
struct OfflineScalePage: Page {
    var frame: Frame {
        var frame = Frame(back: Link(.coffeeLots, "/lot"), isIndexed: true)
        frame.scripts = .scale
        return frame
    }

    func title(for visit: Visit) -> String { Words.scale.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .scale)
        html(.div, .does("timbang-siap")) { html(.p, .scaleNeedsScripts) }
        html(.div, .does("timbang-cari"), .hidden()) {
            Field("cari", .findGrower, .text(TextInput("", .search, most: 60))).write(to: html)
            html(.div, .class("tombol-tumpuk"), .does("timbang-petani"))
        }
        html(.form, .does("timbang"), .novalidate(), .hidden()) {
            html(.div, .does("timbang-siapa"))
            beside(html, weight, moisture)
            html(.p, .class("angka"), .role("status"), .does("timbang-bayar"))
            html(.div, .class("tombol-tumpuk")) { html(Button(.saveWeight)) }
            beside(
                html,
                Field("harga", .pricePerKilogram, .money("")),
                Field("panjar", .advanceShort, .money(""))
            )
            html(.details, .class("rinci")) {
                html(.summary, .kindAndGrade, .does("timbang-ringkas"))
                html(.div) {
                    html(.div, .does("timbang-lot")) {
                        Field("lot", .intoWhichLot, .choice("", [])).write(to: html)
                    }
                    Field(
                        "mutu",
                        .gradeAtScale,
                        isOptional: true,
                        .choice("", GradeAtScale.options)
                    )
                    .write(to: html)
                }
            }
        }
        html(.div, .does("timbang-slip"), .hidden())
        html(.div, .does("timbang-hari"))
    }

    private var weight: Field { Field("berat", .weight, .decimal("", unit: .kilogram)) }

    private var moisture: Field { Field("air", .moisture, .decimal("", unit: .percent)) }

    private func beside(_ html: HTML, _ left: Field, _ right: Field) {
        html(.div, .class("berdua")) {
            left.write(to: html)
            right.write(to: html)
        }
    }
}

extension GradeAtScale {
    var words: Words {
        switch self {
        case .best: Words("A: masak dan bersih", "A: ripe and clean")
        case .fair: Words("B: sedikit campuran", "B: a little mixed")
        case .poor: Words("C: banyak campuran", "C: much mixed")
        }
    }

    static var options: [Option] { allCases.map { Option($0.rawValue, $0.words) } }
}

extension Words {
    static let pricePerKilogram = Words("Harga per kg", "Price per kg")
    static let advanceShort = Words("Panjar", "Advance")
    static let gradeAtScale = Words("Mutu saat dibeli", "Quality as bought")
    static let kindAndGrade = Words("Jenis dan mutu", "Kind and quality")
    static let scaleOnPhone = Words(
        "Timbang di ponsel, juga tanpa sinyal",
        "Weigh on the phone, also without a signal"
    )
    static let scaleNeedsScripts = Words(
        "Timbangan tanpa sinyal perlu JavaScript. Tanpa itu, pakai halaman timbangan.",
        "The scale without a signal needs JavaScript. Without it, use the page of the scale."
    )
    static let lotUnknown = Words(
        "Lot itu tidak ada. Pilih jenis dan lot yang lain",
        "There is no such lot. Choose another kind and lot"
    )

    /// What the phone said, where its clock was wrong.
    static func phoneClock(_ told: Instant?, _ zone: Zone) -> Words? {
        told.map { told in
            func moment(_ language: Language) -> String {
                DateWords.moment(told, zone: zone, in: language, withYear: true)
            }
            return Words(
                "Jam ponsel waktu itu \(moment(.indonesian)), tidak cocok dengan jam kantor. "
                    + "Jam kantor yang dicatat.",
                "The phone's clock said \(moment(.english)), which does not fit the office's. "
                    + "The office's clock was recorded."
            )
        }
    }
}
