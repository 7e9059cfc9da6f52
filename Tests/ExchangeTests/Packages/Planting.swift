import Blueprints

/// Grows a blueprint in which everything stands that the table of the language knows: every kind
/// of part, every field, each text with a mark of its own.
struct Planting {
    /// Whether holes stand where a hole may stand.
    let hasHoles: Bool

    /// Which fields of which part were planted.
    private(set) var planted: [Part: Set<ID>] = [:]

    /// The marks and the names of holes.
    private(set) var marks: [String] = []
    private(set) var holes: [String] = []

    private var lifted: [ID: [(ID, Tree)]] = [:]

    init(hasHoles: Bool) { self.hasHoles = hasHoles }

    /// The whole tree of a blueprint.
    mutating func tree() -> Tree {
        .record([
            "blueprint": part(.blueprint, id: "blueprint"),
            "service": .record(["layanan": whole(.service, id: "layanan")]),
            "register": .record(["daftar": whole(.register, id: "daftar")]),
            "rule": .record(["tarif": whole(.rule, id: "tarif")]),
            "letter": .record(["surat": whole(.letter, id: "surat")]),
            "example": .record(["lancar": whole(.example, id: "lancar")]),
            "import": .record(["kobo": whole(.bringing, id: "kobo")]),
            "text": .record(["en": translations()]),
        ])
    }

    /// What is renamed, as its file says it.
    mutating func renames() -> SourceFile {
        planted[.renames] = Set(Shape[.renames].fields.map(\.key))
        planted[.rename] = Set(Shape[.rename].fields.map(\.key))
        planted[.mapping] = Set(Shape[.mapping].fields.map(\.key))
        return SourceFile(
            path: "renames/1.1.0.yaml",
            text: """
                from: 1.0.0
                to: 1.1.0
                renames:
                  - { was: service/layanan/question/luas, now: luas_kebun }
                  - { was: service/layanan/step/a, now: b }
                answers:
                  - { was: service/layanan/question/skala, now: ukuran, options: { kecil: mikro } }
                  - { was: service/layanan/question/lama }
                cases: move

                """
        )
    }

    private mutating func translations() -> Tree {
        planted[.translations] = []
        let entry = Tree.record([
            "text": .text(mark("terjemahan")),
            "of": .text(String(repeating: "ab", count: 32)),
        ])
        return .record(["service": .record(["layanan": .record(["title": entry])])])
    }

    /// A file: what lives in collections of it goes there.
    private mutating func whole(_ part: Part, id: ID) -> Tree {
        lifted = [:]
        guard case .keyed(var children, _) = self.part(part, id: id) else { return .record([:]) }
        for (home, things) in lifted { children[home] = .collection(things) }
        return .record(children)
    }

    private mutating func mark(_ word: String) -> String {
        let mark = "tanda \(marks.count) \(word)"
        marks.append(mark)
        return mark
    }

    private mutating func part(_ part: Part, id: ID, only: Set<ID>? = nil) -> Tree {
        var children: [ID: Tree] = [:]
        var type: [ID: Tree] = [:]
        for field in Shape[part].fields {
            if let only, !only.contains(field.key) { continue }
            planted[part, default: []].insert(field.key)
            switch field.place {
            case .id, .parent: continue
            case .partOfType:
                let (value, label) = ofType(field)
                type[field.key] = value
                children["label"] = label ?? children["label"]
            case .slot:
                children[field.key] = value(field, field.content, in: part, id)
            }
        }
        if !type.isEmpty { children["type"] = .atom([.record(type)]) }
        if let rest = Shape[part].rest, rest != .translations {
            children["nama"] = value(
                Field("nama", rest, [], Meaning("", ""), "nama_usaha"),
                rest,
                in: part,
                id
            )
        }
        return .record(children)
    }

    private mutating func ofType(_ field: Field) -> (Tree, label: Tree?) {
        switch field.key {
        case "options":
            let label = Tree.record(["kopi": words("kopi"), "warung": words("warung")])
            return (.atom(["kopi", "warung"]), label)
        case "unit": return (.text(mark("satuan")), nil)
        case "to": return (.text("10"), nil)
        default: return (.text(Self.plain(field.example)), nil)
        }
    }

    /// A text for people, or the hole in its place.
    private mutating func words(_ word: String) -> Tree {
        guard hasHoles else { return .text(mark(word)) }
        let name = "lubang_\(holes.count)"
        holes.append(name)
        return .hole(ID(name))
    }

