import Site
import Stories

/// The page beside the scale: few fields, large, in the order in which things happen.
struct ScalePage: Page {
    var typed: FormAsTyped
    var grower: Grower?
    var found: [Grower]
    var plots: [NamedPlot]
    var lots: [ShownLot]
    var vocabulary: CoffeeVocabulary
    var mark: String

    var frame: Frame {
        Frame(width: .text, back: Link(.coffeeLots, "/lot"), status: typed.isRight ? 200 : 422)
    }

    func title(for visit: Visit) -> String { Words.scale.text(in: visit.language) }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, .scale)
        html(Lines([.link(Link(.scaleOnPhone, "/luring/timbang"))]))
        guard let grower else { return findGrower(html) }
        html(.p) {
            html(.strong, grower.name)
            html.text(" · " + grower.village + " · ")
            html(.a, .changePerson, .href(Address("/timbang").with("lot", typed["lot"])))
        }
        html(form)
    }

    private func findGrower(_ html: HTML) {
        var search = Form(
            to: "/timbang",
            [
                Field(
                    "cari",
                    .findGrower,
                    hint: .findGrowerHint,
                    .text(TextInput(typed["cari"], .search, most: 60))
                )
            ],
            hidden: [("lot", typed["lot"])],
            buttons: [Button(.findGrower, .primary)]
        )
        search.isSearch = true
        html(search)
        guard !typed["cari"].isEmpty else { return }
        if found.isEmpty { return html(EmptyState(.noGrowerFound)) }
        html(.ul, .class("daftar")) {
            for grower in found {
                let address = Address("/timbang").with("petani", "\(grower.id)").with(
                    "lot",
                    typed["lot"]
                )
                html(.li) {
                    html(.a, grower.name, .href(address))
                    html.text(" · " + grower.village)
                }
            }
        }
    }

    private var form: Form {
        let lots = lots.map { Option($0.code, Words($0.title), hint: vocabulary.what($0.what)) }
        var fields = [
            typed.choice("lot", .intoWhichLot, lots),
            typed.decimal("berat", .weight, hint: .weightHint, unit: .kilogram),
            typed.decimal("air", .moisture, hint: .moistureHint, unit: .percent, isOptional: true),
            typed.field(
                "mutu",
                .gradeAtScale,
                isOptional: true,
                .choice(typed["mutu"], GradeAtScale.options)
            ),
            typed.money("harga", .price),
            typed.money("panjar", .advance, isOptional: true),
        ]
        if plots.count > 1 {
            let options = plots.map { plot in
                Option("\(plot.plot.id)", Words(plot.name + ", " + plot.village))
            }
            fields.append(
                typed.field(
                    "kebun",
                    .plots,
                    hint: .everyPlot,
                    isOptional: true,
                    .choices([], options)
                )
            )
        }
        return Form(
            to: "/timbang",
            fields,
            hidden: [
                ("petani", typed["petani"]),
                ("tanda", typed["tanda"].isEmpty ? mark : typed["tanda"]),
            ],
            buttons: [Button(.saveWeight, .primary)]
        )
    }
}
