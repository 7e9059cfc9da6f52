import Blueprints
import Site

/// One thing of a blueprint: its fields, what stands in it, and how a phone shows it.
struct ThingPage: Page {
    let addresses: BenchAddress
    let thing: EditedThing
    var controls: FieldControls
    var findings: [Diagnostic]
    var preview: Address?
    var back: Link

    /// The reason that was given last; whoever changes several things writes it once.
    var reason = ""
    var isReplica = false
    var message: Notice?

    /// Its wordings in English; nil for what is not there yet, or has none.
    var translations: TranslationForm?

    /// The paper form that lies beside the editor; nil where none does.
    var paper: PaperForms.Kind?

    /// A letter as it would be printed; nil for anything else.
    var prints: LetterPrints?

    /// To what it is to be added, and under which key; nil for what is there.
    var adding: (parent: Slot, key: Blueprints.ID)?
    var status = 200

    var frame: Frame { Frame(width: .workbench, back: back, status: status) }

    private var heading: Words {
        guard adding == nil else { return .add(thing.part) }
        return Naming.thing(thing.part, thing.node, id: thing.slot.last)
    }

    func title(for visit: Visit) -> String {
        let title = heading.text(in: visit.language)
        return controls.problems.isEmpty
            ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    private var form: Form {
        var fields = controls.fields
        var hidden: [(name: String, value: String)] = [("di", thing.slot.description)]
        if let adding {
            hidden = [("di", adding.parent.named), ("isi", adding.key.text)]
        } else {
            hidden += thing.typed.map { (Self.before + $0.key.text, $0.text) }
        }
        fields.append(
            Field(
                "alasan",
                .whyChanged,
                hint: .whyChangedHint,
                isOptional: !isReplica,
                .text(TextInput(reason))
            )
        )
        return Form(
            to: addresses.page(adding == nil ? "bagian" : "tambah"),
            fields,
            hidden: hidden,
            buttons: [Button(.save)]
        )
    }

    /// What else may be done with it.
    private var ways: [Link] {
        let id = thing.slot.last?.text ?? ""
        if thing.part == .service {
            return [Link(.tryCase, addresses.page("coba").with("layanan", id))]
        }
        guard thing.part == .example else { return [] }
        return [
            Link(.changeExample, addresses.page("coba").with("contoh", id)),
            Link(.whyExampleFails, addresses.page("sebab").with("contoh", id)),
        ]
    }

    /// Before the key of a field: what stood there when the page was shown.
    static let before = "asal-"

    func body(_ html: HTML) {
        html(ErrorSummary(of: controls.fields))
        html(.h1, heading)
        if let message { html(message) }
        html(FindingList(findings: findings, addresses: addresses, slots: nil))
        let stands = preview != nil || paper != nil
        html(.div, .class(stands ? "bengkel" : "bengkel sendiri")) {
            html(.div) {
                for collection in adding == nil ? thing.collections : [] {
                    let list = ThingList(
                        addresses: addresses,
                        thing: thing.slot,
                        collection: collection
                    )
                    if collection.isMain {
                        html(.h2, list.name)
                        html(list)
                    } else {
                        html(Disclosure(list.name, list))
                    }
                }
                if adding == nil, !thing.records.isEmpty {
                    html(
                        Lines(
                            thing.records.map { field, slot in
                                .link(Link(Naming.label(field.meaning), addresses.thing(slot)))
                            }
                        )
                    )
                }
                if !thing.typed.isEmpty {
                    if adding == nil { html(.h2, .whatStandsHere) }
                    html(form)
                }
                if let translations { html(translations) }
                if let prints { html(prints) }
            }
            if stands { html(Beside(addresses: addresses, preview: preview, paper: paper)) }
        }
        if adding == nil, !ways.isEmpty { html(ButtonRow(links: ways)) }
    }
}

/// How a phone of 360 points shows it, beside what is being changed.
struct PhoneFrame: Component {
    let address: Address

    func write(to html: HTML) {
        html(.h2, .onAPhone)
        html(
            .iframe,
            .src(address),
            .title(Words.onAPhone.text(in: html.visit.language)),
            // The link below leads there for whoever has no pointer.
            .tabindex(-1),
            .width(360),
            .height(640)
        )
        html(Lines([.link(Link(.previewAlone, address))]))
    }
}

/// What stands beside the editor: the paper form that is typed off, and the phone.
struct Beside: Component {
    let addresses: BenchAddress
    let preview: Address?
    let paper: PaperForms.Kind?

