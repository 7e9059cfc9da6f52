import Stories

/// Why backups do not go to another machine, or do not come from there.
package enum FarRefusal: Refusal, Hashable {
    case unreadablePlace
    case keysMissing
    case noFile(String)
    case openKey(String)
    case unknownHost(String)
    case notLetIn(String)
    /// libcurl's code stands beside it, for whoever looks it up.
    case unreachable(String, code: UInt32)
    case notThere(String)
    case otherAfterwards(String)
    case noFolderBefore

    package var sentence: String { words.id }
    package var sentenceInEnglish: String { words.en }
    package var status: Int { 409 }

    private var words: (id: String, en: String) {
        switch self {
        case .unreadablePlace:
            (
                "Alamat SFTP ditulis sftp://nama@mesin/folder, tanpa sandi dan tanpa spasi.",
                "An SFTP address is written sftp://name@machine/folder, without password or space."
            )
        case .keysMissing:
            (
                "SFTP memerlukan berkas kunci SSH dan berkas known_hosts. Sebutkan keduanya.",
                "SFTP needs a file with the SSH key and a known_hosts file. Name both."
            )
        case .noFile(let name):
            ("Berkas \(name) tidak ada atau tidak terbaca.", "The file \(name) cannot be read.")
        case .openKey(let name):
            (
                "Kunci SSH \(name) bisa dibaca orang lain. Jalankan: chmod 600 \(name)",
                "Others can read the SSH key \(name). Run: chmod 600 \(name)"
            )
        case .unknownHost(let host):
            (
                "Mesin \(host) bukan yang tertulis di known_hosts. Tidak ada yang dikirim.",
                "The machine \(host) is not the one in known_hosts. Nothing was sent."
            )
        case .notLetIn(let host):
            (
                "Mesin \(host) menolak kunci SSH itu. Pasang kunci umumnya di sana.",
                "The machine \(host) refuses that SSH key. Install its public key there."
            )
        case .unreachable(let host, let code):
            (
                "Mesin \(host) tidak bisa dihubungi, atau menolak perintahnya (galat \(code)).",
                "The machine \(host) cannot be reached, or refuses the command (error \(code))."
            )
        case .notThere(let name):
            ("\(name) tidak ada di mesin itu.", "\(name) is not on that machine.")
        case .otherAfterwards(let name):
            (
                "\(name) yang dibaca kembali tidak sama dengan yang dikirim.",
                "\(name) as it was read back is not what was sent."
            )
        case .noFolderBefore:
            (
                "Tempat SFTP menyalin dari folder cadangan. Tulis satu folder di depannya.",
                "An SFTP place copies from a backup folder. Write one folder before it."
            )
        }
    }
}
