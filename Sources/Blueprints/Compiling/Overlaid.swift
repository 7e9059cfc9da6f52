import Feel

/// A tree with the regency's own fillings and edits laid over it.
struct Overlaid {
    let tree: Tree
    private(set) var diagnostics: [Diagnostic] = []

    /// What an adaptation may not do, or should do otherwise; nothing that keeps it from running.
    private(set) var advice: [Diagnostic] = []

    /// Where what an edit put into the tree is said: in the overlay, not at the slot's old place.
    private(set) var places: [Slot: Place] = [:]

    init(_ folder: ReadFolder, digest: ([UInt8]) -> String) {
        guard let overlay = folder.overlay else {
            tree = folder.tree
            return
        }
        let place = OverlayPlaces(folder)
        // Edits first: one may put a hole where a value was, none may speak about a filled hole.
        let roomy = folder.tree.withRoom(for: overlay.edits)
        let (changed, clashes) = apply(overlay.edits, to: roomy)
        let (edited, _) = apply(changed.staleMarks(after: overlay.edits, digest), to: changed)
        let (filled, others) = apply(overlay.fillings(of: edited), to: edited)
        tree = filled
        for edit in overlay.edits where edit.now != nil {
            places[edit.at] = place.of(edit: edit, among: overlay.edits)
        }
        let holes = Set(edited.holeNames)
        for (name, _) in overlay.fill.sorted(by: { $0.key < $1.key }) where !holes.contains(name) {
            diagnostics.append(
                Diagnostic(
                    code: SemanticCode.fillsNothing.rawValue,
                    severity: SemanticCode.fillsNothing.severity,
                    place: place.of(fill: name),
                    sentence: "Tidak ada bagian bernama \"\(name)\" yang harus diisi.",
                    fix: Reference.suggestion(for: name, among: edited.holeNames)
                )
            )
        }
        advice = Adaptation.findings(overlay, place, MarkedSlots(of: folder.tree))
        diagnostics += (clashes + others).map { clash in
            Diagnostic(
                code: SemanticCode.editClashes.rawValue,
                severity: SemanticCode.editClashes.severity,
                place: place.of(edit: clash.edit, among: overlay.edits),
                sentence: clash.sentence,
                fix: clash.fix
            )
        }
    }
}

extension Clash {
    /// Why the edit was left out.
    var sentence: String {
        switch cause {
        case .differs:
            "Perubahan pada \"\(edit.at)\" tidak cocok: isinya sekarang \(Self.say(found)), "
                + "bukan \(Self.say(edit.was))."
        case .overlapped:
            "Perubahan pada \"\(edit.at)\" tertimpa perubahan lain yang lebih luas."
        case .contradicted:
            "Dua perubahan menginginkan hal berbeda pada \"\(edit.at)\"."
        case .noAnchor:
            "Perubahan pada \"\(edit.at)\" harus berdiri sesudah \"\(edit.after?.text ?? "")\", "
                + "tetapi itu tidak ada."
        case .meaningless:
            "Perubahan pada \"\(edit.at)\" tidak mengubah apa pun."
        }
    }

    var fix: String? {
        switch cause {
        case .differs: "Sesuaikan \"was\" dengan isi sekarang, lalu periksa lagi alasannya."
        case .overlapped, .contradicted: "Gabungkan kedua perubahan itu, atau hapus salah satunya."
        case .noAnchor: "Sebutkan nama lain di \"after\"."
        case .meaningless: "Hapus perubahan ini."
        }
    }

    private static func say(_ tree: Tree?) -> String {
        guard let tree else { return "kosong" }
        return tree.text.map { "\"\($0)\"" } ?? "beberapa bagian"
    }
}

/// Where the lines of an overlay stand in its file.
struct OverlayPlaces {
    private let folder: ReadFolder
    private let whole = Place(file: FileKind.overlay.location, line: 1, column: 1)

    init(_ folder: ReadFolder) { self.folder = folder }

    func of(fill name: ID) -> Place {
        folder.places[Slot(["overlay", "fill", name])] ?? whole
    }

    func of(edit: Edit, among edits: [Edit]) -> Place {
        guard let index = edits.firstIndex(of: edit) else { return whole }
        return folder.places[Slot(["overlay", "edits", ID(String(index))])] ?? whole
    }
}
