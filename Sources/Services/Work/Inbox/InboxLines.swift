import Blueprints
import Cases
import Ledger
import Office
import Site
import Stories

// A row of the record as a line of a list.
extension InboxQuery {
    func line(_ row: RecordRow, _ reader: Reader, _ language: Language) throws -> InboxPage.Line {
        let id = CaseID(try row.id("id"))
        let digits = try row.text("number")
        let service = official.force.version(try row.text("digest"))
        let sealed: [UInt8]? = try row.find("name")
        let name = try sealed.flatMap { try reader.openRow($0, at: CasesView.place(ofName: id)) }
        let village: String? = try row.find("village")
        let step = service?.step(ID(try row.text("step")))
        let taken: OpaqueID? = try row.find("taken")
        return InboxPage.Line(
            number: digits,
            shownNumber: Self.grouped(digits),
            service: try service.map { Words($0.title) } ?? Words(row.text("service")),
            applicant: try applicant(row, name),
            place: village.flatMap { official.force.villages.name(of: $0) } ?? "",
            next: try next(row, step),
            due: try due(row),
            officer: try ended(row) ? "" : officer(taken, reader),
            version: try row.int("version")
        )
    }

    /// The name, or why a list shows none.
    private func applicant(_ row: RecordRow, _ name: [UInt8]?) throws -> Words {
        switch Openness(rawValue: try row.text("openness")) {
        case .anonymous: .nameless
        case .secret: .nameIsSecret
        case .open, nil: Words(name.map { String(decoding: $0, as: UTF8.self) } ?? "")
        }
    }

    private func next(_ row: RecordRow, _ step: Step?) throws -> Words {
        if try isAsked(row) { return .answerOpinion }
        if try isHeld(row) { return .waitsForLifting }
        if try objected(row) != nil { return .answerObjection }
        return switch CasePhase(rawValue: try row.text("phase")) {
        case .waiting: .waitingForCitizen
        case .signing: .uploadScan
        case .ended: .finished
        case .open, .unborn, nil: step.map { Words($0.title) } ?? ""
        }
    }

    /// Whether its clock stands still, because its data are only kept.
    private func isHeld(_ row: RecordRow) throws -> Bool {
        let restricted: Instant? = try row.find("restricted")
        return try restricted != nil && row.text("phase") == CasePhase.waiting.rawValue
    }

    /// Nobody works on what has ended.
    private func ended(_ row: RecordRow) throws -> Bool {
        let ended: Instant? = try row.find("ended")
        return ended != nil
    }

    /// Whether the official sees the case only because their unit is asked for its opinion.
    private func isAsked(_ row: RecordRow) throws -> Bool {
        let (unit, owner): (Code, Code) = (try row.get("unit"), try row.get("owner"))
        return official.standing.units.isDisjoint(with: [unit, owner])
    }

    /// When the citizen objected, where the answer is still waited for.
    private func objected(_ row: RecordRow) throws -> Instant? { try row.find("objected") }

    private func due(_ row: RecordRow) throws -> StatusTag {
        let zone = official.force.zone
        if try isHeld(row) { return StatusTag(.clockStands, .info) }
        let restricted: Instant? = try row.find("restricted")
        if restricted != nil { return StatusTag(Words("Data dibatasi", "Data restricted"), .info) }
        if let until: Instant = try row.find("snoozed"), until > now {
            let day = DateWords.shortDate(zone.day(until), in: .indonesian)
            let english = DateWords.shortDate(zone.day(until), in: .english)
            return StatusTag(Words("Ditunda sampai \(day)", "Set aside until \(english)"), .info)
        }
        if let objected = try objected(row) {
            let calendar = official.force.calendar
            let due = calendar.due(CaseState.timeToAnswer.promise(from: objected))
            return CaseStatus.tag(of: due.day, today: zone.day(now), calendar)
        }
        if let ended: Instant = try row.find("ended") {
            guard let due: Instant = try row.find("due") else { return StatusTag(.finished) }
            let late = zone.day(ended).number - zone.day(due).number
            return late > 0 ? StatusTag(.finishedLate(late), .danger) : StatusTag(.finishedOnTime)
        }
        if (try row.text("phase")) == CasePhase.waiting.rawValue {
            return StatusTag(.waitingForCitizen)
        }
        guard let due: Instant = try row.find("step_due") else { return StatusTag(.inProgress) }
        return CaseStatus.tag(of: zone.day(due), today: zone.day(now), official.force.calendar)
    }

    private func officer(_ taken: OpaqueID?, _ reader: Reader) throws -> Words {
        guard let taken else { return .untaken }
        if taken == official.id { return .takenByYou }
        return Words(try reader.name(of: taken) ?? "")
    }

    static func grouped(_ digits: String) -> String {
        guard digits.utf8.count == 12 else { return digits }
        return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(4))-\(digits.suffix(4))"
    }
}
