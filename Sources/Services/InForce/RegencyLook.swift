package import Blueprints
package import Site

/// What a regency chose for its look: its crest and colours, and what is wrong with them.
///
/// `check` tells the findings; a site leaves out what has any, so that nothing that was published
/// can make it unreadable.
package struct RegencyLook: Sendable {
    package private(set) var crest: Asset?
    package private(set) var colours = RegencyColours()
    package private(set) var findings: [Diagnostic] = []

    /// `drawing` is the file that the theme names as its crest; nil where there is none.
    package init(_ theme: RegencyFile.Theme, drawing: [UInt8]?) {
        if let named = theme.crest { readCrest(named, drawing) }
        let chosen = RegencyColours(
            main: Self.colour(theme.main),
            header: Self.colour(theme.head),
            gold: Self.colour(theme.gold)
        )
        findings += Self.faint(chosen, theme)
        if chosen.faintPairs.isEmpty { colours = chosen }
    }

    private mutating func readCrest(_ named: RegencyFile.Theme.Written, _ drawing: [UInt8]?) {
        guard let drawing else {
            let sentence = "Berkas lambang \(named.text) tidak ada di folder kabupaten."
            return report(
                .notACrest,
                named,
                (sentence, "Letakkan berkasnya di samping regency.yaml.")
            )
        }
        do {
            crest = try .crest(drawing)
        } catch {
            report(.notACrest, named, error.words)
        }
    }

    private mutating func report(
        _ code: FormCode,
        _ written: RegencyFile.Theme.Written,
        _ words: (sentence: String, fix: String)
    ) {
        findings.append(
            Diagnostic(
                code: code.rawValue,
                place: written.place,
                sentence: words.sentence,
                fix: words.fix
            )
        )
    }

    /// One finding for a colour: what it makes hardest to read.
    private static func faint(
        _ colours: RegencyColours,
        _ theme: RegencyFile.Theme
    ) -> [Diagnostic] {
        let faint = colours.faintPairs
        let chosen: [(ColourToken, RegencyFile.Theme.Written?)] = [
            (.utama, theme.main), (.kepala, theme.head), (.emas, theme.gold),
        ]
        return chosen.compactMap { token, written in
            let pairs = faint.filter { culprit(of: $0.pair, theme) == token }
            guard let written, let worst = pairs.min(by: { $0.ratio < $1.ratio }) else {
                return nil
            }
            let time = worst.theme == .dark ? "pada layar gelap" : "pada layar terang"
            let lighter = token == .emas ? "terang" : "gelap"
            return Diagnostic(
                code: FormCode.faintColour.rawValue,
                place: written.place,
                sentence: "Dengan warna \(written.text), \(worst.pair.sample.indonesian) tidak "
                    + "terbaca \(time): kontras \(worst.ratio.oneDecimal), paling sedikit "
                    + "\(worst.pair.need.oneDecimal).",
                fix: "Pilih warna yang lebih \(lighter)."
            )
        }
    }

    /// Whose choice makes a pair faint; the thread counts as gold's unless only the band is chosen.
    private static func culprit(
        of pair: ContrastPair,
        _ theme: RegencyFile.Theme
    ) -> ColourToken {
        switch pair.back {
        case .kepala:
            pair.front == .emas && theme.gold != nil ? .emas : .kepala
        case .kertas, .permukaan, .lapis, .garis, .tepi, .tinta, .tinta2, .utama, .utamaTekan,
            .utamaMuda, .padaUtama, .padaKepala, .bahaya, .bahayaMuda, .padaBahaya, .beres,
            .beresMuda, .ingat, .ingatMuda, .info, .infoMuda, .emas, .fokus, .padaFokus:
            .utama
        }
    }

    private static func colour(_ written: RegencyFile.Theme.Written?) -> Colour? {
        written.flatMap { Colour($0.text) }
    }
}

extension Double {
    /// "4,5": cut, so that what is just too little does not look like enough.
    fileprivate var oneDecimal: String {
        let tenths = Int(self * 10)
        return "\(tenths / 10),\(tenths % 10)"
    }
}
