import Blueprints
import Cases
import Stories

extension ExampleCase {
    /// Why an act was refused, and what the author of the example can do about it.
    func explanation(_ refusal: CaseRefusal, of act: ExampleAct) -> String {
        let opening = "Tindakan \"\(act.act)\" pada \(act.at)"
        if refusal == .actionUnknown, let place = state.place {
            let step = service.step(ID(place.step.text))
            let names = (step?.actions ?? []).map(\.id.text).joined(separator: ", ")
            return "\(opening) tidak ada di langkah \(place.step). Langkah itu punya: \(names)."
        }
        return "\(opening) ditolak: \(refusal.sentence)\(hint(refusal, act))"
    }

    private func hint(_ refusal: CaseRefusal, _ act: ExampleAct) -> String {
        let missing: [CaseRefusal] = [
            .reasonMissing, .publicNoteMissing, .internalNoteMissing, .noteEmpty,
        ]
        if missing.contains(refusal) { return " Tambahkan catatannya." }
        if refusal == .closed { return end.map { " \($0)" } ?? "" }
        if refusal == .letterAwaitsSignature {
            return " Tambahkan surat bertanda tangan masuk (tanda_tangan) sebelum \(act.at)."
        }
        if refusal == .waitingForCitizen {
            return " Tambahkan warga melengkapi (lengkapi) sebelum \(act.at)."
        }
        return ""
    }

    private var end: String? {
        guard let end = state.end, let at = state.endedAt else { return nil }
        return "Perkara berakhir pada \(day(of: at)): \(end.ending)."
    }
}
