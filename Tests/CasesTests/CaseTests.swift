import Blueprints
import Cases
import Feel
import Stories
import Testing

@Suite struct CaseTests {
    @Test func `a submission promises a date and keeps it as a fact`() throws {
        var world = try World()
        world.service = try businessLetter(fee: .computed(formula("luas_kebun * 5000")))
        world.answers["luas_kebun"] = .number(3)
        try world.submit { $0.village = "16.03.05.2003" }
        guard case .submitted(let submission) = world.facts[0].what else {
            Issue.record("no submission")
            return
        }
        #expect(submission.fee == 15000)
        #expect(submission.promise == PromisedTime(2, .workingDays))
        #expect(submission.told == wib("2026-11-25 16.00"))
        #expect(submission.first.told == wib("2026-11-24 16.00"))
        #expect(world.facts[0].by == theCase.applicant)
        #expect(world.last.sealed.map(\.dossier) == [theCase.dossier])
        #expect(world.last.claims.contains(.unique(space: "draft", key: draftKey)))
        #expect(world.state.due(world.calendars)?.day == day("2026-11-25"))
        #expect(world.state.publicState == .stage(.checked))
        #expect(world.state.history.map(\.what) == [.received])
    }

    private let draftKey = OpaqueID(high: 50, low: 5).bytes

    @Test func `a promise counts from the receipt and not from the recording`() throws {
        var world = try World()
        try world.submit { new in
            new.channel = .paper
            new.received = wib("2026-11-20 15.00")
            new.delay = "Listrik padam."
        }
        #expect(world.state.due(world.calendars)?.day == day("2026-11-24"))
        #expect(world.state.stepDue(world.calendars)?.day == day("2026-11-23"))
        #expect(world.state.subject?.recorded == world.now)
        #expect(world.last.sealed.count == 2)
        // Whoever recorded it stands beside it.
        #expect(world.facts[0].by == clerk.official)
        #expect(world.facts[0].at == world.now)
    }

    @Test(arguments: [("2026-10-24 09.14", true), ("2026-10-24 09.13", false)])
    func `a paper may be recorded thirty days after its receipt, and not later`(
        received: String,
        isTaken: Bool
    ) throws {
        var world = try World()
        let change: (inout NewCase) -> Void = { new in
            (new.channel, new.received) = (.paper, wib(received))
            new.delay = "Tercecer di map lain."
        }
        guard !isTaken else { return try world.submit(change) }
        #expect(throws: CaseRefusal.receivedTooLongAgo(days: 30)) { try world.submit(change) }
    }

    @Test func `a form that waited for a signal needs no reason`() throws {
        var world = try World()
        try world.submit { new in
            new.channel = .offline
            new.received = wib("2026-11-20 15.00")
        }
        #expect(world.state.subject?.received == wib("2026-11-20 15.00"))
    }

    @Test func `a case goes from hand to hand to its letter`() throws {
        var world = try World.submitted()
        #expect(try world.give(.take, by: clerk) == [.taken])
        #expect(try world.give(.take, by: clerk).isEmpty)
        try world.give(.assign(to: colleague), by: secretary)
        #expect(world.state.takenBy == colleague.official)
        try world.give(.returnToUnit, by: colleague)
        #expect(world.state.takenBy == nil)
        try world.give(.act(ActRequest("lengkap", in: "periksa")), by: clerk)
        #expect(world.state.place?.step == "tanda_tangan")
        #expect(world.state.publicState == .stage(.processed))
        try world.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
        #expect(world.state.phase == .signing)
        #expect(world.state.openLetter?.number == "500.3/012/KEL-ULU/XI/2026")
        #expect(world.last.claims == [.count(name: "surat/kel-ulu/2026", was: 11)])
        #expect(world.last.effects.map(\.kind) == ["letter"])
        try world.give(.sign(letter: world.letter, way: .scan, file: file), by: head)
        #expect(world.state.phase == .ended)
        #expect(world.state.end?.survey == "skm")
        #expect(world.state.publicState == .stage(.finished))
        #expect(world.last.effects.map { $0.about.last } == ["selesai"])
        #expect(world.state.history.map(\.what) == [.received, .stage, .signing, .finished])
    }

    @Test func `a voided letter brings the case back to its step`() throws {
        var world = try World.numbered()
        try world.give(.void(letter: world.letter, reason: "Salah nama."), by: head)
        #expect(world.state.phase == .open)
        #expect(world.state.letters.map(\.fate) == [.voided])
        try world.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
        #expect(world.state.openLetter?.number == "500.3/013/KEL-ULU/XI/2026")
    }

    @Test func `the date of a letter is never before the last one of its register`() throws {
        var world = try World.atSigning()
        world.register = LetterRegister(
            counter: "surat/kel-ulu/2026",
            last: 41,
            lastDay: day("2026-12-02"),
            unitCode: "KEL-ULU"
        )
        let events = try world.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
        guard case .letterNumbered(let letter) = events.last else {
            Issue.record("no letter")
            return
        }
        #expect(letter.day == day("2026-12-02"))
        #expect(letter.number == "500.3/042/KEL-ULU/XII/2026")
    }

