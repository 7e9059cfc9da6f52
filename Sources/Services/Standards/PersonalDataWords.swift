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

    var basisWords: Words { basis.words }

    /// How long and what then, as one sentence.
    var keeping: Words {
        keep.sentence(
            since: Words("sejak permohonan ditutup", "after the request was closed"),
            then: fate
        )
    }
}

extension PersonalData.Basis {
    /// The basis with the article that names it.
    var words: Words {
        Words(meaning).map {
            $0.prefix(1).uppercased() + $0.dropFirst() + " (UU 27/2022, Pasal 20)"
        }
    }
}

extension KeepingTime {
    /// How long, since when, and what then.
    func sentence(since: Words, then fate: PersonalData.Fate) -> Words {
        let name: Words =
            switch unit {
            case .years: Words("tahun", amount == 1 ? "year" : "years")
            case .months: Words("bulan", amount == 1 ? "month" : "months")
            }
        let (time, end) = (name.map { "\(amount) \($0)" }, Words(fate.meaning))
        return Words(
            "\(time.indonesian) \(since.indonesian), lalu \(end.indonesian).",
            "\(time.english ?? time.indonesian) \(since.text(in: .english)), then \(end.english ?? end.indonesian)."
        )
    }
}

extension Words {
    init(_ meaning: Meaning) { self.init(meaning.indonesian, meaning.english) }

    static let personalDataHere = Words("Data pribadi", "Personal data")
}
