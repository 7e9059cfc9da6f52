import Blueprints
import Exchange
import Site

/// The English of one thing's wordings, folded under what stands there.
struct TranslationForm: Component {
    let addresses: BenchAddress
    let thing: Slot
    let texts: [TranslatedText]

    /// The reason that was given last; where the blueprint is another's, there has to be one.
    var reason = ""
    var isReplica = false

    /// What was typed where it did not fit, by the name of its field.
    var typed: [String: String] = [:]
    var problems: [String: Words] = [:]

    /// Where the page leads that tells what is missing.
    static let anchor = "bahasa-inggris"

    init(_ thing: Slot, on bench: Workbench) {
        addresses = BenchAddress(bench.name)
        self.thing = thing
        texts = bench.tree.translatedTexts(into: .english, at: thing)
            .filter { $0.slot.isOwn(of: thing) }
        reason = bench.lastReason
        isReplica = bench.files.isReplica
    }

    func write(to html: HTML) {
        let open = texts.filter { $0.state(ContentDigest.of) != .fresh }.count
        html(.div, .id(Self.anchor)) {
            html(
                Disclosure(
                    .inEnglish(open),
                    isOpen: !problems.isEmpty,
                    Paragraphs(.inEnglishWhat),
                    form
                )
            )
        }
    }

    private var form: Form {
        var fields: [Field] = []
        var hidden: [(name: String, value: String)] = [("di", thing.named)]
        for text in texts {
            let name = Self.name(of: text, in: thing)
            fields.append(field(text, name))
            hidden += [
                (Self.before + name, text.text.map(Self.mark) ?? ""),
                (Self.source + name, Self.mark(text.source)),
            ]
            if text.state(ContentDigest.of) == .stale {
                fields.append(
                    Field(
                        Self.fits + name,
                        .stillFitsQuestion,
                        isOptional: true,
                        .choices([], [Option("ya", .stillFits)])
                    )
                )
            }
        }
        if isReplica {
            fields.append(
                Field(
                    "alasan-terjemahan",
                    .whyChanged,
                    hint: .whyChangedHint,
                    .text(TextInput(reason))
                ).with(error: problems["alasan-terjemahan"])
            )
        }
        return Form(
            to: addresses.page("terjemahan"),
            fields,
            hidden: hidden,
            buttons: [Button(.saveEnglish, .secondary)]
        )
    }

    private func field(_ text: TranslatedText, _ name: String) -> Field {
        let value = typed[name] ?? text.text ?? ""
        let isLong = max(value.count, text.source.count) > 60 || text.source.contains("\n")
        var field = Field(
            name,
            Words(text.source),
            isOptional: true,
            isLong ? .longText(value, most: nil) : .text(TextInput(value))
        )
        if text.state(ContentDigest.of) == .stale { field.remark = .englishIsStale }
        field.error = problems[name]
        return field
    }

    /// The name of a field: where its text stands in the thing.
    static func name(of text: TranslatedText, in thing: Slot) -> String {
        "en-" + text.slot.path.dropFirst(thing.path.count).map(\.text).joined(separator: ".")
    }

    /// A text in few letters, to see later whether it is still the same.
    static func mark(_ text: String) -> String {
        String(ContentDigest.of(Array(text.utf8)).prefix(12))
    }

    /// Before the name of a field: what stood there, of which text, and whether it fits still.
    static let before = "asal-"
    static let source = "sumber-"
    static let fits = "cocok-"
}

extension Slot {
    /// Whether a text at this slot is one of a thing's own, and of nothing that stands in it.
    fileprivate func isOwn(of thing: Slot) -> Bool {
        guard thing.holds(self) else { return false }
        let rest = path.dropFirst(thing.path.count)
        guard rest.count == 2, let first = rest.first, let last else { return rest.count == 1 }
        return first == "label" || Int(last.text) != nil
    }
}
