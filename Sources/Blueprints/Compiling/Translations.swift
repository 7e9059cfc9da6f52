/// The translations of a blueprint's texts that may be used: present, and not stale.
struct Translations {
    private let texts: [Slot: [Language: String]]
    let diagnostics: [Diagnostic]

    /// Where there is nothing but the text itself.
    static let none = Translations()

    private init() { (texts, diagnostics) = ([:], []) }

    init(_ draft: Draft, digest: ([UInt8]) -> String) {
        var texts: [Slot: [Language: String]] = [:]
        var diagnostics: [Diagnostic] = []
        for language in draft.root.things("text") {
            for entry in Self.entries(in: language) {
                let slot = Slot(Array(entry.slot.path.dropFirst(2)))
                guard let source = draft.root.tree.text(of: slot) else {
                    diagnostics.append(
                        draft.diagnostic(
                            .translationOfNothing,
                            at: entry.slot,
                            "Tidak ada teks di \"\(slot)\" untuk diterjemahkan.",
                            fix: "Periksa alamatnya, atau hapus terjemahan ini."
                        )
                    )
                    continue
                }
                if let of = entry.text("of"), of != digest(Array(source.utf8)) {
                    diagnostics.append(
                        draft.diagnostic(
                            .translationStale,
                            at: entry.slot,
                            "Teks aslinya sudah berubah sejak diterjemahkan, jadi terjemahan ini tidak dipakai.",
                            fix: "Terjemahkan lagi: \"\(source)\".",
                            notes: [draft.note(at: slot, "teks aslinya ada di sini")]
                        )
                    )
                    continue
                }
                texts[slot, default: [:]][Language(language.id.text)] = entry.text("text")
            }
        }
        self.texts = texts
        self.diagnostics = diagnostics
    }

    /// A text with the translations that it has.
    func words(_ node: Node?) -> Words? {
        guard let node, let text = node.tree.text else { return nil }
        return Words(text, translated: texts[node.slot] ?? [:])
    }

    func translated(_ slot: Slot) -> [Language: String] { texts[slot] ?? [:] }

    /// The nodes that hold a translation: those with a text in them.
    private static func entries(in node: Node) -> [Node] {
        node.children.flatMap { child in
            child["text"]?.tree.text != nil ? [child] : entries(in: child)
        }
    }
}

extension Tree {
    /// The text at a slot; the parts of a list are numbered from 0.
    fileprivate func text(of slot: Slot) -> String? {
        if let text = self[at: slot]?.text { return text }
        guard let number = slot.last.flatMap({ Int($0.text) }),
            case .atom(let parts) = self[at: slot.parent], parts.indices.contains(number)
        else { return nil }
        return parts[number].text
    }
}
