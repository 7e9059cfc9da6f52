import Blueprints
import Cases
import Feel
import Stories
import Testing

typealias Given = @Sendable () throws -> World
typealias When = @Sendable (inout World) throws -> Void

struct Forbidden: Sendable {
    let refusal: CaseRefusal
    let given: Given
    let when: When

    init(_ refusal: CaseRefusal, _ given: @escaping Given, _ when: @escaping When) {
        self.refusal = refusal
        self.given = given
        self.when = when
    }
}

@Suite struct RefusalTests {
    @Test(arguments: forbidden.indices)
    func `what the rules forbid is refused and leaves no fact`(index: Int) throws {
        let row = forbidden[index]
        var world = try row.given()
        let before = world.state
        #expect(throws: row.refusal) { try row.when(&world) }
        #expect(world.state == before)
    }

    @Test func `every refusal is reached`() {
        let reached = Set(forbidden.map { name($0.refusal) })
        #expect(reached.count == CaseRefusal.count)
    }

    @Test func `every refusal has its own short sentence in both languages`() {
        var seen: Set<String> = []
        for row in forbidden where seen.insert(name(row.refusal)).inserted {
            for sentence in [row.refusal.sentence, row.refusal.sentenceInEnglish] {
                #expect(sentence.hasSuffix(".") && sentence.count <= 90)
                #expect(seen.insert(sentence).inserted, "twice: \(sentence)")
            }
            #expect([403, 404, 409, 410, 422].contains(row.refusal.status))
        }
    }

    private func name(_ refusal: CaseRefusal) -> String {
        String("\(refusal)".prefix { $0 != "(" })
    }
}

extension CaseRefusal {
    /// How many there are; the table below reaches each.
    fileprivate static let count = 63
}

private func late(_ new: inout NewCase) {
    new.channel = .paper
    new.received = wib("2026-11-20 10.00")
}

private let taken: Given = {
    var world = try World.submitted()
    try world.give(.take, by: clerk)
    return world
}

private let asked: Given = {
    var world = try World.submitted()
    try world.give(.consult(unit: "dinas-koperasi", question: "Terdaftar?"), by: clerk)
    return world
}

private let voided: Given = {
    var world = try World.numbered()
    try world.give(.void(letter: world.letter, reason: "Salah nama."), by: head)
    return world
}

private let objected: Given = {
    var world = try World.refused()
    try world.give(.object(reason: "Usaha saya ada."), by: .applicant)
    return world
}

private let answered: Given = {
    var world = try objected()
    try world.give(.answerObjection("Usaha itu tidak kami temukan."), by: secretary)
    return world
}

private let forbidden: [Forbidden] =
    submitting + working + notes + letters + ends + times + atTheDesk

private let submitting: [Forbidden] = [
    Forbidden(.alreadySubmitted, World.submitted) { try $0.submit() },
    Forbidden(.notSubmitted, World.init) { try $0.give(.take, by: clerk) },
    Forbidden(.answersMissing, World.init) { try $0.submit { $0.answers = [] } },
    Forbidden(.answersMissing, World.waiting) {
        try $0.give(.complete(answers: [], files: []), by: .applicant)
    },
    Forbidden(.receivedInFuture, World.init) {
        try $0.submit { $0.received = wib("2026-11-23 09.15") }
    },
    Forbidden(.receivedTooLongAgo(days: 30), World.init) {
        try $0.submit { $0.received = wib("2026-10-23 09.00") }
    },
    Forbidden(.delayReasonMissing, World.init) { try $0.submit(late) },
    Forbidden(.versionMissing, World.init) { world in
        world.service = nil
        try world.submit()
    },
    Forbidden(.otherVersion, World.submitted) {
        let other = Migration(from: "ffff", to: "eeee", plan: "rencana")
        try $0.give(.migrate(other), by: head)
    },
    Forbidden(
        .followedSinceMove,
        {
            var world = try World.submitted()
            let digest = world.state.subject?.digest ?? "a"
            let same = Migration(from: digest, to: digest, plan: "rencana")
            try world.give(.migrate(same), by: .clock)
            try world.give(.take, by: clerk)
            return world
        }
    ) {
        try $0.give(.undoMigration(plan: "rencana"), by: .clock)
    },
    Forbidden(.feeUnknown, World.init) { world in
        world.service = try businessLetter(fee: .computed(formula("luas_kebun * 5000")))
        try world.submit()
    },
]

