import Stories

/// Why something is not handed out to other regencies.
package enum OfferRefusal: Refusal, Hashable, CaseIterable {
    /// It is not there, or the current catalogue does not list it.
    case notOffered

    package var sentence: String {
        "Paket atau katalog itu tidak dibagikan di sini. Lihat katalog yang berlaku."
    }

    package var sentenceInEnglish: String {
        "That package or catalogue is not offered here. Look at the current catalogue."
    }

    package var status: Int { 404 }
}
