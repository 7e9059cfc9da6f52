/// Reads `regency.yaml`; nil where it cannot be read at all or lacks what nothing works without.
package func readRegency(_ file: SourceFile) -> (RegencyFile?, [Diagnostic]) {
    let parsed = ParsedFile(file)
    guard let node = parsed.root else { return (nil, parsed.diagnostics) }
    var reading = FileReading(path: file.path, kind: .regency, lines: parsed.lines)
    guard let (_, tree) = reading.file(node, fallback: "regency", at: .root) else {
        return (nil, parsed.diagnostics + reading.diagnostics)
    }
    let diagnostics = parsed.diagnostics + reading.diagnostics
    return (RegencyFile(tree, reading.places), diagnostics.sorted { $0.place < $1.place })
}

/// What a `regency.yaml` says as a tree, for comparing two of them; nil where it cannot be read.
package func regencyTree(_ file: SourceFile) -> Tree? {
    let parsed = ParsedFile(file)
    guard let node = parsed.root else { return nil }
    var reading = FileReading(path: file.path, kind: .regency, lines: parsed.lines)
    return reading.file(node, fallback: "regency", at: .root).map { .record(["regency": $0.1]) }
}

extension RegencyFile {
    init?(_ tree: Tree, _ places: [Slot: Place]) {
        guard let name = tree["name"]?.text, let code = tree["code"]?.text,
            let address = tree["address"]?.text
        else { return nil }
        self.name = name
        self.code = code
        self.address = address
        zone = tree["zone"]?.text ?? "WIB"
        let said = tree.texts("languages").map { Language($0) }
        languages = [.indonesian] + said.filter { $0 != .indonesian }
        isDemo = tree["demo"]?.text == "true"
        connections = Set(tree.texts("connections").compactMap(Connection.init(rawValue:)))
        theme = Theme(tree["theme"], places)
        units = (tree["units"]?.children ?? []).map(Unit.init)
        posts = (tree["posts"]?.children ?? []).map(Post.init)
        calendar = Calendar(tree["calendar"])
        hours = Hours(tree["hours"])
        map = tree["map"]?.text
        surveyWeight = tree["survey_weight"]?.text
        target = Target(tree["target"])
        protection = Protection(tree["privacy"])
        secondFactorFrom = tree["second_factor_from"]?.text
    }
}

extension RegencyFile.Target {
    /// Nil where there is none, or where a part of it is missing.
    fileprivate init?(_ tree: Tree?) {
        guard let onTime = tree?["on_time"]?.text.flatMap({ Int($0) }),
            let decided = tree?["decided"]?.text, let from = tree?["from"]?.text
        else { return nil }
        self.onTime = onTime
        self.decided = decided
        self.from = from
    }
}

extension RegencyFile.Protection {
    /// Nil where nobody is named.
    fileprivate init?(_ tree: Tree?) {
        guard let officer = tree?["officer"]?.text else { return nil }
        self.officer = officer
        office = tree?["office"]?.text
        phone = tree?["phone"]?.text
        email = tree?["email"]?.text
        agency = tree?["agency"]?.text
    }
}

extension RegencyFile.Theme {
    fileprivate init(_ tree: Tree?, _ places: [Slot: Place]) {
        func written(_ key: ID) -> Written? {
            guard let text = tree?[key]?.text, let place = places[Slot(["regency", "theme", key])]
            else { return nil }
            return Written(text: text, place: place)
        }
        name = tree?["nama"]?.text
        crest = written("lambang")
        main = written("utama")
        head = written("kepala")
        gold = written("emas")
    }
}

extension RegencyFile.Unit {
    fileprivate init(id: ID, tree: Tree) {
        self.id = id
        name = tree["name"]?.text ?? id.text
        calledBy = tree.texts("as").map { ID($0) }
        village = tree["village"]?.text
        code = tree["code"]?.text ?? id.text
        parent = tree["parent"]?.text.map { ID($0) }
        head = tree.texts("head")
        address = tree["address"]?.text
        phone = tree["phone"]?.text
        whatsapp = tree["whatsapp"]?.text
        email = tree["email"]?.text
    }
}

extension RegencyFile.Post {
    fileprivate init(id: ID, tree: Tree) {
        self.id = id
        title = tree["title"]?.text ?? id.text
        unit = ID(tree["unit"]?.text ?? "")
        duties = tree.texts("does").map { ID($0) }
    }
}

extension RegencyFile.Calendar {
    fileprivate init(_ tree: Tree?) {
        file = tree?["file"]?.text
        guard case .atom(let parts)? = tree?["holidays"] else {
            holidays = []
            return
        }
        holidays = parts.compactMap { part in
            guard let date = part["date"]?.text, let kind = part["kind"]?.text else { return nil }
            return RegencyFile.Holiday(date: date, kind: kind, name: part["name"]?.text ?? "")
        }
    }
}

extension RegencyFile.Hours {
    static let days: [ID] = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]

    fileprivate init(_ tree: Tree?) {
        week = Self.week(tree)
        guard case .atom(let parts)? = tree?["special"] else {
            special = []
            return
        }
        special = parts.compactMap { part in
            guard let from = part["from"]?.text, let to = part["to"]?.text else { return nil }
            return Special(from: from, to: to, why: part["why"]?.text, week: Self.week(part))
        }
    }

    private static func week(_ tree: Tree?) -> [[RegencyFile.Interval]] {
        days.map { day in tree?[day]?.text.flatMap(WordForms.hours) ?? [] }
    }
}

extension Tree {
    /// The texts of an atom that is a child.
    fileprivate func texts(_ id: ID) -> [String] {
        guard case .atom(let parts)? = self[id] else { return [] }
        return parts.compactMap(\.text)
    }
}