    @Test func `asking the citizen stops every clock, and the answer lets them go on`() throws {
        var world = try World.waiting()
        #expect(world.state.publicState == .needsYou)
        #expect(world.state.due(world.calendars) == nil)
        #expect(world.state.tag(world.calendars, now: world.now) == .waiting)
        #expect(world.state.waitingDue(world.calendars)?.day == day("2026-12-07"))
        try world.pass(to: "2026-12-04 20.00")
        #expect(world.facts.count == 2)
        try world.give(.complete(answers: [1], files: [file]), by: .applicant)
        #expect(world.state.due(world.calendars)?.day == day("2026-12-08"))
        #expect(world.state.stepDue(world.calendars)?.day == day("2026-12-07"))
        #expect(world.state.answers.count == 2)
    }

    @Test func `a unit gives its opinion while the step stays`() throws {
        var world = try World.submitted()
        try world.give(.consult(unit: "dinas-koperasi", question: "Terdaftar?"), by: clerk)
        #expect(world.state.units == ["kel-ulu", "dinkop"])
        try world.give(.note("Sedang dicek.", for: .officials), by: adviser)
        // It was asked for an opinion, not to decide, nor to speak for the office or the citizen.
        for command: CaseCommand in [
            .withdraw(reason: "Tidak jadi."), .note("Halo.", for: .citizen), .open(field: "nik"),
            .tell(notice: "lengkapi", channel: "wa"), .changeLink,
        ] {
            #expect(throws: CaseRefusal.notYours) { try world.give(command, by: adviser) }
        }
        try world.give(.advise(unit: "dinkop", answer: "Ya."), by: adviser)
        #expect(world.state.opinions.map { $0.answeredAt } == [world.now])
        #expect(world.state.units == ["kel-ulu"], "who has answered has no more to do with it")
        #expect(world.state.place?.step == "periksa")
    }

