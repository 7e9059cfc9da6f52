/// What a publisher declares about running cases must speak about questions that there are.
enum Moves {
    static func check(_ draft: Draft) -> [Diagnostic] {
        let version = draft.blueprint?.text("version")
        return draft.moves.filter { $0.to == version }.flatMap { moves in
            moves.answers.enumerated().flatMap { index, answer in
                problems(of: answer, in: moves, at: index, draft)
            }
        }
    }

    private static func problems(
        of answer: RenamesOfVersion.AnswerMove,
        in moves: RenamesOfVersion,
        at index: Int,
        _ draft: Draft
    ) -> [Diagnostic] {
        let slot = Slot(["renames", moves.name, "answers", ID(String(index))])
        let path = answer.was.path
        guard path.count == 4, path[0] == "service", path[2] == "question",
            let service = draft.services.first(where: { $0.id == path[1] })
        else {
            return [
                draft.diagnostic(
                    .moveOfNothing,
                    at: slot.child("was"),
                    "\"\(ScalarCheck.shortened("\(answer.was)"))\" bukan alamat pertanyaan.",
                    fix: "Tulis misalnya service/usaha/question/skala."
                )
            ]
        }
        guard let now = answer.now else { return [] }
        let known = service.questionsAboutApplicant + service.questions.map(\.id)
        guard known.contains(now) else {
            return [
                draft.diagnostic(
                    .moveOfNothing,
                    at: slot.child("now"),
                    "Layanan \"\(service.id)\" tidak punya pertanyaan bernama \"\(now)\".",
                    fix: Reference.suggestion(for: now, among: known)
                )
            ]
        }
        let options = service.question(now)?.type.options ?? []
        return answer.options.sorted { $0.key < $1.key }.filter { !options.contains($0.value) }
            .map { old, new in
                draft.diagnostic(
                    .moveOfNothing,
                    at: slot.child("options").child(old),
                    "Pertanyaan \"\(now)\" tidak punya pilihan \"\(new)\".",
                    fix: Reference.suggestion(for: new, among: options)
                )
            }
    }
}
