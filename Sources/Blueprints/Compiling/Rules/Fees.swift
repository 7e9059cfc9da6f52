/// Actions that wait for the fee: there must be one, and a way for whoever does not pay.
enum Fees {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap { service in
            let waiting = service.steps.map { step in (step, step.actions.filter(waits)) }
            let isFree = service.node["standard"]?["fee"]?.tree.text == "0"
            return isFree
                ? waiting.flatMap { $0.1.map { neverDue($0, draft) } }
                : waiting.filter { !$0.1.isEmpty && $0.1.count == $0.0.actions.count }
                    .map { goesNowhere($0.0, draft) }
        }
    }

    private static func waits(_ action: Node) -> Bool {
        action.texts("needs").contains(Need.feePaid.rawValue)
    }

    private static func neverDue(_ action: Node, _ draft: Draft) -> Diagnostic {
        draft.diagnostic(
            .feeNeverDue,
            at: action.slot.child("needs"),
            "Tindakan \"\(action.id)\" menunggu pembayaran, tetapi layanan ini gratis.",
            fix: "Hapus \"fee paid\" dari needs, atau tulis biayanya pada standard.fee."
        )
    }

    private static func goesNowhere(_ step: StepDraft, _ draft: Draft) -> Diagnostic {
        draft.diagnostic(
            .unpaidGoesNowhere,
            at: step.node.slot,
            "Bila warga tidak membayar, langkah \"\(step.id)\" tidak bisa apa-apa.",
            fix: "Tambahkan tindakan tanpa \"fee paid\", misalnya menolak atau minta dilengkapi."
        )
    }
}
