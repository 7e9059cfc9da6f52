import Stories

/// Why nothing came from a partner's site: what it did, and what to do instead.
///
/// Nothing of what the other side said stands in it.
package enum FetchTrouble: Refusal, Hashable {
    /// No address that could be a partner's.
    case noAddress

    /// A name and a password in the address.
    case credentials

    /// Not https, or a port that nobody has let in.
    case notSecure
    case otherPort

    /// It leads into our own network, or to this very machine.
    case inside
    case unreachable

    /// Its certificate does not hold.
    case unproven
    case slow
    case cut
    case redirected
    case notOffered
    case answered(Int)

    /// More bytes than such a thing may have.
    case tooLarge

    /// Other bytes than its catalogue says.
    case otherContent

    /// We are fetching as much at once as we want to.
    case busy

    package static let all: [FetchTrouble] = [
        .noAddress, .credentials, .notSecure, .otherPort, .inside, .unreachable, .unproven, .slow,
        .cut, .redirected, .notOffered, .answered(500), .tooLarge, .otherContent,
        .busy,
    ]

    /// Whether it was typed wrongly here, and nobody was asked for anything.
    package var isAboutAddress: Bool {
        switch self {
        case .noAddress, .credentials, .notSecure, .otherPort: true
        case .inside, .unreachable, .unproven, .slow, .cut, .redirected, .notOffered, .answered,
            .tooLarge, .otherContent, .busy:
            false
        }
    }

    package var status: Int { isAboutAddress ? 422 : self == .busy ? 503 : 502 }

    package var sentence: String {
        switch self {
        case .noAddress:
            "Alamat ini tidak terbaca. Tulis seperti https://layanan.contoh.example, atau alamat "
                + "halaman cetak birunya."
        case .credentials: "Alamat tidak boleh berisi nama dan sandi. Tulis tanpa itu."
        case .notSecure:
            "Alamat harus mulai dengan https://. Tanpa itu isinya bisa ditukar di jalan."
        case .otherPort:
            "Alamat memakai porta lain daripada 443. Minta Diskominfo menambahkannya di partners_inside."
        case .inside:
            "Alamat ini menuju jaringan dalam, bukan ke situs mitra. \(Self.byStick)"
        case .unreachable:
            "Situs mitra tidak bisa dihubungi. Coba lagi nanti, atau \(Self.askStick)"
        case .unproven:
            "Sertifikat situs mitra tidak sah, jadi tidak jelas siapa yang menjawab. \(Self.byStick)"
        case .slow: "Situs mitra terlalu lama menjawab. Coba lagi nanti, atau \(Self.askStick)"
        case .cut:
            "Sambungan ke situs mitra terputus sebelum isinya lengkap. Coba lagi, atau \(Self.askStick)"
        case .redirected:
            "Situs mitra mengalihkan ke alamat lain, dan itu tidak diikuti. Tanyakan alamatnya yang "
                + "benar, atau \(Self.askStick)"
        case .notOffered:
            "Di alamat itu tidak ada katalog atau paket yang dicari. Periksa alamatnya, atau "
                + Self.askStick
        case .answered(let status):
            "Situs mitra menjawab dengan galat (\(status)). Coba lagi nanti, atau \(Self.askStick)"
        case .tooLarge:
            "Yang dikirim situs mitra lebih besar daripada yang boleh. Tidak ada yang disimpan. "
                + Self.byStick
        case .otherContent:
            "Yang dikirim situs mitra bukan yang tercatat di katalognya. Tidak ada yang disimpan. "
                + "Beri tahu mitra, dan \(Self.askStick)"
        case .busy: "Beberapa pengambilan sedang berjalan. Tunggu sebentar, lalu coba lagi."
        }
    }

    private static let askStick = "minta berkasnya lewat flashdisk."
    private static let byStick = "Minta berkasnya lewat flashdisk."
}

extension FetchTrouble {
    package var sentenceInEnglish: String {
        switch self {
        case .noAddress:
            "This address cannot be read. Write it like https://layanan.contoh.example, or the "
                + "address of the blueprint's page."
        case .credentials: "An address must not hold a name and a password. Leave them out."
        case .notSecure:
            "The address has to begin with https://. Otherwise the content can be changed on its way."
        case .otherPort:
            "The address uses another port than 443. Ask the ICT office to add it to partners_inside."
        case .inside:
            "This address leads into an inside network, not to a partner's site. \(Self.fileByStick)"
        case .unreachable: "The partner's site cannot be reached. Try later, or \(Self.stick)"
        case .unproven:
            "The partner's certificate does not hold, so nobody knows who answers. \(Self.fileByStick)"
        case .slow: "The partner's site takes too long. Try later, or \(Self.stick)"
        case .cut:
            "The line to the partner's site broke before all had come. Try again, or \(Self.stick)"
        case .redirected:
            "The partner's site points to another address, which is not followed. Ask for the right "
                + "one, or \(Self.stick)"
        case .notOffered:
            "There is no such catalogue or package at that address. Look at the address, or \(Self.stick)"
        case .answered(let status):
            "The partner's site answered with an error (\(status)). Try later, or \(Self.stick)"
        case .tooLarge:
            "What the partner's site sends is larger than it may be. Nothing was kept. "
                + Self.fileByStick
        case .otherContent:
            "What the partner's site sent is not what its catalogue lists. Nothing was kept. Tell "
                + "the partner, and \(Self.stick)"
        case .busy: "Several things are being fetched. Wait a moment and try again."
        }
    }

    private static let stick = "ask for the files on a stick."
    private static let fileByStick = "Ask for the files on a stick."
}
