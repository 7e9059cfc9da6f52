import Blueprints
import Cases
import Feel
import Stories

// What people do with an invented case, and when.
extension SeededLife {
    /// Does what comes next; says when the one after it comes, if any does.
    mutating func move(at moment: Instant, _ lane: LaneGround) throws -> Instant? {
        try pass(until: moment, lane)
        let move = next
        next = nil
        switch move {
        case .work? where state.phase == .open: return try work(at: moment, lane)
        case .withdraw? where state.phase == .open:
            try carryOut(.withdraw(reason: ""), by: .applicant, at: moment, lane)
            return nil
        case .complete? where state.phase == .waiting:
            try carryOut(
                .complete(answers: completed(), files: []),
                by: .applicant,
                at: moment,
                lane
            )
            return plan(after: moment, lane)
        case .sign? where state.phase == .signing: return try sign(at: moment, lane)
        case .object? where state.phase == .ended:
            try carryOut(
                .object(reason: numbers.pick(Self.objections)),
                by: .applicant,
                at: moment,
                lane
            )
            return nil
        case .work?, .withdraw?, .complete?, .sign?, .object?, nil: return nil
        }
    }

    /// When the case is seen to next, as it stands now.
    mutating func plan(after moment: Instant, _ lane: LaneGround) -> Instant? {
        let calendar = lane.ground.force.calendar
        switch state.phase {
        case .open:
            if lane.isSlim { return planShortly(after: moment, calendar) }
            next = .work
            return nextWork(after: moment, calendar)
        case .waiting:
            guard numbers.happens(0.86) else { return nil }
            next = .complete
            let days = min(numbers.whole(0...9), numbers.whole(0...9))
            return calendar.zone.instant(
                calendar.zone.day(moment).adding(days: days + 1),
                minute: numbers.whole(420...1290)
            )
        case .signing:
            next = .sign
            return calendar.instant(numbers.whole(10...400), officeMinutesAfter: moment)
        case .ended:
            guard !lane.isSlim, state.end?.appeal != nil, numbers.happens(0.06)
            else { return nil }
            next = .object
            return moment.adding(seconds: Int64(numbers.whole(1...12)) * 86_400)
        case .unborn: return nil
        }
    }

    /// Within the hour somebody ends it: an applicant in nine of ten, where they may, since a
    /// refusal keeps its reason.
    private mutating func planShortly(after moment: Instant, _ calendar: WorkCalendar) -> Instant {
        let goes = state.place?.mayWithdraw == true && numbers.happens(0.9)
        next = goes && !isLeftLying() ? .withdraw : .work
        return calendar.instant(numbers.whole(5...60), officeMinutesAfter: moment)
    }

    /// Mostly well within the step's promise, one time in twelve after it.
    private mutating func nextWork(
        after moment: Instant,
        _ calendar: WorkCalendar
    ) -> Instant {
        guard let due = state.stepPromise.map({ calendar.due($0) }) else {
            return calendar.instant(numbers.whole(20...400), officeMinutesAfter: moment)
        }
        let whole = max(60, calendar.officeMinutes(from: moment, to: due.target))
        let share =
            numbers.happens(0.08)
            ? 1.1 + 2 * numbers.share() * numbers.share()
            : 0.03 + 0.92 * numbers.share() * numbers.share()
        return calendar.instant(max(5, Int(Double(whole) * share)), officeMinutesAfter: moment)
    }

    // MARK: officials

    private mutating func work(at moment: Instant, _ lane: LaneGround) throws -> Instant? {
        guard let place = state.place, let step = start.service.step(ID(place.step.text)),
            let official = lane.official(place.by, in: place.unit, &numbers),
            !isLeftLying()
        else { return nil }
        if !lane.isSlim, state.takenBy == nil, numbers.happens(0.6) {
            try carryOut(.take, by: .official(official), at: moment, lane)
            next = .work
            let calendar = lane.ground.force.calendar
            return calendar.instant(numbers.whole(3...120), officeMinutesAfter: moment)
        }
        let holder = holder(of: place, else: official, lane)
        var actions = lane.isSlim ? step.shortestWayOut : step.actions
        while let action = choose(among: actions, of: step) {
            let request = request(action, in: step)
            if action.needs.contains(.feePaid), state.owesFee {
                let day = lane.ground.force.calendar.zone.day(moment)
                try carryOut(.pay(receipt: "", day: day), by: .official(holder), at: moment, lane)
            }
            do {
                try carryOut(.act(request), by: .official(holder), at: moment, lane)
                return plan(after: now, lane)
            } catch CaseRefusal.actionNotOffered, CaseRefusal.timesUsedUp,
                CaseRefusal.unitNotBound
            {
                // Not for these answers, or used up: another action is tried.
                actions.removeAll { $0.id == action.id }
            }
        }
        return nil
    }

