/// A file or folder whose owner and mode matter.
package struct GuardedPath: Hashable, Sendable {
    package let path: String
    /// The permission bits that nobody may have.
    package let forbidden: UInt32
    package let mark: FileMark?

    package init(_ path: String, forbidding bits: UInt32) {
        self.path = path
        forbidden = bits
        mark = FileMark(of: path)
    }
}

extension Finding {
    /// Whether there is room: uploads stop at a tenth, where files lie on this disk.
    package static func disk(free: Int64, total: Int64, isOnServer: Bool = false) -> Finding {
        guard total > 0 else {
            return Finding(.attention, "disk", "Ruang disk tidak bisa dibaca.")
        }
        let percent = free * 100 / total
        let room = "\(free / 1_073_741_824) GB (\(percent) %)"
        switch percent {
        case ..<10:
            return Finding(
                .danger,
                "disk",
                "Ruang disk bebas tinggal \(room)"
                    + (isOnServer ? "." : ": unggahan warga ditolak.") + " Beri ruang sekarang."
            )
        case ..<20:
            return Finding(
                .attention,
                "disk",
                "Ruang disk bebas \(room)"
                    + (isOnServer ? "." : "; unggahan ditolak di bawah 10 %.")
            )
        case _:
            let there = isOnServer ? " Berkas warga masuk ke basis data: pantau disk di sana." : ""
            return Finding(.fine, "disk", "Ruang disk bebas \(room).\(there)")
        }
    }

    /// Whether only the program can read what is secret.
    ///
    /// - Parameter owner: the one who owns the data folder, as whom the program runs.
    package static func permissions(_ paths: [GuardedPath], owner: UInt32?) -> [Finding] {
        var found: [Finding] = []
        for guarded in paths {
            guard let mark = guarded.mark else {
                found.append(Finding(.danger, "permissions", "\(guarded.path) tidak ada."))
                continue
            }
            if mark.mode & guarded.forbidden != 0 {
                let right = mark.mode & ~guarded.forbidden
                found.append(
                    Finding(
                        .danger,
                        "permissions",
                        "\(guarded.path) terbuka bagi pengguna lain. Jalankan: "
                            + "chmod \(String(right, radix: 8)) \(guarded.path)"
                    )
                )
            }
            if let owner, mark.owner != owner {
                found.append(
                    Finding(
                        .danger,
                        "permissions",
                        "\(guarded.path) bukan milik pengguna yang menjalankan program. "
                            + "Samakan pemiliknya dengan folder data (chown)."
                    )
                )
            }
        }
        return found.isEmpty
            ? [Finding(.fine, "permissions", "Folder data dan kunci hanya terbuka bagi program.")]
            : found
    }

    /// The versions of everything, and whether they fit.
    package static func schema(stored: Int, known: Int) -> Finding? {
        if stored > known {
            return Finding(
                .danger,
                "schema",
                "Catatan (skema \(stored)) lebih baru dari program ini (sampai \(known)). "
                    + "Pasang program yang lebih baru."
            )
        }
        if stored < known {
            return Finding(
                .attention,
                "schema",
                "Catatan masih skema \(stored); serve berikutnya menyalinnya dulu, lalu "
                    + "menaikkannya ke \(known)."
            )
        }
        return nil
    }
}
