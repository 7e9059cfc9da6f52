import Blueprints
import Feel
import Stories

/// Fills in the form of any service so that its own rules accept it.
///
/// What is typed follows from the kind of each question; the form is then read as one that a
/// browser sent, and tried again where it is held back.
struct InventedAnswers {
    let service: PublicService

    /// The codes of villages that may be named.
    let villages: [String]
    let districts: [String]
    let day: Day

    /// Whether what may be left out is left out.
    var isBrief = false

    private static let mostTries = 60

    /// Nil where no try was accepted.
    func draw(_ numbers: inout SeededNumbers) -> TypedAnswers? {
        let known = Set(villages)
        let ground = AnswerGround(
            today: FeelDate(day),
            rules: service.rulebook,
            isVillage: { known.contains($0) }
        )
        for _ in 0..<Self.mostTries {
            var given: [ID: RawAnswer] = [:]
            for question in service.allQuestions {
                given[question.id] = answer(to: question, &numbers)
            }
            let reading = service.read(given, on: ground)
            guard reading.isComplete else { continue }
            var answers = reading.answers
            // Nothing was photographed, so nothing is there to be opened.
            for question in service.allQuestions where question.type.isFile {
                answers[question.id] = nil
            }
            return answers
        }
        return nil
    }

    private func answer(to question: Question, _ numbers: inout SeededNumbers) -> RawAnswer? {
        if question.isOptional, isBrief || numbers.happens(0.6) { return nil }
        if question.id == Openness.question {
            return .text(numbers.happens(0.9) ? Openness.open.rawValue : any(question, &numbers))
        }
        switch question.type {
        case .text(let most): return .text(clipped(words(for: question.id, &numbers), most))
        case .longText(let most):
            return .text(clipped(sentence(for: question.id, &numbers), most))
        case .name: return .text(InventedPerson(&numbers, districts: districts).name)
        case .choice: return .text(any(question, &numbers))
        case .choices(let options, let most):
            let count = numbers.whole(1...(most == 1 ? 1 : 2))
            return .several((0..<count).map { _ in numbers.pick(options).id.text }.unique)
        case .yesNo: return .text(numbers.happens(0.5) ? "ya" : "tidak")
        case .whole(let bounds): return .text(String(number(bounds, question.id, &numbers)))
        case .decimal(_, let bounds):
            let whole = number(bounds, question.id, &numbers)
            return .text("\(min(whole, 3)),\(numbers.whole(1...9))")
        case .money(let bounds):
            return .text(String(number(bounds, question.id, &numbers) * 50_000))
        case .date: return .text(date(&numbers).description)
        case .phone: return .text(InventedPerson(&numbers, districts: districts).phone)
        case .email: return .text("warga\(numbers.whole(1...9999))@contoh.example")
        case .nik: return .text(InventedPerson(&numbers, districts: districts).nik)
        case .nib: return .text("9120" + InventedPerson.padded(numbers.whole(1...999_999_999), 9))
        case .village: return .text(villages.isEmpty ? "" : numbers.pickFalling(villages))
        case .point:
            return .text(
                "-4.\(numbers.whole(100_000...299_999)) 103.\(numbers.whole(500_000...899_999))"
            )
        case .area: return nil
        case .photo, .file: return .text("foto.jpg")
        case .person:
            let person = InventedPerson(&numbers, districts: districts)
            return .fields(["nama": .text(person.name), "nik": .text(person.nik)])
        case .group(let parts, let count):
            let entries = numbers.whole(max(1, count.least)...max(1, min(count.most, 3)))
            return .group(
                (0..<max(entries, count.least)).map { _ in
                    var entry: [ID: RawAnswer] = [:]
                    for part in parts { entry[part.id] = answer(to: part, &numbers) }
                    return entry
                }
            )
        case .computed: return nil
        }
    }

    private func any(_ question: Question, _ numbers: inout SeededNumbers) -> String {
        guard case .choice(let options) = question.type, !options.isEmpty else { return "" }
        return numbers.pickFalling(options).id.text
    }

    private func clipped(_ text: String, _ max: Int) -> String { String(text.prefix(max)) }

    /// A year where the question means one, else a small number within the bounds.
    private func number(
        _ bounds: AnswerType.Bounds,
        _ id: ID,
        _ numbers: inout SeededNumbers
    ) -> Int {
        let least = bounds.from?.rounded(to: 0, .halfEven).whole.map { Int($0) } ?? 0
        let most = bounds.to?.rounded(to: 0, .halfEven).whole.map { Int($0) } ?? 5000
        if (1900...2100).contains(least) || id.text.contains("tahun") {
            return numbers.whole(2005...max(2005, day.parts.year))
        }
        let wide = min(most, least + (numbers.happens(0.7) ? 20 : 2000))
        return numbers.whole(least...max(least, wide))
    }

    /// Long ago, lately or soon: the form says which of them it wants.
    private func date(_ numbers: inout SeededNumbers) -> Day {
        let kind = numbers.share()
        if kind < 0.4 { return day.adding(days: -numbers.whole(7000...22_000)) }
        if kind < 0.7 { return day.adding(days: -numbers.whole(1...40)) }
        return day.adding(days: numbers.whole(35...120))
    }

    private func words(for id: ID, _ numbers: inout SeededNumbers) -> String {
        let text = id.text
        if text.contains("usaha") {
            return "\(numbers.pick(Self.trades)) \(numbers.pick(Self.labels))"
        }
        if text.contains("kelompok") || text.contains("kebun") {
            return "\(numbers.pick(Self.labels)) \(numbers.pick(Self.labels))"
        }
        return numbers.pick(Self.matters)
    }

    private func sentence(for id: ID, _ numbers: inout SeededNumbers) -> String {
        if id.text.contains("alamat") {
            return "Dusun \(numbers.pick(["I", "II", "III", "IV"])) RT \(numbers.whole(1...12)), "
                + numbers.pick(Self.marks)
        }
        return numbers.pick(Self.stories)
    }

    private static let trades = [
        "Warung", "Toko", "Kopi", "Bengkel", "Kedai", "Penjahit", "Salon", "Katering",
    ]
    private static let labels = [
        "Mekar", "Jaya", "Sejahtera", "Barokah", "Semende", "Sumber Rezeki", "Maju", "Harapan",
        "Sejuk", "Bersama", "Tunas", "Makmur", "Lestari", "Mandiri",
    ]
    private static let matters = [
        "Polsek setempat", "Sekolah anak", "Puskesmas", "Kantor Urusan Agama", "Bank di pasar",
        "Perbaikan data", "Universitas Contoh", "Pelatihan kelompok tani",
    ]
    private static let marks = [
        "dekat musala", "seberang pasar", "samping sekolah dasar", "belakang balai desa",
        "depan lapangan", "dekat jembatan",
    ]
    private static let stories = [
        "Kami perlu ini untuk mengurus pinjaman usaha kecil.",
        "Jumlah bibit kopi yang dibagikan di setiap desa.",
        "Penelitian tentang hasil kebun kopi rakyat di dua kecamatan.",
        "Data penerima bantuan pupuk tahun lalu di desa kami.",
        "Dibicarakan di rapat kelompok tani bulan depan.",
        "Sekolah meminta surat ini sebelum awal semester.",
    ]
}

extension [String] {
    /// Each once, in the order of its first place.
    fileprivate var unique: [String] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
