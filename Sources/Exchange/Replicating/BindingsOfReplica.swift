import Blueprints

/// What only the receiving regency can say of one blueprint.
struct BindingsOfReplica {
    private let folder: AdaptedFolder
    private let regency: RegencyFile
    private let leaves: [(slot: Slot, tree: Tree)]

    init(_ folder: AdaptedFolder, _ regency: RegencyFile) {
        self.folder = folder
        self.regency = regency
        leaves = folder.read.tree.leaves(at: .root)
    }

    var all: [Binding] { holes + unbound + numbers }

    private var holes: [Binding] {
        var seen: Set<ID> = []
        return folder.read.tree.slotsWithHoles.flatMap { slot in
            (folder.read.tree[at: slot]?.ownHoles ?? []).compactMap { name in
                guard seen.insert(name).inserted else { return nil }
                return binding(
                    .hole,
                    name.text,
                    slot,
                    Meaning(
                        "Isi \"\(name)\": hanya kabupaten ini yang tahu.",
                        "Fill \"\(name)\": only this regency knows."
                    )
                )
            }
        }
    }

    /// Units and duties that the blueprint names and nobody here answers to.
    private var unbound: [Binding] {
        let units = Set(regency.units.flatMap { $0.calledBy + [$0.id] })
        let duties = Set(regency.posts.flatMap(\.duties))
        var seen: Set<String> = []
        return leaves.flatMap { slot, tree -> [Binding] in
            guard let thing = Self.reference(at: slot) else { return [] }
            let names =
                tree.text.map { [$0] }
                ?? folder.read.tree.list(at: slot)
                .compactMap(\.value)
            return names.compactMap { name in
                let isUnit = thing == .unit
                guard !(isUnit ? units : duties).contains(ID(name)),
                    seen.insert("\(isUnit) \(name)").inserted
                else { return nil }
                return isUnit
                    ? binding(
                        .unit,
                        name,
                        slot,
                        Meaning(
                            "Tetapkan unit yang di sini menjadi \"\(name)\", dalam data unit kabupaten.",
                            "Say which unit here is \"\(name)\", among the units of the regency."
                        )
                    )
                    : binding(
                        .post,
                        name,
                        slot,
                        Meaning(
                            "Tetapkan jabatan yang bertugas sebagai \"\(name)\", dalam data "
                                + "jabatan kabupaten.",
                            "Say which post does \"\(name)\", among the posts of the regency."
                        )
                    )
            }
        }
    }

    private static func reference(at slot: Slot) -> Scalar.Thing? {
        guard case .field(let field, _) = Shape.meaning(of: slot) else { return nil }
        switch field.content {
        case .scalar(.reference(let thing)) where thing == .unit || thing == .duty: return thing
        case .oneOrMore(.reference(let thing)) where thing == .unit || thing == .duty:
            return thing
        case .scalar, .list, .oneOrMore, .record, .things, .named, .values, .assigned, .labelled,
            .options, .translations, .answers, .anything:
            return nil
        }
    }

    /// Letters get numbers of this regency: its form and its classification are to be looked at.
    private var numbers: [Binding] {
        folder.read.tree.ids(at: "letter").compactMap { letter in
            let slot = Slot(["letter", letter, "number"])
            guard let form = folder.read.tree.text(at: slot) else { return nil }
            return binding(
                .number,
                letter.text,
                slot,
                Meaning(
                    "Periksa bentuk nomor surat \"\(letter)\": \(form).",
                    "Check the form of the numbers of the letter \"\(letter)\": \(form)."
                )
            )
        }
    }

    /// `Kabupaten Tapanuli Selatan` in a text, where this is another regency.
    var foreignNames: [ReplicationPlan.ForeignName] {
        leaves.compactMap { slot, tree in
            guard slot.path.first != "example", let text = tree.text,
                let name = Self.regencyNamed(in: text), name != regency.name
            else { return nil }
            return ReplicationPlan.ForeignName(slot: slot, name: name)
        }
    }

    static func regencyNamed(in text: String) -> String? {
        let words = text.split { !$0.isLetter }.map(String.init)
        for (index, word) in words.enumerated() where word == "Kabupaten" || word == "Kota" {
            let name = words[(index + 1)...].prefix { $0.first?.isUppercase == true }
            if !name.isEmpty { return ([word] + name.prefix(3)).joined(separator: " ") }
        }
        return nil
    }

    private func binding(
        _ kind: Binding.Kind,
        _ name: String,
        _ slot: Slot,
        _ sentence: Meaning
    ) -> Binding {
        Binding(
            blueprint: folder.name,
            kind: kind,
            name: name,
            slot: slot,
            sentence: sentence
        )
    }
}

extension Tree {
    /// Every text and atom with its slot.
    fileprivate func leaves(at slot: Slot) -> [(slot: Slot, tree: Tree)] {
        guard isKeyed, holeName == nil else { return [(slot, self)] }
        return children.flatMap { $0.tree.leaves(at: slot.child($0.id)) }
    }
}
