/// Labels of buttons, which stand on a phone's width.
enum Labels {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap(\.actions).compactMap { action in
            guard let label = action.text("label"), label.count > 60 else { return nil }
            return draft.diagnostic(
                .labelTooLong,
                at: action.slot.child("label"),
                "Tombol ini \(label.count) huruf, sebaiknya paling banyak 60."
            )
        }
    }
}
