import Blueprints
import Cases
import Feel
import Ledger
import Stories

/// Who applies for what: the beginning of an invented life.
struct SeededBeginning {
    let ground: SeedGround
    let pools: AnswerPools

    /// Nil where nobody could fill in the form.
    func life(of arrival: SeededArrivals.Arrival) -> SeededLife? {
        var numbers = SeededNumbers(ground.seed, of: arrival.index)
        let offered = ground.offered(&numbers)
        let service = offered.service
        let month = ground.force.zone.day(arrival.at).parts
        guard
            let filled = pools.pick(service, month.year * 12 + month.month, &numbers)
        else { return nil }
        var answers = filled
        let person = InventedPerson(&numbers, districts: ground.districts)
        let name = ground.lives == .slim ? person.firstName : person.name
        for (id, text) in [("nama", name), ("nik", person.nik), ("hp", person.phone)]
        where answers[ID(id)] != nil { answers[ID(id)] = .string(text) }
        var village: Code?
        if let at = service.at {
            let code = numbers.pickFalling(offered.villages)
            answers[at] = .string(code)
            village = Code(code)
        }
        let units = ground.force.units(for: service, in: village?.text)
        guard let owner = units[service.owner] else { return nil }
        let today = FeelDate(ground.force.zone.day(arrival.at))
        return SeededLife(
            SeededLife.Start(
                service,
                of: owner,
                in: village,
                (
                    units,
                    ground.force.unitsOfSteps(of: service, answers: answers.names(today: today))
                ),
                answers: answers,
                at: arrival.at,
                patience: RecentCases(ground: ground).patience(arrival.index)
            ),
            index: arrival.index,
            numbers
        )
    }
}

/// Filled-in forms by service and month: what is not about the person is taken from these.
struct AnswerPools: Sendable {
    private struct Key: Hashable {
        let service: ID
        let month: Int
    }

    let size: Int
    private var pools: [Key: [TypedAnswers]] = [:]

    init(size: Int) { self.size = size }

    func pick(
        _ service: PublicService,
        _ month: Int,
        _ numbers: inout SeededNumbers
    ) -> TypedAnswers? {
        guard let pool = pools[Key(service: service.id, month: month)], !pool.isEmpty
        else { return nil }
        return numbers.pick(pool)
    }

    /// Fills in the forms that a slice of applications needs, as of the first of their months.
    mutating func fill(for slice: ArraySlice<SeededArrivals.Arrival>, on ground: SeedGround) {
        let zone = ground.force.zone
        guard let first = slice.first, let last = slice.last else { return }
        var day = zone.day(first.at)
        while day <= zone.day(last.at) {
            let parts = day.parts
            let month = parts.year * 12 + parts.month
            for (place, offered) in ground.services.enumerated() {
                let key = Key(service: offered.service.id, month: month)
                guard pools[key] == nil,
                    let start = Day(year: parts.year, month: parts.month, day: 1)
                else { continue }
                let form = InventedAnswers(
                    service: offered.service,
                    villages: offered.villages,
                    districts: ground.districts,
                    day: start,
                    isBrief: ground.lives == .slim
                )
                var numbers = SeededNumbers(ground.seed ^ 0xF0, of: month * 100 + place)
                pools[key] = (0..<size).compactMap { _ in form.draw(&numbers) }
            }
            day = day.adding(days: 32 - parts.day)
            day = Day(year: day.parts.year, month: day.parts.month, day: 1) ?? day
        }
    }
}

extension SeededLife {
    /// One in four who are asked answers, some days after the end.
    mutating func answerSurvey(_ survey: Seeding.SurveyAfter?, until: Instant) throws {
        guard let survey, numbers.happens(0.27) else { return }
        var numbers = numbers
        if let append = try survey(caseID, state, version, &numbers), append.at <= until {
            absorb(append)
        }
        self.numbers = numbers
    }
}