    func write(to html: HTML) {
        html(.aside, .class("ponsel")) {
            if let paper { html(PaperBeside(addresses: addresses, kind: paper)) }
            if let preview { html(PhoneFrame(address: preview)) }
        }
    }
}

extension EditedThing.Collection {
    /// What people mostly come for; the rest is folded.
    fileprivate var isMain: Bool {
        switch part {
        case .page, .question, .step, .action, .block, .member: true
        case .blueprint, .mark, .service, .standard, .privacy, .check, .legal, .record, .outcome,
            .notice,
            .reply, .register, .bringing, .source, .rule, .letter, .translations, .example, .act,
            .expectation,
            .renames, .rename, .mapping, .overlay, .entry, .lock, .lockedPackage, .credit, .regency,
            .theme,
            .target,
            .protection, .unit, .post, .calendar, .holiday, .officeHours, .specialHours:
            false
        }
    }
}

/// The things of a collection, with what may be done with each.
struct ThingList: Component {
    let addresses: BenchAddress
    let thing: Slot
    let collection: EditedThing.Collection

    /// How one is added; nil for a form of its own.
    var adding: [Link]?

    var name: Words { Naming.label(collection.title) }

    func write(to html: HTML) {
        html(.form, .method("post"), .action(addresses.page("susun"))) {
            if let token = html.visit.formToken {
                html(.input, .type("hidden"), .name(Form.tokenName), .value(token))
            }
            hidden("di", thing.named, html)
            hidden("isi", collection.key.text, html)
            html(.ol, .class("susunan")) {
                for (index, item) in collection.items.enumerated() { write(item, index, html) }
            }
        }
        html(
            ButtonRow(
                links: adding ?? [
                    Link(
                        .add(collection.part),
                        addresses.page("tambah").with("di", thing.named)
                            .with("isi", collection.key.text)
                    )
                ]
            )
        )
    }

    private func write(_ item: (id: Blueprints.ID, node: Tree), _ index: Int, _ html: HTML) {
        let called = Naming.name(of: item.node, id: item.id) ?? item.id.text
        html(.li) {
            html(.a, called, .href(addresses.thing(collection.slot.child(item.id))))
            html(.span, .class("tombol-kecil")) {
                if collection.isOrdered, index > 0 {
                    button("naik", .moveUp, item.id, called, html)
                }
                if collection.isOrdered, index + 1 < collection.items.count {
                    button("turun", .moveDown, item.id, called, html)
                }
                button("hapus", .takeOut, item.id, called, html)
            }
        }
    }

    private func button(
        _ deed: String,
        _ words: Words,
        _ id: Blueprints.ID,
        _ called: String,
        _ html: HTML
    ) {
        html(
            .button,
            words,
            .class("tombol tombol-tenang"),
            .type("submit"),
            .name(deed),
            .value(id.text),
            .label("\(words.text(in: html.visit.language)): \(called)")
        )
    }

    private func hidden(_ name: String, _ value: String, _ html: HTML) {
        html(.input, .type("hidden"), .name(name), .value(value))
    }
}

/// What a check says, each with the way to the thing that it is about.
struct FindingList: Component {
    let findings: [Diagnostic]
    let addresses: BenchAddress

    /// Where each stands; nil where all are about the thing that is shown.
    let slots: (@Sendable (Diagnostic) -> Slot?)?

    private static let most = 30

    /// So much advice is read at once; more is folded.
    private static let mostShown = 3

    func write(to html: HTML) {
        let mistakes = findings.filter { $0.severity == .error }
        let advice = findings.filter { $0.severity == .warning }
        if !mistakes.isEmpty {
            html(.div, .class("kabar kabar-bahaya")) {
                html(.h2, .toBeFixed(mistakes.count))
                list(mistakes, html)
            }
        }
        if !advice.isEmpty {
            html(
                Disclosure(
                    .advice(advice.count),
                    isOpen: advice.count <= Self.mostShown,
                    Said(findings: self, which: advice)
                )
            )
        }
    }

    fileprivate func list(_ findings: [Diagnostic], _ html: HTML) {
        html(.ul) {
            for finding in findings.prefix(Self.most) {
                html(.li) {
                    if let slot = slots?(finding)?.thingWithPage {
                        html(
                            .a,
                            finding.sentenceOnPages,
                            .href(addresses.thing(slot)),
                            .lang(.indonesian)
                        )
                    } else {
                        html(.span, finding.sentenceOnPages, .lang(.indonesian))
                    }
                    if let fix = finding.fixOnPages {
                        html.text(" ")
                        html(.span, fix, .lang(.indonesian))
                    }
                }
            }
            if findings.count > Self.most {
                html(.li, .andMore(findings.count - Self.most))
            }
        }
    }

    private struct Said: Component {
        let findings: FindingList
        let which: [Diagnostic]

        func write(to html: HTML) { findings.list(which, html) }
    }
}
