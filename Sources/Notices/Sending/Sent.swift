/// What became of one try to hand a message to a server.
package enum Sent: Hashable, Sendable {
    /// The server has it now.
    case taken
    /// It may work later.
    case later(Trouble)
    /// This server will never take this message.
    case never(Trouble)
}

/// Why a message was not taken: the words that are kept, never an answer of the server.
package enum Trouble: String, Hashable, Sendable, CaseIterable {
    case unreachable = "tidak_tersambung"
    case slow = "terlalu_lama"
    case unsafe = "tidak_aman"
    case logIn = "ditolak_masuk"
    case busy = "diminta_menunggu"
    case refused = "ditolak"
    case redirected = "dialihkan"
    case settings = "pengaturan"
    case cut = "terputus"

    /// For the ICT office, at the end of a sentence.
    package var sentence: String {
        switch self {
        case .unreachable: "server tidak bisa dihubungi"
        case .slow: "server terlalu lama menjawab"
        case .unsafe: "sambungan tidak bisa diamankan: periksa sertifikat server"
        case .logIn: "server menolak nama pengguna atau sandi"
        case .busy: "server meminta kami mencoba lagi nanti"
        case .refused: "server menolak pesan ini"
        case .redirected: "server mengalihkan ke alamat lain, dan itu tidak kami ikuti"
        case .settings: "pengaturan atau berkas rahasianya tidak bisa dipakai"
        case .cut: "sambungan terputus di tengah jalan"
        }
    }
}
