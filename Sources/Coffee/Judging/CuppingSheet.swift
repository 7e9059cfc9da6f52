import Beans
import Site
import Stories

/// A filled form of a cupping, under the protocol that was chosen, with its sum reckoned anew.
struct CuppingSheet {
    let judgedBy: CuppingProtocol
    var typed: FormAsTyped

    /// The total that stands on the paper form; reckoned and compared, never believed.
    static let total = "jumlah_formulir"

    /// Those that can be reckoned here; the numbers of the CVA's formula are not published freely.
    static let offered: [CuppingProtocol] = [.fineRobusta, .sca2004]

    private var marks: [String] {
        switch judgedBy {
        case .sca2004: ScaForm.Mark.allCases.map(\.rawValue)
        case .fineRobusta: FineRobustaForm.Mark.allCases.map(\.rawValue)
        case .affective: []
        }
    }

    /// Things that are counted by the cup, five at most; 5 are in order unless said otherwise.
    private var cups: [String] {
        judgedBy == .sca2004 ? ScaForm.ByTheCup.allCases.map(\.rawValue) : []
    }

    private var counts: [String] { judgedBy == .sca2004 ? ["tainted", "faulty"] : [] }

    private static func field(_ name: String) -> String {
        "nilai_" + name.map { $0.isLetter ? String($0) : "_" }.joined()
    }

    var fields: [Field] {
        let decimals = marks.map { name in
            typed.decimal(Self.field(name), Words(CuppingSheet.word(name)), unit: .points)
        }
        let whole = (cups + counts).map { name in
            typed.field(
                Self.field(name),
                Words(CuppingSheet.word(name)),
                isOptional: true,
                .text(TextInput(typed[Self.field(name)], .whole, most: 1))
            )
        }
        return decimals + whole + [
            typed.decimal(
                Self.total,
                .totalOfForm,
                hint: .totalOfFormHint,
                unit: .points,
                isOptional: true
            )
        ]
    }

    /// What came of it, or nil where something has to be typed again.
    mutating func judged() -> Beans.Cupped? {
        var read: [String: Ratio] = [:]
        for name in marks {
            guard let value = typed.thousandths(Self.field(name), upTo: 100_000) else { continue }
            read[name] = Ratio(Int128(value), over: 1000)
        }
        var counted: [String: Int] = [:]
        for name in cups + counts {
            counted[name] = typed.whole(Self.field(name), 0...5, isOptional: true)
        }
        let total = typed.thousandths(Self.total, upTo: 100_000, isOptional: true)
            .map { Ratio(Int128($0), over: 1000) }
        guard typed.isRight else { return nil }
        let cupped = judged(read, counted, total)
        for fault in cupped.faults { note(fault) }
        return typed.isRight ? cupped : nil
    }

    private func judged(
        _ read: [String: Ratio],
        _ counted: [String: Int],
        _ total: Ratio?
    ) -> Beans.Cupped {
        switch judgedBy {
        case .sca2004, .affective:
            var form = ScaForm(marks: [:])
            for mark in ScaForm.Mark.allCases { form.marks[mark] = read[mark.rawValue] }
            for cup in ScaForm.ByTheCup.allCases { form.cups[cup] = counted[cup.rawValue] }
            form.tainted = counted["tainted"] ?? 0
            form.faulty = counted["faulty"] ?? 0
            return form.judged(typed: total)
        case .fineRobusta:
            var form = FineRobustaForm(marks: [:])
            for mark in FineRobustaForm.Mark.allCases { form.marks[mark] = read[mark.rawValue] }
            return form.judged(typed: total)
        }
    }

    private mutating func note(_ fault: CuppingFault) {
        let words = Words(fault.sentence)
        switch fault {
        case .noSuchMark(let name, _), .missingMark(let name), .noSuchCups(let name, _):
            typed.errors[Self.field(name)] = words
        case .totalDiffers: typed.errors[Self.total] = words
        }
    }

    /// The sheet as it is kept: everybody may reckon it again.
    func bytes() throws -> [UInt8] {
        var fields: FactFields = ["protocol": .text(judgedBy.rawValue)]
        for name in marks + cups + counts where !typed[Self.field(name)].isEmpty {
            fields[name] = .text(typed[Self.field(name)])
        }
        return try CanonicalJSON.write(.object(fields))
    }

    /// The names of the forms, with what they are called here.
    private static func word(_ name: String) -> Saying {
        switch name {
        case "aroma", "fragrance/aroma": Saying("Aroma", "Fragrance and aroma")
        case "flavor": Saying("Rasa", "Flavor")
        case "aftertaste": Saying("Rasa tertinggal", "Aftertaste")
        case "acidity": Saying("Keasaman", "Acidity")
        case "body": Saying("Kekentalan", "Body")
        case "mouthfeel": Saying("Rasa di mulut", "Mouthfeel")
        case "balance": Saying("Keseimbangan", "Balance")
        case "overall": Saying("Kesan keseluruhan", "Overall")
        case "salt/acid": Saying("Asin dan asam", "Salt and acid")
        case "bitter/sweet": Saying("Pahit dan manis", "Bitter and sweet")
        case "uniform cups": Saying("Keseragaman cangkir", "Uniform cups")
        case "clean cups": Saying("Kebersihan cangkir", "Clean cups")
        case "uniformity": Saying("Cangkir yang seragam, dari 5", "Uniform cups, of 5")
        case "clean cup": Saying("Cangkir yang bersih, dari 5", "Clean cups, of 5")
        case "sweetness": Saying("Cangkir yang manis, dari 5", "Sweet cups, of 5")
        case "tainted": Saying("Cangkir bernoda", "Cups with a taint")
        case "faulty": Saying("Cangkir rusak", "Cups with a fault")
        case _: Saying(name, name)
        }
    }
}