    private func holder(of place: StepEntry, else official: Duties, _ lane: LaneGround) -> Duties {
        guard let taken = state.takenBy else { return official }
        let holders = lane.officials[Duties.Holding(place.by, in: place.unit)] ?? []
        return holders.first { $0.official == taken } ?? official
    }

    /// Mostly what leads on; now and then what sends back, asks or refuses.
    private mutating func choose(among actions: [Action], of step: Step) -> Action? {
        let weights = actions.map { weight(of: $0, in: step) }
        var left = numbers.share() * weights.reduce(0, +)
        for (action, weight) in zip(actions, weights) {
            left -= weight
            if left < 0 { return action }
        }
        return actions.last
    }

    private func weight(of action: Action, in step: Step) -> Double {
        if action.asksCitizen != nil { return 0.14 }
        switch action.to {
        case nil: return 0.03
        case .step(let id):
            let here = start.service.steps.firstIndex { $0.id == step.id } ?? 0
            let there = start.service.steps.firstIndex { $0.id == id } ?? 0
            return there > here ? 1 : 0.03
        case .outcome(let id):
            return start.service.ending(id)?.shows == .finished ? 1 : 0.06
        }
    }

    private mutating func request(_ action: Action, in step: Step) -> ActRequest {
        var request = ActRequest(action.id, in: step.id)
        if action.needs.contains(.publicNote) {
            request.publicNote = numbers.pick(
                action.asksCitizen == nil ? Self.news : Self.wishes
            )
        }
        if action.needs.contains(.internalNote) {
            request.internalNote = numbers.pick(Self.remarks)
        }
        if action.needs.contains(.reason) { request.reason = numbers.pick(Self.reasons) }
        if action.needs.contains(.file) { request.files = [OpaqueID(high: 0, low: numbers.next())] }
        return request
    }

    private mutating func sign(at moment: Instant, _ lane: LaneGround) throws -> Instant? {
        guard let letter = state.openLetter, let place = state.place,
            let official = lane.official(letter.signer, in: place.unit, &numbers)
                ?? lane.official(place.by, in: place.unit, &numbers),
            !isLeftLying()
        else { return nil }
        let file = OpaqueID(high: numbers.next(), low: numbers.next())
        let before = state
        try carryOut(
            .sign(letter: letter.letter, way: .scan, file: file),
            by: .official(official),
            at: moment,
            lane
        )
        if lane.ground.hasScans { keep(letter, as: file, of: before, by: official.official) }
        return plan(after: now, lane)
    }

    // MARK: words

    private static let wishes = [
        "Foto KTP kurang jelas. Mohon kirim ulang dari tempat yang terang.",
        "Alamat belum lengkap. Mohon tulis dusun, RT, dan RW.",
        "Mohon kirim foto tempat usaha dari depan.",
        "Keterangan dari ketua RT belum ada. Mohon dilengkapi.",
    ]
    private static let news = [
        "Sudah kami periksa dan kami teruskan.", "Sudah dikerjakan sesuai permohonan.",
        "Silakan ambil pada hari kerja, pukul 08.00 sampai 15.00.",
    ]
    private static let remarks = [
        "Cocokkan lagi tanggal lahirnya dengan KTP.", "Nama usaha belum sama dengan foto papan.",
        "Tunggu hasil kunjungan hari Kamis.",
    ]
    private static let reasons = [
        "Tempat usaha di luar wilayah kami.", "Data tidak cocok dengan KTP yang ditunjukkan.",
        "Permohonan yang sama sudah kami layani minggu ini.",
    ]
    private static let objections = [
        "Tempat usaha saya memang di sini, tetangga bisa menjadi saksi.",
        "KTP saya baru diganti, mohon diperiksa lagi.",
    ]
}

extension Step {
    /// What ends a case at once and without a letter; everything where nothing does.
    fileprivate var shortestWayOut: [Action] {
        let endings = actions.filter { action in
            guard case .outcome = action.to else { return false }
            return action.letter == nil
        }
        return endings.isEmpty ? actions : endings
    }
}