    @Test func `nobody's opinion is waited for once it is decided, nor after a reopening`()
        throws
    {
        var world = try World.submitted()
        try world.give(.consult(unit: "dinas-koperasi", question: "Terdaftar?"), by: clerk)
        try world.give(.withdraw(reason: "Tidak jadi."), by: .applicant)
        #expect(world.state.units == ["kel-ulu"])
        #expect(throws: CaseRefusal.self) {
            try world.give(.advise(unit: "dinkop", answer: "Ya."), by: adviser)
        }
    }

    @Test func `only notes for the citizen stand in the public history`() throws {
        var world = try World.submitted()
        try world.give(.note("Tanya RT.", for: .officials), by: clerk)
        try world.give(.note("Sedang kami cek.", for: .citizen), by: clerk)
        #expect(world.state.history.map(\.what) == [.received, .noted])
        #expect(world.state.history.map(\.unit) == ["kel-ulu", "kel-ulu"])
        let inside = internalTimeline(world.facts, of: theCase)
        #expect(inside.map(\.side) == [.official, .official, .citizen])
        #expect(inside.map(\.sealed.count) == [1, 1, 1])
    }

    @Test func `news that an action sends on the way stands in the public history`() throws {
        var world = try World.submitted()
        world.answers["luas_kebun"] = .number(5)
        var request = World.measuring()
        request.publicNote = "Kebun sudah kami ukur."
        try world.give(.act(request), by: clerk)
        #expect(world.state.history.map(\.what) == [.received, .noted])
        #expect(world.state.place?.step == "periksa")
    }

    @Test func `a reopened case goes back into the inbox with its history`() throws {
        var world = try World.finished()
        world.now = wib("2026-12-23 23.00")
        try world.give(.reopen(reason: "Alamat salah."), by: .applicant)
        #expect(world.state.leg == 2)
        #expect(world.state.phase == .open)
        #expect(world.state.takenBy == nil)
        #expect(world.state.place?.step == "periksa")
        #expect(world.state.due(world.calendars)?.day == day("2026-12-29"))
        #expect(world.state.history.map(\.what).suffix(2) == [.reopened, .stage])
        #expect(world.state.letters.map(\.fate) == [.signed])
    }

    @Test func `an objection waits for its answer, and the answer stands in the history`() throws {
        var world = try World.refused()
        #expect(world.state.objectionDue(world.calendars)?.day == day("2026-12-22"))
        try world.give(.object(reason: "Usaha saya ada."), by: .applicant)
        #expect(world.state.awaitsAnswer)
        #expect(world.state.objectionAnswerDue(world.calendars)?.day == day("2026-12-07"))
        let facts = try world.give(.answerObjection("Tidak kami temukan."), by: secretary)
        #expect(facts.count == 1)
        #expect(!world.state.awaitsAnswer)
        #expect(world.state.history.map(\.what).suffix(2) == [.objected, .objectionAnswered])
        #expect(world.state.history.last?.note != nil)
        #expect(world.state.phase == .ended)
    }

    @Test func `the receipt's link is changed by the applicant or at the counter, also at the end`()
        throws
    {
        var world = try World.refused()
        try world.give(.changeLink, by: .applicant)
        try world.give(.changeLink, by: clerk)
        #expect(world.state.linkChanges == 2)
        #expect(world.state.history.last?.what == .linkChanged)
        #expect(throws: CaseRefusal.notYours) { try world.give(.changeLink, by: .clock) }
    }

    @Test func `an office that gives way reopens the case, also where nobody else could`() throws {
        var world = try World()
        world.service = try businessLetter { $0.reopen = nil }
        try world.submit()
        var refusal = ActRequest("tolak", in: "periksa")
        refusal.reason = "Bukan usaha."
        try world.give(.act(refusal), by: clerk)
        #expect(throws: CaseRefusal.notReopenable) {
            try world.give(.reopen(reason: "Salah."), by: clerk)
        }
        try world.give(.object(reason: "Usaha saya ada."), by: .applicant)
        try world.give(.reopen(reason: "Warga benar."), by: clerk)
        #expect(world.state.phase == .open && world.state.leg == 2)
        #expect(world.state.objectedAt == nil)
    }

    /// The businesses' own village, and the one in which the plot lies.
    private func twoVillages() throws -> World {
        var world = try World()
        world.service = try businessLetter { parts in
            parts.steps[1] = Step(
                id: "tanda_tangan",
                title: "Tanda tangan",
                stage: .processed,
                by: "kepala-wilayah",
                at: "desa_kebun",
                within: TimeSpan(1, .workingDays),
                actions: parts.steps[1].actions
            )
        }
        world.answers["desa_kebun"] = .string("16.03.05.2009")
        try world.submit()
        return world
    }

    @Test func `a step at another village belongs to that village's unit`() throws {
        var world = try twoVillages()
        world.unitsOfSteps = ["tanda_tangan": "kel-ilir"]
        #expect(world.state.place?.unit == "kel-ulu")
        try world.give(.act(ActRequest("lengkap", in: "periksa")), by: clerk)
        #expect(world.state.place?.unit == "kel-ilir")
        #expect(throws: CaseRefusal.notYours) { try world.give(.take, by: head) }
        let other = Duties(person(8), holds: [.init("kepala-wilayah", in: "kel-ilir")])
        try world.give(.take, by: other)
        #expect(world.state.units == ["kel-ulu", "kel-ilir"])
    }

    @Test func `a step at a village without a unit is not entered`() throws {
        var world = try twoVillages()
        #expect(throws: CaseRefusal.unitNotBound("kel-ulu")) {
            try world.give(.act(ActRequest("lengkap", in: "periksa")), by: clerk)
        }
    }

    @Test func `a step at a village that was not asked for stays with the owner`() throws {
        var world = try twoVillages()
        world.answers["desa_kebun"] = nil
        try world.give(.act(ActRequest("lengkap", in: "periksa")), by: clerk)
        #expect(world.state.place?.unit == "kel-ulu")
    }

    @Test func `an applicant withdraws while it is checked`() throws {
        var world = try World.waiting()
        try world.give(.withdraw(reason: ""), by: .applicant)
        #expect(world.state.publicState == .cancelled)
        #expect(world.state.history.last?.what == .withdrawn)
    }

    @Test func `a case whose answers are erased is only closed`() throws {
        var world = try World.erased()
        #expect(world.state.alarms(world.calendars).isEmpty)
        try world.give(.close, by: head)
        #expect(world.state.phase == .ended)
    }

    @Test func `looking at a masked answer and telling the citizen are logged`() throws {
        var world = try World.submitted()
        #expect(try world.give(.open(field: "nik"), by: clerk) == [.sensitiveOpened(field: "nik")])
        let told = try world.give(.tell(notice: "lengkapi", channel: "wa"), by: clerk)
        #expect(told == [.told(notice: "lengkapi", channel: "wa")])
    }

    @Test func `a migrated case keeps its due dates and its step under a new name`() throws {
        var world = try World.submitted()
        let due = world.state.stepDue(world.calendars)
        let old = try #require(world.state.subject?.digest)
        let plan = Migration(from: old, to: "b2b2", plan: "rencana", step: "periksa_berkas")
        try world.give(.migrate(plan), by: head)
        #expect(world.state.place?.step == "periksa_berkas")
        #expect(world.state.stepDue(world.calendars) == due)
        #expect(throws: CaseRefusal.versionMissing) {
            try world.give(.act(ActRequest("lengkap", in: "periksa_berkas")), by: clerk)
        }
    }
}
