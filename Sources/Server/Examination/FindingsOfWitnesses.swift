extension Finding {
    /// Ours with a partner, or a partner's with us.
    package static let contradiction = Finding(
        .danger,
        "witnesses",
        "Ada cap yang saling bertentangan, di sini atau di mitra. Lihat /kelola/bukti, dan jangan "
            + "ubah apa pun sebelum itu."
    )

    /// How much of the record somebody else could testify to.
    /// - Parameters:
    ///   - days: how old the newest head outside is; nil where none is known, 0 where it covers all.
    ///   - isWell: whether that is young enough.
    package static func witnesses(days: Int64?, isWell: Bool) -> Finding {
        guard let days else {
            return Finding(
                .attention,
                "witnesses",
                "Belum ada cap catatan yang diketahui disimpan pihak lain. Isi \"saksi\" di "
                    + "kabar.yaml, atau catat di /kelola/bukti."
            )
        }
        let age = days == 0 ? "kurang dari sehari" : "\(days) hari"
        return isWell
            ? Finding(.fine, "witnesses", "Cap catatan di pihak lain berumur \(age).")
            : Finding(
                .attention,
                "witnesses",
                "Cap catatan di pihak lain sudah berumur \(age). Periksa \"saksi\" di kabar.yaml."
            )
    }
}
