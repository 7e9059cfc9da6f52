/// What is asked of a regency's own edits beside that they fit.
enum Adaptation {
    ///
    /// - Parameter marked: what the publisher marked beside what every file fixes.
    static func findings(
        _ overlay: Overlay,
        _ places: OverlayPlaces,
        _ marked: MarkedSlots
    ) -> [Diagnostic] {
        overlay.edits.flatMap { edit in
            let place = places.of(edit: edit, among: overlay.edits)
            return [against(edit, marked, at: place), unlocal(edit, at: place)].compactMap(\.self)
        }
    }

    private static func against(
        _ edit: Edit,
        _ marked: MarkedSlots,
        at place: Place
    ) -> Diagnostic? {
        edit.touched.first(where: marked.mustStay).map { slot in
            let reason = marked.keeping(slot).map { " Alasan penerbit: \($0.why)." } ?? ""
            return Diagnostic(
                code: SemanticCode.editMustStay.rawValue,
                severity: SemanticCode.editMustStay.severity,
                place: place,
                sentence: "\"\(slot)\" harus tetap seperti dari penerbitnya.\(reason)",
                fix: "Hapus perubahan ini, dan usulkan kepada penerbit bila memang perlu lain."
            )
        }
    }

    /// A later version may bring a thing of the same name, which then would be another.
    private static func unlocal(_ edit: Edit, at place: Place) -> Diagnostic? {
        guard edit.was == nil, edit.now != nil, let id = edit.at.last, !id.isLocal,
            edit.isOfThing
        else { return nil }
        return Diagnostic(
            code: SemanticCode.nameNotLocal.rawValue,
            severity: SemanticCode.nameNotLocal.severity,
            place: place,
            sentence: "Nama \"\(id)\" bisa sama dengan nama tambahan dari penerbit nanti.",
            fix: "Awali dengan \(ID.localPrefix), misalnya \(ID.localPrefix)\(id)."
        )
    }
}

extension Edit {
    /// Whether it speaks about a whole thing with an id of its author's own.
    package var isOfThing: Bool {
        guard case .part = Shape.meaning(of: at) else { return false }
        guard at.path.count > 2 else { return at.path.count == 2 }
        guard case .things = Shape.meaning(of: at.parent) else { return false }
        return true
    }
}

extension Tree {
    /// The same with empty collections and levels of translations where the edits add the first.
    ///
    /// A file says no empty collection, so what is added to it would stand nowhere.
    package func withRoom(for edits: [Edit]) -> Tree {
        var tree = self
        for edit in edits where edit.was == nil && edit.now != nil {
            let above = edit.at.parent
            guard !above.path.isEmpty, tree[at: above] == nil,
                edit.at.path.first == "text" || edit.isOfThing
            else { continue }
            tree.put(.record([:]), at: above.path)
        }
        return tree
    }

    /// Marks on the translations whose source the edits change: they say what was translated.
    ///
    /// Without one a translation of the old words would be shown beside the new ones.
    package func staleMarks(after edits: [Edit], _ digest: ([UInt8]) -> String) -> [Edit] {
        let own = Set(edits.map(\.at))
        let languages = self["text"]?.children.map(\.id) ?? []
        var marks: [Edit] = []
        for (slot, was) in edits.flatMap(\.changedTexts) {
            for language in languages {
                let entry = Slot(["text", language] + slot.path)
                guard let node = self[at: entry], node["text"]?.text != nil, node["of"] == nil,
                    !own.contains(entry), !own.contains(entry.child("text"))
                else { continue }
                let mark = Tree.text(digest(Array(was.utf8)))
                marks.append(Edit(at: entry.child("of"), was: nil, now: mark))
            }
        }
        return marks
    }
}

extension Edit {
    /// The texts that it replaces, with what they said; parts of a list are numbered.
    fileprivate var changedTexts: [(Slot, String)] {
        guard let was, let now else { return [] }
        return diff(was, now, at: at, why: why).flatMap { edit -> [(Slot, String)] in
            if let text = edit.was?.text { return [(edit.at, text)] }
            guard case .atom(let old)? = edit.was, case .atom(let new)? = edit.now else {
                return []
            }
            return old.enumerated().compactMap { number, part in
                guard let text = part.text, !new.indices.contains(number) || new[number] != part
                else { return nil }
                return (edit.at.child(ID(String(number))), text)
            }
        }
    }
}
