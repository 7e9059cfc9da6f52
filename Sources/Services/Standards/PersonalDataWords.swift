import Blueprints
import Site

// What a service says about personal data, as people read it.

extension PersonalData {
    /// Name and text of each thing it says, in order; what is not said is left out.
    var lines: [(name: Words, texts: [Words])] {
        let kinds = specific.map { Words($0.meaning) }
        let all: [(name: Words, texts: [Words])] = [
            (Words("Dipakai untuk", "Used for"), purposes.map { Words($0) }),
            (Words("Dasar pemrosesan", "Basis of processing"), [basisWords]),
            (Words("Data yang diminta", "Data asked for"), data.map { Words($0) }),
            (Words("Data spesifik", "Specific personal data"), kinds),
            (Words("Diteruskan kepada", "Passed on to"), recipients.map { Words($0) }),
            (Words("Lama disimpan", "Kept for"), [keeping]),
            (Words("Dasar lama simpan", "Basis of that time"), keepBasis.map { Words($0) }),
        ]
        return all.filter { !$0.texts.isEmpty }
    }

    var basisWords: Words {
        let words = Words(basis.meaning)
        return words.map { $0.prefix(1).uppercased() + $0.dropFirst() + " (UU 27/2022, Pasal 20)" }
    }

    /// How long and what then, as one sentence.
    var keeping: Words {
        let unit: Words =
            switch keep.unit {
            case .years: Words("tahun", keep.amount == 1 ? "year" : "years")
            case .months: Words("bulan", keep.amount == 1 ? "month" : "months")
            }
        let (time, end) = (unit.map { "\(keep.amount) \($0)" }, Words(fate.meaning))
        return Words(
            "\(time.indonesian) sejak permohonan ditutup, lalu \(end.indonesian).",
            "\(time.english ?? time.indonesian) after the request was closed, then \(end.english ?? end.indonesian)."
        )
    }
}

extension Words {
    init(_ meaning: Meaning) { self.init(meaning.indonesian, meaning.english) }

    static let personalDataHere = Words("Data pribadi", "Personal data")
}
