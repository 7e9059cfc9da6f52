/// What a publisher says of a slot must speak about one that is there.
enum Marks {
    static func check(_ draft: Draft) -> [Diagnostic] {
        let marked = MarkedSlots(of: draft.root.tree)
        return problems("keeps", marked.keeps, draft) + problems("knobs", marked.knobs, draft)
    }

    private static func problems(
        _ key: ID,
        _ marks: [MarkedSlot],
        _ draft: Draft
    ) -> [Diagnostic] {
        marks.enumerated().compactMap { index, mark in
            guard draft.root.tree[at: mark.at] == nil else { return nil }
            return draft.diagnostic(
                .markOfNothing,
                at: Slot(["blueprint", key, ID(String(index)), "at"]),
                "\"\(ScalarCheck.shortened("\(mark.at)"))\" tidak ada di cetak biru ini.",
                fix: "Tulis alamat yang ada, misalnya service/usaha/step/periksa/within."
            )
        }
    }
}
