/// The steps of a service as a graph: where a case can go, and whether it ever ends.
enum WayOfACase {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap { service -> [Diagnostic] in
            guard !service.runsElsewhere else { return [] }
            return beginning(service, draft) + unreachable(service, draft)
                + withoutEnd(service, draft) + names(service, draft) + withdrawal(service, draft)
        }
    }

    private static func beginning(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        guard service.steps.isEmpty || service.outcomes.isEmpty else { return [] }
        let what = service.steps.isEmpty ? "langkah (steps)" : "hasil akhir (outcomes)"
        return [
            draft.diagnostic(
                .nothingHappens,
                at: service.node.slot,
                "Layanan \"\(service.id)\" belum punya \(what).",
                fix: "Jika layanan ini berjalan di sistem lain, tulis \"runs: elsewhere\"."
            )
        ]
    }

    private static func unreachable(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        guard let first = service.steps.first, service.isWired else { return [] }
        let reached = reachable(from: first.id, in: service)
        let steps = service.steps.filter { !reached.contains($0.id) }.map { step in
            draft.diagnostic(
                .stepUnreachable,
                at: step.node.slot,
                "Langkah \"\(step.id)\" tidak pernah dicapai: tidak ada tindakan yang menuju ke sana.",
                fix: "Tambahkan \"to: \(step.id)\" pada sebuah tindakan, atau hapus langkah ini.",
                notes: [draft.note(at: first.node.slot, "perkara mulai di langkah ini")]
            )
        }
        let outcomes = service.outcomes.filter { !reached.contains($0.id) }.map { outcome in
            draft.diagnostic(
                .outcomeUnreachable,
                at: outcome.slot,
                "Hasil akhir \"\(outcome.id)\" tidak pernah dicapai."
            )
        }
        return steps + outcomes
    }

    private static func withoutEnd(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        let outcomes = Set(service.outcomes.map(\.id))
        return service.steps.flatMap { step -> [Diagnostic] in
            guard !step.actions.isEmpty else {
                return [
                    draft.diagnostic(
                        .stepWithoutActions,
                        at: step.node.slot,
                        "Langkah \"\(step.id)\" tidak punya tindakan, jadi perkara berhenti di sana.",
                        fix: "Tambahkan tindakan dengan \"to\"."
                    )
                ]
            }
            let reached = reachable(from: step.id, in: service)
            guard reached.isDisjoint(with: outcomes), !outcomes.isEmpty else { return [] }
            // A dead word in `to` is told on its own.
            let known = outcomes.union(service.steps.map(\.id))
            guard reached.isSubset(of: known) else { return [] }
            return [
                draft.diagnostic(
                    .noWayOut,
                    at: step.node.slot,
                    "Dari langkah \"\(step.id)\" tidak ada jalan ke hasil akhir mana pun.",
                    fix: "Arahkan salah satu tindakannya ke hasil akhir."
                )
            ]
        }
    }

    /// Steps and outcomes share one space of names, because `to` names either.
    private static func names(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        service.outcomes.compactMap { outcome in
            guard let step = service.steps.first(where: { $0.id == outcome.id }) else { return nil }
            return draft.diagnostic(
                .stepIsOutcome,
                at: outcome.slot,
                "\"\(outcome.id)\" adalah nama langkah dan juga nama hasil akhir.",
                fix: "Beri nama lain pada salah satunya.",
                notes: [draft.note(at: step.node.slot, "yang pertama ada di sini")]
            )
        }
    }

    private static func withdrawal(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        guard let until = service.withdrawUntil, let first = service.steps.first,
            until == first.id
        else { return [] }
        return [
            draft.diagnostic(
                .withdrawNever,
                at: service.node.slot.child("withdraw"),
                "Permohonan tidak pernah bisa ditarik: \"\(until)\" adalah langkah pertama.",
                fix: "Sebutkan langkah yang lebih kemudian, atau hapus baris ini."
            )
        ]
    }

    /// The step itself and every step and outcome that can follow it.
    static func reachable(from start: ID, in service: ServiceDraft) -> Set<ID> {
        var reached: Set<ID> = [start]
        var open = [start]
        while let id = open.popLast() {
            for target in service.steps.first(where: { $0.id == id })?.targets ?? []
            where reached.insert(target).inserted {
                open.append(target)
            }
        }
        return reached
    }
}

extension ServiceDraft {
    /// Whether every action leads somewhere known.
    ///
    /// Where one does not, what seems unreachable is probably where it was meant to lead.
    fileprivate var isWired: Bool {
        let known = Set(steps.map(\.id)).union(outcomes.map(\.id))
        return steps.allSatisfy { step in
            !step.actions.isEmpty && Set(step.targets).isSubset(of: known)
                && step.actions.allSatisfy { action in
                    action["to"] != nil || (action["ask"] != nil && action["then"] != nil)
                        || step.node["consult"] != nil
                }
        }
    }
}
