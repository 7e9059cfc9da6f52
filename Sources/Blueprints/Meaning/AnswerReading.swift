package import Feel

/// What reading one answer came to: a value, or problems, and what to look at again.
///
/// Without a value and without problems the answer is absent, and may be.
package struct AnswerReading: Hashable, Sendable {
    package let value: FeelValue?
    package let problems: [Trouble]
    package let doubts: [AnswerDoubt]

    /// A problem and the question it belongs to: inside a group that is the part.
    package struct Trouble: Hashable, Sendable {
        package let problem: AnswerProblem
        package let question: ID
        /// Which entry of a group, from 0.
        package let entry: Int?
        package let sentence: Words

        init(_ problem: AnswerProblem, at question: Question, entry: Int? = nil) {
            self.problem = problem
            self.question = question.id
            self.entry = entry
            sentence = problem.sentence(for: question)
        }
    }

    init(value: FeelValue?, problems: [Trouble] = [], doubts: [AnswerDoubt] = []) {
        self.value = problems.isEmpty ? value : nil
        self.problems = problems
        self.doubts = doubts
    }
}

/// What an answer is read against besides its question.
package struct AnswerGround: Sendable {
    package let today: FeelDate
    /// The answers given before, for bounds that are formulas.
    package let answers: TypedAnswers
    /// Whether there is a village with this code; none given: any well-formed code is one.
    package let isVillage: @Sendable (String) -> Bool
    /// The districts whose six digits a NIK may begin with; empty: not compared.
    package let districts: Set<String>
    package let rules: Rulebook
    /// What a region with this code is called; none given: by its code.
    package let placeName: @Sendable (String) -> String?

    package init(
        today: FeelDate,
        answers: TypedAnswers = TypedAnswers(),
        districts: Set<String> = [],
        rules: Rulebook = .none,
        isVillage: @escaping @Sendable (String) -> Bool = { _ in true },
        placeName: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.today = today
        self.answers = answers
        self.districts = districts
        self.rules = rules
        self.isVillage = isVillage
        self.placeName = placeName
    }
}

extension Question {
    /// Reads what was written as an answer to this question.
    ///
    /// The question is taken to be asked; whether it is, `isAsked` says.
    package func read(_ raw: RawAnswer?, on ground: AnswerGround) -> AnswerReading {
        if type.isComputed { return AnswerReading(value: nil) }
        guard let raw, !raw.isBlank else {
            if case .group(_, let count) = type, count.least == 0 {
                return AnswerReading(value: .list([]))
            }
            return AnswerReading(
                value: nil,
                problems: isOptional ? [] : [AnswerReading.Trouble(.missing, at: self)]
            )
        }
        if case .group(let parts, let count) = type {
            return readGroup(raw, parts: parts, count: count, on: ground)
        }
        if case .person = type { return readPerson(raw, on: ground) }
        switch readOne(raw, on: ground) {
        case .success(let value):
            return AnswerReading(value: value, doubts: doubts(about: value, on: ground))
        case .failure(let bad):
            return AnswerReading(
                value: nil,
                problems: [AnswerReading.Trouble(bad.problem, at: self)]
            )
        }
    }

    private func doubts(about value: FeelValue, on ground: AnswerGround) -> [AnswerDoubt] {
        guard case .nik = type, let nik = value.text else { return [] }
        return NIK.doubts(about: nik, districts: ground.districts).map { .nik($0) }
    }

    private func readOne(
        _ raw: RawAnswer,
        on ground: AnswerGround
    ) -> Result<FeelValue, BadAnswer> {
        do throws(BadAnswer) {
            return .success(try value(of: raw, on: ground))
        } catch {
            return .failure(error)
        }
    }

    private func value(
        of raw: RawAnswer,
        on ground: AnswerGround
    ) throws(BadAnswer) -> FeelValue {
        let text = raw.text
        switch type {
        case .text(let max), .longText(let max): return try Self.text(text, max: max)
        case .name: return try Self.text(text, max: 100)
        case .choice(let options):
            guard options.contains(where: { $0.id.text == text }) else {
                throw BadAnswer(.noSuchOption)
            }
            return .string(text)
        case .choices(let options, let max): return try Self.words(raw, of: options, max: max)
        case .yesNo: return try Self.truth(text)
        case .whole(let bounds):
            return try Self.number(text, within: bounds, mustBeWhole: true)
        case .decimal(_, let bounds): return try Self.number(text, within: bounds)
        case .money(let bounds):
            guard let number = NumberReading.rupiah(text) else { throw BadAnswer(.notANumber) }
            guard number.isWhole else { throw BadAnswer(.notWhole) }
            return try Self.bounded(number, by: bounds)
        case .date(let from, let to):
            return try Self.date(raw, from: from, to: to, on: ground)
        case .phone:
            guard let phone = Phone.read(text) else { throw BadAnswer(.phoneIncomplete) }
            return .string(phone)
        case .email:
            guard Self.isEmail(text) else { throw BadAnswer(.emailOdd) }
            return .string(text)
        case .nik: return try Self.nik(text)
        case .nib:
            let digits = String(text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" })
            guard digits.isDigits, digits.utf8.count == 13 else {
                throw BadAnswer(.nibLength(digits.filter(\.isNumber).count))
            }
            return .string(digits)
        case .village(let within): return try Self.village(text, within: within, on: ground)
        case .point:
            guard let point = Land.point(text) else { throw BadAnswer(.noLocation) }
            return point
        case .area:
            guard let area = Land.area(text) else { throw BadAnswer(.noLocation) }
            if let corner = Land.crossing(of: area) { throw BadAnswer(.boundaryCrosses(corner)) }
            return area
        case .photo, .file: return .string(text)
        case .person, .group, .computed: return .null
        }
    }
}

/// A problem as an error, so that reading one answer can stop at it.
struct BadAnswer: Error {
    let problem: AnswerProblem

    init(_ problem: AnswerProblem) { self.problem = problem }
}
