/// Says what edits change, in sentences that an official can read.
///
/// `tree` is what the edits are made to; names of what they add come from the edits themselves.
package func sentences(
    of edits: [Edit],
    in tree: Tree,
    language: Language = .indonesian
) -> [String] {
    let wording = Wording(tree: tree, isIndonesian: language != .english)
    return edits.map(wording.sentence)
}

/// The words for edits in one language.
struct Wording {
    let tree: Tree
    let isIndonesian: Bool

    func pick(_ indonesian: String, _ english: String) -> String {
        isIndonesian ? indonesian : english
    }

    func sentence(of edit: Edit) -> String {
        let text: String
        switch Self.meaning(of: edit.at) {
        case .part(let part): text = thing(edit, part)
        case .field(let field, let part): text = value(edit, field, of: part)
        case .label(let option): text = label(edit, option)
        case .rowLabel, .row: text = plain(edit, pick("baris", "row"), in: edit.at.parent.parent)
        case .translation: text = translation(edit)
        case .place: text = place(edit)
        case .order(let part): text = order(edit, part)
        case .things(let part):
            let name = PartName.of(part)
            text = pick("semua \(name.indonesian) diganti", "all \(name.english)s were replaced")
        case nil: text = unnamed(edit)
        }
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private static func meaning(of slot: Slot) -> SlotMeaning? {
        Shape.meaning(of: slot) ?? Shape.meaningOfRegency(slot)
    }

    // MARK: Things

    private func thing(_ edit: Edit, _ part: Part) -> String {
        let subject = name(of: part, edit.at, edit.was ?? edit.now)
        guard edit.now != nil else { return pick("\(subject) dihapus", "\(subject) was removed") }
        guard edit.was == nil else { return pick("\(subject) diganti", "\(subject) was replaced") }
        let added = pick("\(subject) ditambahkan", "\(subject) was added")
        guard let after = edit.after else { return added }
        guard after != .first else { return pick("\(added) paling depan", "\(added) at the front") }
        let neighbour = edit.at.parent.child(after)
        let other = name(of: part, neighbour, tree[at: neighbour])
        return pick("\(added) sesudah \(other)", "\(added) after \(other)")
    }

    /// `pertanyaan "Apa nama usaha Anda?"`: the kind of thing and what people call it.
    func name(of part: Part, _ slot: Slot, _ node: Tree?) -> String {
        let kind = PartName.of(part)
        let noun = pick(kind.indonesian, kind.english)
        guard slot.path.count > 1 else { return noun }
        let called = ["ask", "label", "say", "title", "name"].compactMap { node?[$0]?.text }.first
        return "\(noun) \(quoted(called ?? Self.inWords(slot.last?.text ?? "")))"
    }

    /// An id as words, for things that the file gives no title.
    private static func inWords(_ id: String) -> String {
        let words = id.split { $0 == "_" || $0 == "-" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    func quoted(_ text: String) -> String { "\"\(text)\"" }

    /// The thing that a slot belongs to.
    func owner(of slot: Slot) -> String {
        var slot = slot
        while !slot.path.isEmpty {
            if case .part(let part) = Self.meaning(of: slot), !Self.isNameless(part) {
                return name(of: part, slot, tree[at: slot])
            }
            slot = slot.parent
        }
        return pick("cetak biru", "blueprint")
    }

    /// Parts without a name of their own belong to the thing above them.
    private static func isNameless(_ part: Part) -> Bool {
        [
            .standard, .privacy, .legal, .record, .expectation, .theme, .target, .protection,
            .calendar, .officeHours,
        ].contains(part)
    }

    /// What has no slot of its own: all things of a kind at once, or a part of a value.
    private func unnamed(_ edit: Edit) -> String {
        guard edit.at.path.count == 1, let kind = edit.at.last,
            let part = FileKind(rawValue: kind.text)?.part
        else {
            let above = owner(of: edit.at)
            return pick("isi \(above) berubah", "the content of \(above) changed")
        }
        let things = (edit.now ?? edit.was)?.children ?? []
        let names = things.map { name(of: part, edit.at.child($0.id), $0.tree) }
            .joined(separator: ", ")
        if edit.was == nil { return pick("\(names) ditambahkan", "\(names) was added") }
        if edit.now == nil { return pick("\(names) dihapus", "\(names) was removed") }
        return pick("\(names) diganti", "\(names) was replaced")
    }

    // MARK: Values

    private func value(_ edit: Edit, _ field: Field, of part: Part) -> String {
        let known = KeyName.of(field.key, in: part)
        let noun = pick(known.indonesian, known.english)
        let owner = owner(of: edit.at.parent)
        if let hole = edit.was?.holeName, let text = edit.now?.text {
            return pick(
                "lubang \(quoted(hole.text)) diisi: \(quoted(text))",
                "hole \(quoted(hole.text)) was filled: \(quoted(text))"
            )
        }
        if ["ask", "say", "title", "label"].contains(field.key), let now = edit.now?.text,
            edit.was != nil
        {
            return pick(
                "\(owner) sekarang berbunyi \(quoted(now))",
                "\(owner) now reads \(quoted(now))"
            )
        }
        if field.place == .partOfType {
            return change(edit, pick("jenis jawaban \(owner)", "kind of answer of \(owner)"))
        }
        let subject = pick("\(noun) \(owner)", "\(noun) of \(owner)")
        if field.isWords, let now = edit.now?.text, edit.was?.text != nil {
            return pick(
                "\(subject) sekarang berbunyi \(quoted(now))",
                "\(subject) now reads \(quoted(now))"
            )
        }
        if part == .rule, field.key == "rows", let rows = rows(edit, owner) { return rows }
        if let changes = parts(edit) { return "\(subject): \(changes)" }
        return change(edit, subject, isWords: field.isWords)
    }

    private func change(_ edit: Edit, _ subject: String, isWords: Bool = false) -> String {
        let say = { (tree: Tree) in
            isWords && tree.text != nil ? quoted(self.say(tree)) : self.say(tree)
        }
        return switch (edit.was.map(say), edit.now.map(say)) {
        case (let was?, let now?):
            pick("\(subject): \(was) menjadi \(now)", "\(subject): \(was) becomes \(now)")
        case (nil, let now?): pick("\(subject) ditambahkan: \(now)", "\(subject) was added: \(now)")
        case (let was?, nil):
            pick("\(subject) dihapus; sebelumnya \(was)", "\(subject) was removed; it was \(was)")
        case (nil, nil): subject
        }
    }

    /// What came to a list of texts and what went; nil where it is no such list.
    private func parts(_ edit: Edit) -> String? {
        guard case .atom(let was)? = edit.was, case .atom(let now)? = edit.now else { return nil }
        guard (was + now).allSatisfy({ $0.text != nil || $0.holeName != nil }) else {
            return pick("isinya berubah", "its content changed")
        }
        let added = now.filter { !was.contains($0) }.map { quoted(say($0)) }
        let removed = was.filter { !now.contains($0) }.map { quoted(say($0)) }
        var said: [String] = []
        if !added.isEmpty {
            said.append(pick("ditambah ", "added ") + added.joined(separator: ", "))
        }
        if !removed.isEmpty {
            said.append(pick("dihapus ", "removed ") + removed.joined(separator: ", "))
        }
        return said.isEmpty
            ? pick("urutannya berubah", "its order changed") : said.joined(separator: "; ")
    }

    private func label(_ edit: Edit, _ option: ID) -> String {
        plain(
            edit,
            pick("pilihan \(quoted(option.text))", "option \(quoted(option.text))"),
            in: edit.at.parent.parent
        )
    }

    private func plain(_ edit: Edit, _ noun: String, in slot: Slot) -> String {
        let subject = pick("\(noun) pada \(owner(of: slot))", "\(noun) of \(owner(of: slot))")
        guard let now = edit.now?.text, edit.was?.text != nil else { return change(edit, subject) }
        return pick(
            "\(subject) sekarang berbunyi \(quoted(now))",
            "\(subject) now reads \(quoted(now))"
        )
    }

    private func translation(_ edit: Edit) -> String {
        let language = edit.at.path.dropFirst().first?.text ?? ""
        let isLeaf = edit.at.last == "text" || edit.at.last == "of"
        let path = Array(edit.at.path.dropFirst(2))
        let slot = Slot(isLeaf ? Array(path.dropLast()) : path)
        let subject = pick(
            "terjemahan \(language == "en" ? "Inggris" : language) untuk \(owner(of: slot))",
            "\(language == "en" ? "English" : language) translation of \(owner(of: slot))"
        )
        if edit.at.last == "of" {
            // The mark says of which words it is a translation.
            return edit.was == nil
                ? pick("\(subject) perlu diperiksa", "\(subject) needs a look")
                : pick("\(subject) sudah diperiksa", "\(subject) was looked at")
        }
        if let now = edit.now?.text ?? edit.now?["text"]?.text {
            return pick(
                "\(subject) sekarang berbunyi \(quoted(now))",
                "\(subject) now reads \(quoted(now))"
            )
        }
        return edit.now == nil
            ? pick("\(subject) dihapus", "\(subject) was removed")
            : pick("\(subject) berubah", "\(subject) changed")
    }

    // MARK: Places

    private func place(_ edit: Edit) -> String {
        let subject = owner(of: edit.at.parent)
        guard let parent = edit.now?.text, case .part(let part) = Shape.meaning(of: edit.at.parent)
        else {
            return pick("\(subject) pindah", "\(subject) moved")
        }
        let above: Part = part == .question ? .page : .step
        let scope = edit.at.parent.parent.parent
        let slot = Slot(scope.path + [ID(above.rawValue), ID(parent)])
        let target = name(of: above, slot, tree[at: slot])
        return pick("\(subject) pindah ke \(target)", "\(subject) moved to \(target)")
    }

    private func order(_ edit: Edit, _ part: Part?) -> String {
        guard let part else {
            let known = KeyName.of(edit.at.parent.last ?? "")
            let above = owner(of: edit.at.parent.parent)
            return pick(
                "urutan \(known.indonesian) \(above) berubah",
                "order of \(known.english) of \(above) changed"
            )
        }
        let noun = PartName.of(part)
        let above = owner(of: edit.at.parent.parent)
        return pick(
            "urutan \(noun.indonesian) \(above) berubah",
            "the order of the \(noun.english)s of \(above) changed"
        )
    }

    // MARK: Contents

    /// A value in a few words.
    func say(_ tree: Tree) -> String {
        if let hole = tree.holeName { return pick("lubang \(hole)", "hole \(hole)") }
        switch tree {
        case .text(let text): return text
        case .atom(let parts):
            if parts.count == 1, let only = parts.first, only["type"] != nil { return type(only) }
            return parts.map(say).joined(separator: ", ")
        case .keyed:
            return tree.children.map { "\($0.id) \(say($0.tree))" }.joined(separator: ", ")
        }
    }

    /// A question's type with what belongs to it: `bilangan desimal, satuan ha, paling sedikit 1`.
    private func type(_ tree: Tree) -> String {
        let word = tree["type"]?.text ?? ""
        let choice = Shape.answerTypes.first { $0.word == word }
        var said = [choice.map { pick($0.meaning.indonesian, $0.meaning.english) } ?? word]
        for (id, part) in tree.children where id != "type" {
            let name = KeyName.of(id)
            said.append("\(pick(name.indonesian, name.english)) \(say(part))")
        }
        return said.joined(separator: ", ")
    }
}

/// What stands at a slot, in a few words; `kosong` where nothing does.
package func words(for tree: Tree?, language: Language = .indonesian) -> String {
    let wording = Wording(tree: .record([:]), isIndonesian: language != .english)
    return tree.map(wording.say) ?? wording.pick("kosong", "nothing")
}
