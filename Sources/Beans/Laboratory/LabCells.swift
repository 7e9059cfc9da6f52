import Feel

extension LabFault: Error {}

/// A cell of a laboratory's file.
enum LabCell {
    /// The most of one kind that a file may count.
    private static let mostCounted = Ratio(100_000)

    /// Samples that laboratories weigh out, in grams; beyond it the unit is asked back.
    private static let likelyGrams: ClosedRange<Ratio> = 20...5000

    static func count(_ text: String) throws(LabFault) -> Int {
        let number = try number(text)
        guard number >= 0, number <= mostCounted, number.denominator == 1 else {
            throw .notACount
        }
        return Int(number.floor)
    }

    static func sampleGrams(_ text: String) throws(LabFault) -> Ratio {
        let grams = try grams(text)
        guard likelyGrams.contains(grams) else { throw .strangeWeight(grams) }
        return grams
    }

    static func grams(_ text: String) throws(LabFault) -> Ratio {
        let typed = TypedWeight(text, in: .gram)
        if let question = typed.question(in: .gram) { throw LabFault(.weight, question) }
        guard case .weight(let grams) = typed else { throw .notAShare }
        return grams
    }

    /// Percent, with or without its sign.
    static func share(_ text: String) throws(LabFault) -> Ratio {
        let plain = text.filter { !$0.isWhitespace }
        let share = try number(plain.hasSuffix("%") ? String(plain.dropLast()) : plain, .notAShare)
        guard share >= 0, share <= 100 else { throw .notAShare }
        return share
    }

    /// Coffee drier than 2 % does not exist: it is a share of one, or the wrong column.
    static func moisture(_ text: String) throws(LabFault) -> Ratio {
        let share = try share(text)
        guard share >= 2 else { throw .smallShare(share) }
        return share
    }

    static func isPresent(_ text: String) throws(LabFault) -> Bool {
        switch text.lowercased() {
        case "ada", "ya", "yes", "1", "busuk", "kapang": true
        case "tidak", "tidak ada", "tak ada", "no", "0", "normal", "-": false
        default: throw .notYesOrNo
        }
    }

    /// One defect, or several of the same beans joined by a plus.
    static func defects(_ text: String) throws(LabFault) -> Set<Defect> {
        var found: Set<Defect> = []
        for part in text.split(separator: "+", omittingEmptySubsequences: false) {
            let name = part.drop(while: \.isWhitespace)
            let written = String(name.reversed().drop(while: \.isWhitespace).reversed())
            guard let defect = defect(written) else {
                throw .unknownDefect(
                    written,
                    nearest: Nearest.to(written, among: Defect.allCases.map(\.rawValue))
                )
            }
            found.insert(defect)
        }
        return found
    }

    /// By its code, or by its name in the standard.
    private static func defect(_ written: String) -> Defect? {
        Defect(rawValue: LabColumn.code(written))
            ?? Defect.allCases.first {
                $0.title.indonesian.lowercased() == written.lowercased()
            }
    }

    private static func number(
        _ text: String,
        _ otherwise: LabFault = .notACount
    ) throws(LabFault) -> Ratio {
        switch NumberReading(text) {
        case .notANumber: throw otherwise
        case .unclear(let small, let large):
            let question = TypedWeight.unclearNumber(small, large).question(in: .gram)
            throw question.map { LabFault(.number, $0) } ?? otherwise
        case .number(let decimal):
            guard let ratio = Ratio(decimal) else { throw otherwise }
            return ratio
        }
    }
}
