import Stories

/// Why something is not handed out to other regencies.
package enum OfferRefusal: Refusal, Hashable, CaseIterable {
    /// It is not there, or the current catalogue does not list it.
    case notOffered

    /// It was, and its publisher took it back.
    case withdrawn

    package var sentence: String {
        switch self {
        case .notOffered:
            "Paket atau katalog itu tidak dibagikan di sini. Lihat katalog yang berlaku."
        case .withdrawn:
            "Versi ini sudah ditarik. Alasannya, dan versi yang berlaku, ada di halaman cetak birunya."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notOffered:
            "That package or catalogue is not offered here. Look at the current catalogue."
        case .withdrawn:
            "This version was withdrawn. Why, and which one holds, is on the blueprint's page."
        }
    }

    package var status: Int {
        switch self {
        case .notOffered: 404
        case .withdrawn: 410
        }
    }
}
