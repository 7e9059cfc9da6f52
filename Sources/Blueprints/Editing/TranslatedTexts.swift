/// A text that pages show in other languages too, and its translation as it stands.
package struct TranslatedText: Hashable, Sendable {
    /// Where the text stands; the parts of a list are numbered from 0.
    package let slot: Slot
    package let language: Language
    package let source: String

    /// Nil where nobody translated it.
    package let text: String?

    /// The digest of what was translated; nil where the file says none.
    package let of: String?

    /// Where its translation stands.
    package var entry: Slot { Slot(["text", ID(language.code)] + slot.path) }

    /// Whether the translation is one of what stands there now.
    package func state(_ digest: ([UInt8]) -> String) -> State {
        guard text != nil else { return isName ? .fresh : .missing }
        guard let of, of != digest(Array(source.utf8)) else { return .fresh }
        return .stale
    }

    /// How a translation fits its text.
    package enum State: Hashable, Sendable { case fresh, stale, missing }

    /// Names of laws stay as they are in every language.
    private var isName: Bool {
        let key = slot.path.last.flatMap { Int($0.text) } == nil ? slot.last : slot.parent.last
        return key == "legal_basis" || key == "keep_basis"
    }

    /// The edits that give it another translation of the text as somebody saw it; an empty one
    /// takes the translation away.
    package func edits(
        saying new: String,
        of seen: String,
        in tree: Tree,
        why: Why
    ) -> [Edit] {
        guard !new.isEmpty else {
            return text == nil ? [] : [Edit(at: entry, was: tree[at: entry], now: nil, why: why)]
        }
        guard let text else {
            let now = Tree.record(["text": .text(new), "of": .text(seen)])
            return [Edit(at: entry, was: tree[at: entry], now: now, why: why)]
        }
        var edits: [Edit] = []
        if text != new {
            edits.append(
                Edit(at: entry.child("text"), was: .text(text), now: .text(new), why: why)
            )
        }
        if of != nil, of != seen {
            let was = of.map { Tree.text($0) }
            edits.append(Edit(at: entry.child("of"), was: was, now: .text(seen), why: why))
        }
        return edits
    }
}

extension Tree {
    /// The texts at a slot and below that pages show in other languages.
    package func translatedTexts(
        into language: Language,
        at slot: Slot = .root
    ) -> [TranslatedText] {
        guard let node = self[at: slot] else { return [] }
        return Self.texts(of: node, at: slot).map { slot, source in
            let entry = self[at: Slot(["text", ID(language.code)] + slot.path)]
            return TranslatedText(
                slot: slot,
                language: language,
                source: source,
                text: entry?["text"]?.text,
                of: entry?["of"]?.text
            )
        }
    }

    private static func texts(of node: Tree, at slot: Slot) -> [(slot: Slot, text: String)] {
        switch node {
        case .text(let text): return Shape.isTranslated(slot) ? [(slot, text)] : []
        case .atom(let parts):
            guard Shape.isTranslated(slot) else { return [] }
            return parts.enumerated().compactMap { number, part in
                part.text.map { (slot.child(ID(String(number))), $0) }
            }
        case .keyed:
            guard slot.path.first != "text" else { return [] }
            return node.children.flatMap { texts(of: $0.tree, at: slot.child($0.id)) }
        }
    }

    /// What becomes of translations when the edits are made to what they translate.
    ///
    /// What goes takes its translations along, the lines of a list keep theirs wherever they move,
    /// and a text that changes has a translation of what it was: it is marked.
    package func translations(
        following edits: [Edit],
        _ digest: ([UInt8]) -> String
    ) -> [Edit] {
        let sources = edits.filter { $0.at.path.first != "text" }
        let languages = self["text"]?.children.map(\.id) ?? []
        var found: [Edit] = []
        for language in languages {
            for edit in sources {
                let entry = Slot(["text", language] + edit.at.path)
                if edit.now == nil {
                    found += entries(at: entry).map {
                        Edit(at: $0, was: self[at: $0], now: nil, why: edit.why)
                    }
                } else if case .atom(let old)? = edit.was, case .atom(let new)? = edit.now {
                    let lines = ListMove(old: old, new: new, entry: entry, why: edit.why)
                    found += lines.edits(in: self, digest)
                } else if let text = edit.now?.text, let of = self[at: entry]?["of"],
                    of.text == digest(Array(text.utf8))
                {
                    // The words are those again that were translated: the mark has done its work.
                    found.append(
                        Edit(at: entry.child("of"), was: of, now: nil, why: edit.why)
                    )
                }
            }
        }
        let own = Set(found.map(\.at))
        let reason = edits.first?.why ?? .unsaid
        let marks = staleMarks(after: edits, digest).filter { !own.contains($0.at.parent) }.map {
            Edit(at: $0.at, was: $0.was, now: $0.now, why: reason)
        }
        return found + marks
    }

    /// Every translation at a slot and below.
    private func entries(at slot: Slot) -> [Slot] {
        guard let node = self[at: slot], node.isKeyed else { return [] }
        if node["text"]?.text != nil { return [slot] }
        return node.children.flatMap { entries(at: slot.child($0.id)) }
    }
}

extension Shape {
    /// Whether pages show what stands at a slot in the language of their reader.
    fileprivate static func isTranslated(_ slot: Slot) -> Bool {
        // Registers are read in offices, in Indonesian.
        guard slot.path.first == "service" else { return false }
        return switch meaning(of: slot) {
        case .label: true
        case .field(let field, let part): isShown(part) && field.isWords && field.key != "search"
        case .part, .things, .rowLabel, .row, .translation, .place, .order, nil: false
        }
    }

    /// Letters are written in Indonesian, and what only its publisher reads stays as it is.
    private static func isShown(_ part: Part) -> Bool {
        [
            .service, .standard, .privacy, .page, .question, .member, .check, .step, .action,
            .notice, .reply, .outcome,
        ].contains(part)
    }
}

/// A list whose lines were put elsewhere, and what that does to their translations.
private struct ListMove {
    let old: [Tree]
    let new: [Tree]

    /// Where the translations of its lines stand, by their numbers.
    let entry: Slot
    let why: Why

    func edits(in tree: Tree, _ digest: ([UInt8]) -> String) -> [Edit] {
        let was = old.indices.map { tree[at: line($0)] }
        var left = Set(old.indices)
        var now = [Tree?](repeating: nil, count: new.count)
        var isKept = Set<Int>()
        for (number, part) in new.enumerated() {
            guard let from = left.sorted().first(where: { old[$0] == part }) else { continue }
            left.remove(from)
            isKept.insert(number)
            now[number] = was[from]
        }
        // What was reworded where it stood keeps its translation, marked as one of the old words.
        for number in new.indices where !isKept.contains(number) && left.contains(number) {
            let mark = old[number].text.map { digest(Array($0.utf8)) }
            now[number] = was[number].map { node in
                guard let mark, node["of"] == nil, let text = node["text"] else { return node }
                return .record(["text": text, "of": .text(mark)])
            }
        }
        return (0..<max(old.count, new.count)).compactMap { number in
            let before = was.indices.contains(number) ? was[number] : nil
            let after = now.indices.contains(number) ? now[number] : nil
            guard before != after else { return nil }
            return Edit(at: line(number), was: before, now: after, why: why)
        }
    }

    private func line(_ number: Int) -> Slot { entry.child(ID(String(number))) }
}
