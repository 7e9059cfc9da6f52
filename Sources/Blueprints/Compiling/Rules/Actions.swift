/// What an action must say to be carried out.
enum Actions {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap { service in
            service.steps.flatMap { step in
                step.actions.flatMap { action in
                    reserved(action, draft) + direction(action, of: step, draft)
                        + asking(action, draft)
                        + telling(action, of: service, draft)
                }
            } + clockEndings(service, draft)
        }
    }

    private static func reserved(_ action: Node, _ draft: Draft) -> [Diagnostic] {
        guard Names.deeds.contains(action.id.text) else { return [] }
        return [
            draft.diagnostic(
                .reservedName,
                at: action.slot,
                "Nama tindakan \"\(action.id)\" sudah dipakai sistem.",
                fix: "Beri nama lain, misalnya \"\(action.id)_berkas\"."
            )
        ]
    }

    private static func direction(
        _ action: Node,
        of step: StepDraft,
        _ draft: Draft
    ) -> [Diagnostic] {
        let leads = action["to"] != nil
        let asks = action["ask"] != nil
        if leads, asks {
            return [
                draft.diagnostic(
                    .twoWays,
                    at: action.slot.child("ask"),
                    "Tindakan \"\(action.id)\" tidak bisa sekaligus pindah (to) dan menunggu warga (ask).",
                    fix: "Hapus salah satunya.",
                    notes: [draft.note(at: action.slot.child("to"), "\"to\" ada di sini")]
                )
            ]
        }
        guard !leads, !asks, step.node["consult"] == nil else { return [] }
        return [
            draft.diagnostic(
                .actionGoesNowhere,
                at: action.slot,
                "Tindakan \"\(action.id)\" tidak menuju ke mana pun.",
                fix: "Tulis \"to:\" dengan langkah atau hasil akhir, atau \"ask: citizen\"."
            )
        ]
    }

    private static func asking(_ action: Node, _ draft: Draft) -> [Diagnostic] {
        guard action["ask"] != nil else {
            return ["times", "waiting", "then"].filter { action[$0] != nil }.map { key in
                draft.diagnostic(
                    .timesWithoutAsk,
                    at: action.slot.child(key),
                    "\"\(key)\" hanya berlaku bersama \"ask: citizen\".",
                    fix: "Tambahkan \"ask: citizen\", atau hapus \"\(key)\"."
                )
            }
        }
        let missing = (["waiting", "then"] as [ID]).filter { action[$0] == nil }
        guard !missing.isEmpty else { return [] }
        let keys = missing.map { "\"\($0)\"" }.joined(separator: " dan ")
        return [
            draft.diagnostic(
                .askWithoutWaiting,
                at: action.slot.child("ask"),
                "Tindakan \"\(action.id)\" menunggu warga, tetapi \(keys) belum ditulis.",
                fix: "Contoh: waiting: 10 hari kerja, then: kedaluwarsa."
            )
        ]
    }

    private static func telling(
        _ action: Node,
        of service: ServiceDraft,
        _ draft: Draft
    ) -> [Diagnostic] {
        guard action["notify"] == nil else { return [] }
        let target = action.word("to")
        let outcome = service.outcomes.first { $0.id == target }
        let isKnown = outcome != nil || service.steps.contains { $0.id == target }
        guard action["ask"] != nil || (isKnown && outcome?["notify"] == nil) else { return [] }
        return [
            draft.diagnostic(
                .transitionWithoutNotice,
                at: action.slot,
                "Tindakan \"\(action.id)\" tidak mengabari siapa pun.",
                fix: "Tulis \"notify:\" dengan nama pemberitahuan, atau \"notify: none\"."
            )
        ]
    }

    /// An outcome that the clock brings about has no action to tell of it.
    private static func clockEndings(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        let byClock = Set(service.actions.compactMap { $0.word("then") })
        return service.outcomes.filter { byClock.contains($0.id) && $0["notify"] == nil }.map {
            draft.diagnostic(
                .transitionWithoutNotice,
                at: $0.slot,
                "Hasil akhir \"\($0.id)\" datang dari batas waktu, tetapi tidak mengabari siapa pun.",
                fix: "Tulis \"notify:\" dengan nama pemberitahuan, atau \"notify: none\"."
            )
        }
    }
}
