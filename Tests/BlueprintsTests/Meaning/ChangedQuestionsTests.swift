import Blueprints
import Testing

private func question(
    ask: Words = "Apa nama usahanya?",
    hint: Words? = nil,
    type: AnswerType = .text(max: 80),
    page: ID = "usaha",
    isOptional: Bool = false
) -> Question {
    Question(
        id: "nama_usaha",
        page: page,
        ask: ask,
        hint: hint,
        type: type,
        isOptional: isOptional
    )
}

private func service(_ questions: [Question], isSecretAllowed: Bool = false) -> PublicService {
    let standard = Standard(time: TimeSpan(2, .workingDays), fee: .rupiah(0)) { _ in ["ada"] }
    var parts = PublicService.Parts(
        id: "surat",
        blueprint: BlueprintName(publisher: "16.03", name: "umkm"),
        title: "Surat",
        purpose: "Bukti.",
        owner: "kelurahan",
        standard: standard
    )
    parts.questions = questions
    parts.allowsSecret = isSecretAllowed
    return PublicService(parts)
}

@Test(
    arguments: [
        (question(), false), (question(ask: "Siapa nama usahanya?"), true),
        (question(hint: "Tulis lengkap."), true), (question(type: .text(max: 20)), true),
        (question(type: .longText(max: 80)), true),
        // Where it stands, and whether it may stay empty, says nothing else about the answer.
        (question(page: "lain"), false), (question(isOptional: true), false),
    ] as [(Question, Bool)]
)
func `a question has changed where it reads differently or takes another answer`(
    new: Question,
    isChanged: Bool
) {
    let changed = service([new]).questionsChanged(since: service([question()]))
    #expect(changed == (isChanged ? ["nama_usaha"] : []))
}

@Test func `what was not asked before, or is not asked any more, has not changed`() {
    #expect(service([question()]).questionsChanged(since: service([])) == [])
    #expect(service([]).questionsChanged(since: service([question()])) == [])
    let open = service([question()])
    #expect(service([question()], isSecretAllowed: true).questionsChanged(since: open) == [])
}