private let working: [Forbidden] = [
    Forbidden(.notYours, World.init) { world in
        let paper = world.brought(.paper)
        try world.give(.submit(paper), by: .applicant)
    },
    Forbidden(.notYours, World.init) { world in
        let paper = world.brought(.counter)
        try world.give(.submit(paper), by: stranger)
    },
    Forbidden(.notYours, World.submitted) { try $0.give(.take, by: stranger) },
    Forbidden(.notYours, World.submitted) { try $0.give(.take, by: head) },
    Forbidden(.notYours, World.submitted) { try $0.give(.take, by: .applicant) },
    Forbidden(.notYours, World.submitted) { try $0.give(.assign(to: clerk), by: head) },
    Forbidden(.notYours, World.submitted) {
        try $0.give(.erase(ErasedAnswers(basis: "x")), by: .applicant)
    },
    Forbidden(.notYours, World.submitted) { try $0.give(.open(field: "nik"), by: stranger) },
    Forbidden(.notYours, World.waiting) {
        try $0.give(.complete(answers: [1], files: []), by: .clock)
    },
    Forbidden(.notYours, World.numbered) {
        try $0.give(.sign(letter: $0.letter, way: .electronic, file: file), by: clerk)
    },
    Forbidden(.notYours, World.submitted) { try $0.give(.recount(cause: "k"), by: head) },
    Forbidden(.colleagueNotEntitled, World.submitted) {
        try $0.give(.assign(to: stranger), by: clerk)
    },
    Forbidden(.takenBy(clerk.official, since: wib("2026-11-23 09.14")), taken) {
        try $0.give(.take, by: colleague)
    },
    Forbidden(.takenBy(clerk.official, since: wib("2026-11-23 09.14")), taken) {
        try $0.give(.act(ActRequest("lengkap", in: "periksa")), by: colleague)
    },
    Forbidden(.notTaken, World.submitted) { try $0.give(.returnToUnit, by: clerk) },
    Forbidden(.stepMovedOn(to: "tanda_tangan"), World.atSigning) {
        try $0.give(.act(ActRequest("lengkap", in: "periksa")), by: head)
    },
    Forbidden(.actionUnknown, World.submitted) {
        try $0.give(.act(ActRequest("terbang", in: "periksa")), by: clerk)
    },
    Forbidden(.actionNotOffered, World.submitted) {
        try $0.give(.act(World.measuring()), by: clerk)
    },
    Forbidden(.actionNotOffered, World.submitted) { world in
        world.answers["luas_kebun"] = .number(4)
        try world.give(.act(World.measuring()), by: clerk)
    },
    Forbidden(
        .timesUsedUp(1),
        {
            var world = try World.waiting()
            try world.give(.complete(answers: [1], files: []), by: .applicant)
            return world
        }
    ) { try $0.give(.act(World.returning()), by: clerk) },
    Forbidden(.waitingForCitizen, World.waiting) {
        try $0.give(.act(ActRequest("lengkap", in: "periksa")), by: clerk)
    },
    Forbidden(.notWaiting, World.submitted) {
        try $0.give(.complete(answers: [1], files: []), by: .applicant)
    },
]

private let notes: [Forbidden] = [
    Forbidden(.reasonMissing, World.submitted) {
        var request = ActRequest("tolak", in: "periksa")
        request.reason = " \n"
        try $0.give(.act(request), by: clerk)
    },
    Forbidden(.reasonMissing, World.finished) {
        try $0.give(.reopen(reason: ""), by: .applicant)
    },
    Forbidden(.publicNoteMissing, World.submitted) {
        try $0.give(.act(ActRequest("kembali", in: "periksa")), by: clerk)
    },
    Forbidden(.internalNoteMissing, World.submitted) { world in
        world.answers["luas_kebun"] = .number(5)
        try world.give(.act(ActRequest("ukur", in: "periksa")), by: clerk)
    },
    Forbidden(.fileMissing, World.submitted) { world in
        world.answers["luas_kebun"] = .number(5)
        var request = World.measuring()
        request.files = []
        try world.give(.act(request), by: clerk)
    },
    Forbidden(.noteEmpty, World.submitted) {
        try $0.give(.note("", for: .officials), by: clerk)
    },
    Forbidden(.unitNotBound("dinas-lain"), World.submitted) {
        try $0.give(.consult(unit: "dinas-lain", question: "?"), by: clerk)
    },
    Forbidden(.opinionNotPlanned, World.submitted) {
        try $0.give(.consult(unit: "dinas-x", question: "?"), by: clerk)
    },
    Forbidden(.opinionAlreadyAsked, asked) {
        try $0.give(.consult(unit: "dinas-koperasi", question: "?"), by: clerk)
    },
    Forbidden(.opinionNotAsked, World.submitted) {
        try $0.give(.advise(unit: "dinkop", answer: "Ya."), by: adviser)
    },
]

