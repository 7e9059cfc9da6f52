import Site
import Stories

extension AgreementDeed {
    /// The form as it opens: with what is on record where that is corrected, else empty.
    func filled(_ loaded: LoadedAgreement, item: String?) -> TypedDeed {
        let (state, id) = (loaded.state, item.flatMap { OpaqueID($0) })
        var typed = TypedDeed()
        switch self {
        case .subject: typed = TypedDeed(loaded.subject, Self.textsOfSubject)
        case .stage:
            guard let reached = state.stages.first(where: { $0.key.text == item })?.value else {
                break
            }
            typed = TypedDeed(loaded.texts(reached.words), ["nomor", "catatan"])
            typed.set("tanggal", reached.on)
        case .council:
            guard let answer = state.council else { break }
            typed = TypedDeed(loaded.texts(answer.words), ["pertimbangan"])
            typed.values["membebani"] = answer.burdens ? "ya" : "tidak"
            typed.values["anggaran"] = answer.unfunded ? "ya" : "tidak"
        case .term:
            guard let term = state.term else { break }
            typed = TypedDeed(loaded.signing, texts.filter { $0 != "alasan" })
            typed.values["dengan_kuasa"] = term.byProxy ? "ya" : "tidak"
            typed.set("mulai", term.from)
            typed.set("sampai", term.until)
        case .duty:
            guard let duty = state.duties.first(where: { $0.id == id })?.promise else { break }
            typed = TypedDeed(loaded.texts(duty.words), ["apa", "pihak"])
            typed.values["unit"] = duty.unit?.text
            typed.set("tanggal", duty.due)
        case .fulfilment:
            guard let done = state.duties.first(where: { $0.id == id })?.result else { break }
            typed = TypedDeed(loaded.texts(done.words), ["bukti"])
            typed.set("tanggal", done.on)
        case .plan:
            guard let activity = state.plan.first(where: { $0.id == id })?.promise else { break }
            typed = TypedDeed(loaded.texts(activity.words), Self.textsOfPlan)
            typed.values["tahun"] = "\(activity.year)"
            typed.values["anggaran"] = NumberWords.whole(activity.budget, in: .indonesian)
            typed.values["unit"] = activity.unit?.text
        case .realisation:
            guard let realised = state.plan.first(where: { $0.id == id })?.result else { break }
            typed = TypedDeed(loaded.texts(realised.words), ["hasil"])
            typed.values["realisasi"] = NumberWords.whole(realised.spent, in: .indonesian)
            typed.set("tanggal", realised.on)
        case .renewal, .transfer, .root, .report, .ending: break
        }
        return typed
    }
}
