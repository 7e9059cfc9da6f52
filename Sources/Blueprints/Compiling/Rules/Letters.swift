import Feel

/// What a letter needs to be printed, numbered and compared.
enum Letters {
    static func check(_ draft: Draft) -> [Diagnostic] {
        let used = Set(draft.services.flatMap(\.actions).compactMap { $0.word("letter") })
        // A word that names no letter was probably meant for one of these.
        let isDead = !used.isSubset(of: draft.letters.map(\.id))
        return draft.letters.flatMap { letter in
            number(of: letter, draft) + heading(of: letter, draft)
                + (used.contains(letter.id) || isDead ? [] : [unused(letter, draft)])
        }
    }

    private static func unused(_ letter: Node, _ draft: Draft) -> Diagnostic {
        draft.diagnostic(
            .letterUnused,
            at: letter.slot,
            "Surat \"\(letter.id)\" tidak diterbitkan oleh tindakan mana pun.",
            fix: "Tulis \"letter: \(letter.id)\" pada sebuah tindakan, atau hapus berkas ini."
        )
    }

    private static func number(of letter: Node, _ draft: Draft) -> [Diagnostic] {
        guard let template = letter.text("number") else { return [] }
        let slot = letter.slot.child("number")
        let unknown = NumberTemplate.unknownTokens(in: template)
        if let first = unknown.first {
            let near = Nearest.to(first, among: NumberTemplate.tokens)
            return [
                draft.diagnostic(
                    .numberToken,
                    at: slot,
                    "\"{\(first)}\" bukan bagian nomor surat.",
                    fix: FeelWording.meant(near.map { "{\($0)}" })
                        ?? "Yang ada: {klasifikasi}, {urut}, {urut:3}, {unit}, {bulan}, {tahun}."
                )
            ]
        }
        guard NumberTemplate(template)?.hasRunningNumber == false else { return [] }
        return [
            draft.diagnostic(
                .numberWithoutRunning,
                at: slot,
                "Nomor surat ini tidak punya {urut}, jadi semua surat bernomor sama.",
                fix: "Contoh: {klasifikasi}/{urut:3}/{unit}/{tahun}."
            )
        ]
    }

    private static func heading(of letter: Node, _ draft: Draft) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if letter.text("layout") == Letter.Layout.correspondence.rawValue {
            let missing = (["subject", "to"] as [ID]).filter { letter[$0] == nil }
            if !missing.isEmpty {
                let keys = missing.map { "\"\($0)\"" }.joined(separator: " dan ")
                found.append(
                    draft.diagnostic(
                        .letterWithoutSubject,
                        at: letter.slot.child("layout"),
                        "Surat berbentuk korespondensi memerlukan \(keys)."
                    )
                )
            }
        }
        if letter["shows"] == nil {
            found.append(
                draft.diagnostic(
                    .letterShowsNothing,
                    at: letter.slot,
                    "Halaman pemeriksa surat \"\(letter.id)\" tidak menampilkan apa pun untuk dibandingkan.",
                    fix: "Contoh: shows: { Nama usaha: nama_usaha }."
                )
            )
        }
        return found
    }
}

extension NumberTemplate {
    /// The words that may stand in braces.
    static let tokens = ["klasifikasi", "urut", "unit", "bulan", "tahun"]

    /// Reads `{klasifikasi}/{urut:3}/{unit}/{tahun}`; nil where a token is unknown.
    package init?(_ text: String) {
        var parts: [Part] = []
        for piece in Self.pieces(of: text) {
            guard piece.isToken else {
                parts.append(.text(piece.text))
                continue
            }
            guard let part = Self.part(piece.text) else { return nil }
            parts.append(part)
        }
        self.init(parts: parts)
    }

    var hasRunningNumber: Bool {
        parts.contains { if case .running = $0 { true } else { false } }
    }

    static func unknownTokens(in text: String) -> [String] {
        pieces(of: text).filter { $0.isToken && part($0.text) == nil }.map(\.text)
    }

    private static func part(_ token: String) -> Part? {
        switch token {
        case "klasifikasi": return .classification
        case "urut": return .running(width: 1)
        case "unit": return .unit
        case "bulan": return .romanMonth
        case "tahun": return .year
        default:
            guard token.hasPrefix("urut:"), let width = Int(token.dropFirst(5)),
                (1...9).contains(width)
            else { return nil }
            return .running(width: width)
        }
    }

    private static func pieces(of text: String) -> [(text: String, isToken: Bool)] {
        var pieces: [(text: String, isToken: Bool)] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append((String(rest[..<open]), false)) }
            pieces.append((String(rest[rest.index(after: open)..<close]).trimmed, true))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append((String(rest), false)) }
        return pieces
    }
}