private let letters: [Forbidden] = [
    Forbidden(.letterAwaitsSignature, World.numbered) {
        try $0.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
    },
    Forbidden(.letterNotNumbered, World.atSigning) {
        try $0.give(.sign(letter: file, way: .scan, file: file), by: head)
    },
    Forbidden(.letterUnknown, World.numbered) {
        try $0.give(.sign(letter: file, way: .scan, file: file), by: head)
    },
    Forbidden(.letterVoided, voided) {
        try $0.give(.sign(letter: $0.letter, way: .scan, file: file), by: head)
    },
    Forbidden(
        .letterAlreadySigned,
        {
            var world = try World.finished()
            try world.give(.reopen(reason: "Salah alamat."), by: .applicant)
            return world
        }
    ) { try $0.give(.void(letter: $0.letter, reason: "Salah."), by: clerk) },
    Forbidden(.registerMissing, World.atSigning) { world in
        world.register = nil
        try world.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
    },
    Forbidden(.registerLocked, World.atSigning) { world in
        world.register = LetterRegister(counter: "s", last: 1, unitCode: "U", isLocked: true)
        try world.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
    },
    Forbidden(.numberCannotBeFormed, World.atSigning) { world in
        world.register = LetterRegister(counter: "s", last: 1, unitCode: "Kel Ulu")
        try world.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
    },
]

private let ends: [Forbidden] = [
    Forbidden(.tooLateToWithdraw, World.atSigning) {
        try $0.give(.withdraw(reason: ""), by: .applicant)
    },
    Forbidden(
        .notReopenable,
        {
            var world = try World()
            world.service = try businessLetter { $0.reopen = nil }
            try world.submit()
            try world.give(.withdraw(reason: ""), by: .applicant)
            return world
        }
    ) { try $0.give(.reopen(reason: "Lagi."), by: .applicant) },
    Forbidden(.tooLateToReopen, World.finished) { world in
        world.now = wib("2026-12-24 00.00")
        try world.give(.reopen(reason: "Lagi."), by: .applicant)
    },
    Forbidden(.notObjectable, World.finished) {
        try $0.give(.object(reason: "Tidak."), by: .applicant)
    },
    Forbidden(.tooLateToObject, World.refused) { world in
        world.now = wib("2026-12-23 00.00")
        try world.give(.object(reason: "Tidak."), by: .applicant)
    },
    Forbidden(.alreadyObjected, objected) {
        try $0.give(.object(reason: "Tidak."), by: .applicant)
    },
    Forbidden(.noObjection, World.refused) { try $0.give(.answerObjection("Tetap."), by: clerk) },
    Forbidden(.noObjection, answered) { try $0.give(.answerObjection("Lagi."), by: clerk) },
    Forbidden(.reasonMissing, objected) { try $0.give(.answerObjection(" "), by: clerk) },
    Forbidden(.notYours, objected) { try $0.give(.answerObjection("Tetap."), by: stranger) },
    Forbidden(.notYours, objected) { try $0.give(.answerObjection("Tetap."), by: .applicant) },
    Forbidden(.tooLateToReopen, objected) { world in
        world.now = wib("2026-12-24 00.00")
        try world.give(.reopen(reason: "Lagi."), by: .applicant)
    },
    Forbidden(.closed, World.finished) { try $0.give(.take, by: head) },
    Forbidden(.closed, World.refused) { try $0.give(.withdraw(reason: ""), by: .applicant) },
    Forbidden(.restricted, World.restricted) { try $0.give(.take, by: clerk) },
    Forbidden(.restricted, World.restricted) {
        try $0.give(.note("Halo.", for: .citizen), by: clerk)
    },
    Forbidden(.restricted, World.restricted) { try $0.give(.open(field: "nik"), by: clerk) },
    Forbidden(.notRestricted, World.submitted) {
        try $0.give(.liftRestriction(reason: "Selesai."), by: head)
    },
    Forbidden(.consentIsGone, World.withoutConsent) {
        try $0.give(.liftRestriction(reason: "Selesai."), by: head)
    },
    Forbidden(.reasonMissing, World.restricted) {
        try $0.give(.liftRestriction(reason: " "), by: head)
    },
    Forbidden(.notYours, World.submitted) { try $0.give(.correct(correction), by: .applicant) },
    Forbidden(.erased, World.erased) { try $0.give(.correct(correction), by: head) },
    Forbidden(.erased, World.erased) { try $0.give(.take, by: clerk) },
    Forbidden(.erased, World.erased) { try $0.give(.note("Halo.", for: .citizen), by: clerk) },
    Forbidden(.notErased, World.submitted) { try $0.give(.close, by: head) },
    Forbidden(.notEnded, World.submitted) { try $0.give(.reopen(reason: "L."), by: .applicant) },
]

private let times: [Forbidden] = [
    Forbidden(
        .timerAlreadyRan,
        {
            var world = try World.submitted()
            try world.pass(to: "2026-11-24 11.00")
            return world
        }
    ) {
        let alarm = CaseAlarm(.stepReminder, due: wib("2026-11-24 11.00"))
        try $0.give(.run(alarm), by: .clock)
    },
    Forbidden(.timerNotDue, World.submitted) {
        let alarm = CaseAlarm(.stepReminder, due: wib("2026-11-24 11.00"))
        try $0.give(.run(alarm), by: .clock)
    },
    Forbidden(.nothingToRecount, World.submitted) {
        try $0.give(.recount(cause: "kalender"), by: .clock)
    },
]
