import Blueprints
import Cases
import Stories
import Testing

/// A case for which a fee is owed.
let owing: Given = {
    var world = try World()
    world.service = try businessLetter(fee: .rupiah(50_000))
    try world.submit()
    return world
}

private let paid: Given = {
    var world = try owing()
    try world.give(.pay(receipt: "K-1", day: day("2026-11-23")), by: clerk)
    return world
}

let tomorrow = wib("2026-11-24 00.00")

private let waitingForFee = Step(
    id: "periksa",
    title: "Periksa berkas",
    stage: .checked,
    by: "petugas-pelayanan",
    within: TimeSpan(1, .workingDays),
    actions: [
        Action(
            id: "lengkap",
            label: "Berkas lengkap",
            to: .step("tanda_tangan"),
            needs: [.feePaid],
            notify: .none
        )
    ]
)

private let owingBeforeAction: Given = {
    var world = try World()
    world.service = try businessLetter(fee: .rupiah(50_000)) { $0.steps[0] = waitingForFee }
    try world.submit()
    return world
}

let atTheDesk: [Forbidden] = [
    Forbidden(.snoozeNotLater, World.submitted) {
        try $0.give(.snooze(until: $0.now, reason: "Tunggu RT."), by: clerk)
    },
    Forbidden(.snoozeTooLong(days: 30), World.submitted) {
        try $0.give(.snooze(until: wib("2026-12-24"), reason: "Tunggu RT."), by: clerk)
    },
    Forbidden(.reasonMissing, World.submitted) {
        try $0.give(.snooze(until: tomorrow, reason: " "), by: clerk)
    },
    Forbidden(.waitingForCitizen, World.waiting) {
        try $0.give(.snooze(until: tomorrow, reason: "Tunggu RT."), by: clerk)
    },
    Forbidden(.notYours, World.submitted) {
        try $0.give(.snooze(until: tomorrow, reason: "Tunggu RT."), by: stranger)
    },
    Forbidden(.closed, World.refused) {
        try $0.give(.snooze(until: tomorrow, reason: "Tunggu RT."), by: clerk)
    },
    Forbidden(.linkedToItself, World.submitted) {
        try $0.give(.link(to: theCase), by: clerk)
    },
    Forbidden(.notYours, World.submitted) {
        try $0.give(.link(to: CaseID(file)), by: stranger)
    },
    Forbidden(.nothingToPay, World.submitted) {
        try $0.give(.pay(receipt: "K-1", day: day("2026-11-23")), by: clerk)
    },
    Forbidden(.payDayImpossible, owing) {
        try $0.give(.pay(receipt: "K-1", day: day("2026-11-24")), by: clerk)
    },
    Forbidden(.payDayImpossible, owing) {
        try $0.give(.pay(receipt: "K-1", day: day("2026-11-22")), by: clerk)
    },
    Forbidden(.notYours, owing) {
        try $0.give(.pay(receipt: "K-1", day: day("2026-11-23")), by: .applicant)
    },
    Forbidden(.feeNotPaid, owingBeforeAction) {
        try $0.give(.act(ActRequest("lengkap", in: "periksa")), by: clerk)
    },
    Forbidden(.nothingRecordedPaid, owing) {
        try $0.give(.undoPayment(reason: "Keliru."), by: clerk)
    },
    Forbidden(.reasonMissing, paid) { try $0.give(.undoPayment(reason: " "), by: clerk) },
    Forbidden(.notYours, paid) { try $0.give(.undoPayment(reason: "Keliru."), by: stranger) },
    Forbidden(.notLinked, World.submitted) {
        try $0.give(.unlink(from: CaseID(file), reason: "Salah orang."), by: clerk)
    },
    Forbidden(.notYours, World.submitted) {
        try $0.give(.unlink(from: CaseID(file), reason: "Salah orang."), by: stranger)
    },
    Forbidden(.alreadyPaid, paid) {
        try $0.give(.pay(receipt: "K-2", day: day("2026-11-23")), by: clerk)
    },
]

@Suite struct AtTheDeskTests {
    @Test func `a case that is set aside keeps its due date, and its citizen sees nothing`()
        throws
    {
        var world = try World.submitted()
        let due = world.state.stepDue(world.calendars)
        let history = world.state.history
        try world.give(.snooze(until: tomorrow, reason: "Tunggu RT."), by: clerk)
        #expect(world.state.isSnoozed(at: world.now))
        #expect(!world.state.isSnoozed(at: tomorrow))
        #expect(world.state.stepDue(world.calendars) == due)
        #expect(world.state.history == history)
    }

