import Yams

/// What somebody decided before an upgrade: the file `jawaban.yaml`.
package struct UpgradeAnswers: Hashable, Sendable {
    package let answers: [Slot: Answer]

    /// Codes of warnings that the result may have although neither side has them.
    package let accepted: Set<String>

    /// For entries that only come to be by an answer.
    package let why: Why

    package init(answers: [Slot: Answer] = [:], accepted: Set<String> = [], why: Why = .unsaid) {
        self.answers = answers
        self.accepted = accepted
        self.why = why
    }

    /// Nothing decided.
    package static let none = UpgradeAnswers()
}

/// Reads `by`, `date`, `reason`, `accept` and, by slot, `answers`: `kita`, `asal` or `{ now: … }`.
package func readAnswers(_ file: SourceFile) -> (UpgradeAnswers?, [Diagnostic]) {
    let parsed = ParsedFile(file)
    guard let root = parsed.root, parsed.diagnostics.isEmpty else {
        return (nil, parsed.diagnostics)
    }
    var reading = FileReading(path: file.path, kind: .overlay, lines: parsed.lines)
    let answers = reading.answers(root)
    return (reading.diagnostics.isEmpty ? answers : nil, reading.diagnostics)
}

extension FileReading {
    private static let keys: Set<ID> = ["by", "date", "reason", "accept", "answers"]

    fileprivate mutating func answers(_ root: YAMLNode) -> UpgradeAnswers? {
        guard let pairs = mapping(root, of: Shape[.entry]) else { return nil }
        let known = pairs.filter { Self.keys.contains($0.key) }
        for pair in pairs where !Self.keys.contains(pair.key) {
            report(
                .unknownKey,
                at: pair.keyPlace,
                "Kunci \"\(pair.key)\" tidak dikenal di sini.",
                fix: "Yang ada: by, date, reason, accept, answers."
            )
        }
        func text(_ key: ID) -> String {
            known.first { $0.key == key }?.value.scalar?.string ?? ""
        }
        var answers: [Slot: Answer] = [:]
        if let node = known.first(where: { $0.key == "answers" })?.value,
            let entries = self.pairs(of: node)
        {
            for entry in entries {
                let slot = Slot(entry.key.text)
                answers[slot] = answer(entry, at: slot)
            }
        }
        var accepted: Set<String> = []
        if case .sequence(let codes)? = known.first(where: { $0.key == "accept" })?.value {
            accepted = Set(codes.compactMap { $0.scalar?.string })
        }
        let why = Why(reason: text("reason"), author: text("by"), date: text("date"))
        if ScalarCheck(why.date, as: .date, example: "2026-03-01") != nil || why.author.isEmpty {
            report(
                .keyMissing,
                at: place(root),
                "Berkas jawaban ini tidak menyebut siapa yang memutuskan dan kapan.",
                fix: "Tambahkan misalnya by: Kabag Organisasi dan date: 2026-03-01."
            )
        }
        return UpgradeAnswers(answers: answers, accepted: accepted, why: why)
    }

    private mutating func answer(_ pair: Pair, at slot: Slot) -> Answer? {
        switch pair.value.scalar?.string {
        case "kita": return .ours
        case "asal": return .theirs
        case _?, nil: break
        }
        guard let meaning = Shape.meaning(of: slot) else {
            report(
                .notASlot,
                at: pair.keyPlace,
                "\"\(ScalarCheck.shortened(pair.key.text))\" bukan alamat bagian cetak biru.",
                fix: "Salin alamatnya dari serasan upgrade --dry-run."
            )
            return nil
        }
        let inner = pair.value.scalar == nil ? self.pairs(of: pair.value) ?? [] : []
        guard inner.count == 1, let now = inner.first, now.key == "now" else {
            report(
                .notAChoice,
                at: place(pair.value),
                "Jawaban ini bukan kita, bukan asal, dan bukan isi baru.",
                fix: "Tulis kita, asal, atau { now: isi baru }."
            )
            return nil
        }
        return read(now, as: meaning, at: slot).map(Answer.value)
    }
}