    private mutating func value(
        _ field: Field,
        _ content: Content,
        in part: Part,
        _ parent: ID
    ) -> Tree? {
        switch content {
        case .scalar(let scalar): return single(field, scalar)
        case .oneOrMore(let scalar): return .atom([single(field, scalar), single(field, scalar)])
        case .list(let inner):
            return .atom((0..<2).compactMap { _ in value(field, inner, in: part, parent) })
        case .record(let inner): return self.part(inner, id: "")
        case .things(let inner), .named(let inner, _, _):
            let things = self.things(inner)
            guard let home = Shape[inner].home else { return .collection(things) }
            let isNested = Shape[part].home != nil
            lifted[home, default: []] += things.map { id, tree in
                guard isNested, case .keyed(var children, let order) = tree else {
                    return (id, tree)
                }
                children[.place] = .text(parent.text)
                return (id, .keyed(children, order: order))
            }
            return nil
        case .values(let inner):
            return .collection(
                ["satu", "dua"].compactMap { id in
                    value(field, inner, in: part, parent).map { (ID(id), $0) }
                }
            )
        case .assigned(_, let inner):
            return value(field, inner, in: part, parent).map { .record(["nama": $0]) }
        case .labelled(let scalar):
            return .collection([
                ("nama", .record(["label": "Nama", "value": single(field, scalar)])),
                ("nomor", .record(["label": "Nomor", "value": single(field, scalar)])),
            ])
        case .answers:
            return .record(["nama": .text(mark("jawaban")), "banyak": .atom(["a", "b"])])
        case .options, .translations, .anything: return nil
        }
    }

    private mutating func things(_ part: Part) -> [(ID, Tree)] {
        switch part {
        case .question:
            return Self.questions.map { id, keys in (id, self.part(part, id: id, only: keys)) }
        case .member:
            // Members of a group and fields of a register have no group of their own.
            return [
                ("nama", self.part(part, id: "nama", only: Self.keys(of: .member, ["max"]))),
                (
                    "luas",
                    self.part(
                        part,
                        id: "luas",
                        only: Self.keys(of: .member, ["unit", "from", "to"])
                    )
                ),
                ("pilih", self.part(part, id: "pilih", only: Self.keys(of: .member, ["options"]))),
                ("desa", self.part(part, id: "desa", only: Self.keys(of: .member, ["within"]))),
                (
                    "hitung",
                    self.part(part, id: "hitung", only: Self.keys(of: .member, ["is", "unit"]))
                ),
            ]
        case .block:
            return [
                ("a", self.part(part, id: "a", only: ["text", "when"])),
                ("b", self.part(part, id: "b", only: ["rows"])),
                ("c", self.part(part, id: "c", only: ["list"])),
                ("d", self.part(part, id: "d", only: ["each", "columns"])),
            ]
        case .source: return [("nama", self.part(part, id: "nama"))]
        case .reply, .notice, .outcome, .step, .action, .page, .check:
            return [(ID("\(part.rawValue)_a"), self.part(part, id: ID("\(part.rawValue)_a")))]
        case .blueprint, .mark, .service, .standard, .privacy, .legal, .record, .register,
            .bringing, .rule,
            .letter,
            .translations, .example, .act, .expectation, .renames, .rename, .mapping, .overlay,
            .entry, .lock,
            .lockedPackage, .credit, .regency, .theme, .target, .protection, .unit, .post,
            .calendar,
            .holiday,
            .officeHours, .specialHours:
            return []
        }
    }

    /// Keys that belong to one type of answer only.
    private static let ofTypes: Set<ID> = [
        "max", "unit", "from", "to", "options", "within", "is", "least", "most", "questions",
    ]

    private static func keys(of part: Part, _ more: Set<ID>) -> Set<ID> {
        Set(Shape[part].fields.map(\.key)).subtracting(ofTypes).union(more)
    }

    private static let questions: [(ID, Set<ID>)] = [
        ("teks", keys(of: .question, ["max"])),
        ("angka", keys(of: .question, ["unit", "from", "to"])),
        ("pilihan", keys(of: .question, ["options"])), ("desa", keys(of: .question, ["within"])),
        ("hitungan", keys(of: .question, ["is", "unit"])),
        ("kelompok", keys(of: .question, ["least", "most", "questions"])),
    ]

    private mutating func single(_ field: Field, _ scalar: Scalar) -> Tree {
        if hasHoles, field.freedom == .hole { return words(field.key.text) }
        // Names of packages are words of a form that only the package itself asks for.
        let isName = field.key == "name" && field.example.contains("/")
        return scalar.isWords && !isName
            ? .text(mark(field.key.text)) : .text(Self.plain(field.example))
    }

    /// An example as a single value: without the brackets and quotes of its file.
    private static func plain(_ example: String) -> String {
        let first = example.drop { "[{".contains($0) }.prefix { !",]}".contains($0) }
        return String(first).filter { $0 != "\"" }
    }
}