    @Test func `whatever happens to it wakes it, notes and looks do not`() throws {
        let quiet: [CaseCommand] = [
            .note("n", for: .officials), .open(field: "nik"), .tell(notice: "n", channel: "wa"),
            .link(to: CaseID(file)),
        ]
        for command in quiet {
            var world = try World.submitted()
            try world.give(.snooze(until: tomorrow, reason: "Tunggu RT."), by: clerk)
            try world.give(command, by: clerk)
            #expect(world.state.snooze != nil, "\(command)")
        }
        let waking: [CaseCommand] = [
            .take, .assign(to: colleague), .act(World.returning()),
            .consult(unit: "dinas-koperasi", question: "?"), .withdraw(reason: "Tidak jadi."),
        ]
        for command in waking {
            var world = try World.submitted()
            try world.give(.snooze(until: tomorrow, reason: "Tunggu RT."), by: clerk)
            try world.give(command, by: clerk)
            #expect(world.state.snooze == nil, "\(command)")
        }
    }

    @Test func `the clock wakes it when its step becomes late`() throws {
        var world = try World.submitted()
        try world.give(.snooze(until: wib("2026-12-20"), reason: "Tunggu RT."), by: clerk)
        try world.pass(to: "2026-12-10 09.00")
        #expect(world.state.snooze == nil)
    }

    @Test func `a link is made once`() throws {
        var world = try World.submitted()
        try world.give(.link(to: CaseID(file)), by: clerk)
        #expect(try world.give(.link(to: CaseID(file)), by: head).isEmpty)
        #expect(world.state.links == [CaseID(file)])
    }

    @Test func `a payment has the amount of the application, and the citizen reads of it`() throws {
        var world = try owing()
        #expect(world.state.owesFee)
        let events = try world.give(.pay(receipt: "", day: day("2026-11-23")), by: clerk)
        #expect(events == [.feePaid(FeePayment(amount: 50_000, day: day("2026-11-23")))])
        #expect(!world.state.owesFee)
        #expect(world.state.history.last?.what == .paid)
    }

    @Test func `a payment taken back is owed again, and the history keeps both`() throws {
        var world = try owing()
        try world.give(.pay(receipt: "K-1", day: day("2026-11-23")), by: clerk)
        try world.give(.undoPayment(reason: "Bukti orang lain."), by: clerk)
        #expect(world.state.owesFee)
        #expect(world.state.history.suffix(2).map(\.what) == [.paid, .paymentUndone])
        try world.give(.pay(receipt: "K-2", day: day("2026-11-23")), by: clerk)
        #expect(!world.state.owesFee)
        #expect(world.facts.count == 4)
    }

    @Test func `a link taken back can be made again`() throws {
        var world = try World.submitted()
        try world.give(.link(to: CaseID(file)), by: clerk)
        try world.give(.unlink(from: CaseID(file), reason: "Salah orang."), by: clerk)
        #expect(world.state.links.isEmpty)
        #expect(try world.give(.link(to: CaseID(file)), by: clerk).count == 1)
    }

    @Test func `an action that needs the fee waits for it, where there is one`() throws {
        for (fee, isOwed) in [(Fee.rupiah(50_000), true), (.rupiah(0), false)] {
            var world = try World()
            world.service = try businessLetter(fee: fee) { $0.steps[0] = waitingForFee }
            try world.submit()
            let request = ActRequest("lengkap", in: "periksa")
            if isOwed {
                #expect(throws: CaseRefusal.feeNotPaid) {
                    try world.give(.act(request), by: clerk)
                }
                try world.give(.pay(receipt: "", day: day("2026-11-23")), by: clerk)
            }
            try world.give(.act(request), by: clerk)
            #expect(world.state.place?.step == "tanda_tangan")
        }
    }

    @Test func `a state with all of it goes into a row and back`() throws {
        var world = try owing()
        try world.give(.pay(receipt: "K-1", day: day("2026-11-23")), by: clerk)
        try world.give(.link(to: CaseID(file)), by: clerk)
        try world.give(.snooze(until: tomorrow, reason: "Tunggu RT."), by: clerk)
        #expect(CaseState(json: world.state.json) == world.state)
    }
}
