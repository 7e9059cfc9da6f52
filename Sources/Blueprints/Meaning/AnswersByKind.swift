import Feel

extension Question {
    static func text(_ text: String, max: Int) throws(BadAnswer) -> FeelValue {
        let surplus = text.count - max
        guard surplus <= 0 else { throw BadAnswer(.tooLong(limit: max, surplus: surplus)) }
        return .string(text)
    }

    static func words(
        _ raw: RawAnswer,
        of options: [AnswerType.Option],
        max: Int?
    ) throws(BadAnswer) -> FeelValue {
        let given =
            switch raw {
            case .several(let words): words.map(\.trimmed)
            case .text, .date, .fields, .group:
                raw.text.split(separator: ",").map { String($0).trimmed }
            }
        let ids = Set(options.map(\.id.text))
        guard given.allSatisfy({ $0.isEmpty || ids.contains($0) }) else {
            throw BadAnswer(.noSuchOption)
        }
        // In the order of the options, so that equal answers are equal bytes.
        let chosen = options.map(\.id.text).filter { given.contains($0) }
        if let max, chosen.count > max { throw BadAnswer(.tooManyOptions(max)) }
        return .list(chosen.map { .string($0) })
    }

    static func truth(_ text: String) throws(BadAnswer) -> FeelValue {
        switch text.lowercased() {
        case "ya", "yes", "true": return .yes
        case "tidak", "no", "false": return .no
        default: throw BadAnswer(.neitherYesNorNo)
        }
    }

    static func number(
        _ text: String,
        within bounds: AnswerType.Bounds,
        mustBeWhole: Bool = false
    ) throws(BadAnswer) -> FeelValue {
        switch NumberReading(text) {
        case .number(let number):
            if mustBeWhole, !number.isWhole { throw BadAnswer(.notWhole) }
            return try bounded(number, by: bounds)
        case .unclear(let small, let large):
            // Between a fraction and thousands there is nothing to ask where only one can be.
            if mustBeWhole { return try bounded(large, by: bounds) }
            throw BadAnswer(.unclearNumber(small, large))
        case .notANumber: throw BadAnswer(.notANumber)
        }
    }

    static func bounded(
        _ number: Decimal34,
        by bounds: AnswerType.Bounds
    ) throws(BadAnswer) -> FeelValue {
        if let from = bounds.from, number < from { throw BadAnswer(.outOfRange) }
        if let to = bounds.to, number > to { throw BadAnswer(.outOfRange) }
        return .number(number)
    }

    static func date(
        _ raw: RawAnswer,
        from: Formula?,
        to: Formula?,
        on ground: AnswerGround
    ) throws(BadAnswer) -> FeelValue {
        let reading =
            switch raw {
            case .date(let day, let month, let year):
                DateReading(day: day, month: month, year: year)
            case .text, .several, .fields, .group: DateReading(raw.text)
            }
        let day: FeelDate
        switch reading {
        case .date(let date): day = date
        case .missing(let part): throw BadAnswer(.dateMissing(part))
        case .noSuchDay(let number, let month):
            throw BadAnswer(.noSuchDay(day: number, month: month))
        case .notADate: throw BadAnswer(.notADate)
        }
        let names = ground.answers.names(today: ground.today, rules: ground.rules)
        if case .date(let first) = from?.value(names), day < first {
            throw BadAnswer(.tooEarly(first))
        }
        if case .date(let last) = to?.value(names), day > last {
            throw BadAnswer(.tooLate(last, isToday: last == ground.today))
        }
        return .date(day)
    }

    static func nik(_ text: String) throws(BadAnswer) -> FeelValue {
        switch NIK.read(text) {
        case .success(let digits): return .string(digits)
        case .failure(let refused):
            switch refused.mistake {
            case .notDigits: throw BadAnswer(.nikNotDigits)
            case .length(let count): throw BadAnswer(.nikLength(count))
            }
        }
    }

    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !text.contains(where: \.isWhitespace) else {
            return false
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }

    /// A village that there is, and that lies in the region for which the service is.
    static func village(
        _ text: String,
        within region: String?,
        on ground: AnswerGround
    ) throws(BadAnswer) -> FeelValue {
        guard isVillageCode(text), ground.isVillage(text) else { throw BadAnswer(.noSuchVillage) }
        guard let region, text != region, !text.hasPrefix(region + ".") else {
            return .string(text)
        }
        // The region of the same kind in which it lies: a regency for a regency.
        let parts = region.split(separator: ".").count
        let other = text.split(separator: ".").prefix(parts).joined(separator: ".")
        func name(_ code: String) -> String { ground.placeName(code) ?? code }
        throw BadAnswer(.villageOutside(name(text), of: name(region), in: name(other)))
    }

    /// `16.03.08.2001`, the form of the Kemendagri codes.
    static func isVillageCode(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.map(\.count) == [2, 2, 2, 4] && parts.allSatisfy { String($0).isDigits }
    }
}

extension Question {
    /// Reads a name and a NIK, given in two fields or as `Nama; NIK`.
    func readPerson(_ raw: RawAnswer, on ground: AnswerGround) -> AnswerReading {
        var given: [ID: RawAnswer] = [:]
        switch raw {
        case .fields(let fields): given = fields
        case .text, .several, .date, .group:
            let parts = raw.text.split(separator: ";").map { String($0).trimmed }
            given["nama"] = parts.first.map { RawAnswer.text($0) }
            given["nik"] = parts.dropFirst().first.map { RawAnswer.text($0) }
        }
        let name = Question(id: "nama", page: page, ask: "Nama lengkap", type: .name)
        let nik = Question(id: "nik", page: page, ask: "NIK", type: .nik)
        let readings = [name, nik].map { ($0.id.text, $0.read(given[$0.id], on: ground)) }
        var fields: [String: FeelValue] = [:]
        for (id, reading) in readings { fields[id] = reading.value }
        return AnswerReading(
            value: .context(fields),
            problems: readings.flatMap(\.1.problems),
            doubts: readings.flatMap(\.1.doubts)
        )
    }

    /// Reads the entries of a group; blank ones at the end are left out.
    func readGroup(
        _ raw: RawAnswer,
        parts: [Question],
        count: AnswerType.Count,
        on ground: AnswerGround
    ) -> AnswerReading {
        guard case .group(let entries) = raw else {
            return AnswerReading(value: nil, problems: [AnswerReading.Trouble(.missing, at: self)])
        }
        let filled = entries.filter { !$0.values.allSatisfy(\.isBlank) }
        var problems: [AnswerReading.Trouble] = []
        var doubts: [AnswerDoubt] = []
        if filled.count < count.least {
            problems.append(AnswerReading.Trouble(.tooFew(count.least), at: self))
        }
        if filled.count > count.most {
            problems.append(AnswerReading.Trouble(.tooMany(count.most), at: self))
        }
        var values: [FeelValue] = []
        for (index, entry) in filled.enumerated() {
            var fields = TypedAnswers()
            for part in parts where isAsked(part, given: fields, today: ground.today) {
                let reading = part.read(entry[part.id], on: ground)
                fields[part.id] = reading.value
                doubts += reading.doubts
                problems += reading.problems.map {
                    AnswerReading.Trouble($0.problem, at: part, entry: index)
                }
            }
            values.append(.context(fields.fields))
        }
        return AnswerReading(value: .list(values), problems: problems, doubts: doubts)
    }
}

extension TypedAnswers {
    /// The answers as one FEEL context.
    var fields: [String: FeelValue] {
        Dictionary(
            values.map { ($0.key.text, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
