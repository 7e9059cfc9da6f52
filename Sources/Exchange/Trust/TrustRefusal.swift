import Stories

/// Why something that a publisher is said to have signed is not believed, or not used now.
package enum TrustRefusal: Refusal, Hashable, CaseIterable {
    /// No envelope, or one of another kind than was asked for.
    case notAStatement

    /// What is signed is not of its form, though the signature holds.
    case faultyDocument
    case unsigned
    case altered
    case thresholdNotMet
    case otherPublisher

    // Roots.
    case unknownRoot
    case wrongPin
    case alreadyPinned
    case skippedRoot

    // Words of a root.
    case wordsUnknown
    case wordsNotTwelve
    case wordsMistyped

    // Time and history.
    case rollback
    case forked
    case equivocation
    case expired
    case keyExpired
    case revoked
    case needsSecondPerson

    /// Whoever asked is not the second person.
    case ownRequest

    // One package.
    case withdrawn
    case notListed
    case otherCatalogue

    /// What is done against the rule is done for a reason.
    case reasonMissing

    /// Somebody else did something meanwhile.
    case movedOn

    package var status: Int {
        switch self {
        case .notAStatement, .faultyDocument, .wordsUnknown, .wordsNotTwelve, .wordsMistyped,
            .reasonMissing:
            422
        case .needsSecondPerson, .ownRequest: 403
        case .unsigned, .altered, .thresholdNotMet, .otherPublisher, .unknownRoot, .wrongPin,
            .alreadyPinned, .skippedRoot, .rollback, .forked, .equivocation, .expired,
            .keyExpired, .revoked, .withdrawn, .notListed, .otherCatalogue, .movedOn:
            409
        }
    }

    package var sentence: String {
        switch self {
        case .notAStatement: "Berkas ini bukan pernyataan bertanda tangan yang diminta."
        case .faultyDocument:
            "Isi pernyataan ini tidak sesuai bentuknya. Mungkin program ini perlu diperbarui."
        case .unsigned:
            "Tidak ada tanda tangan dari kunci penerbit yang dikenal. Bila penerbit baru mengganti "
                + "akarnya, ambil akar barunya dulu."
        case .altered: "Isinya berubah sesudah ditandatangani. Jangan dipakai; minta lagi."
        case .thresholdNotMet: "Tanda tangan akar belum cukup banyak."
        case .otherPublisher: "Ini dari penerbit lain, bukan dari yang diminta."
        case .unknownRoot:
            "Akar penerbit ini belum dikenal. Masukkan 12 kata yang tercetak di perjanjian."
        case .wrongPin: "Akar ini bukan yang tercetak di perjanjian. Jangan dipakai."
        case .alreadyPinned:
            "Penerbit ini sudah punya akar di sini. Bila semua kuncinya hilang, catat akar pengganti."
        case .skippedRoot:
            "Ada akar di antaranya yang belum diambil. Ambil satu per satu, berurutan."
        case .wordsUnknown: "Ada kata yang tidak dikenal. Periksa lagi kata demi kata."
        case .wordsNotTwelve: "Harus tepat 12 kata."
        case .wordsMistyped: "Ada kata yang salah atau tertukar. Periksa lagi kata demi kata."
        case .rollback:
            "Ini lebih lama daripada yang sudah dilihat di sini. Minta katalog yang terbaru."
        case .forked:
            "Katalog ini tidak menyambung katalog yang sudah dilihat di sini. Beri tahu penerbit: "
                + "mungkin cadangan lamanya dipulihkan."
        case .equivocation:
            "Penerbit ini menandatangani dua isi berbeda dengan nomor yang sama. Keduanya disimpan, "
                + "dan tidak ada lagi yang diambil sampai akarnya dicocokkan lagi dengan perjanjian."
        case .expired: "Katalog ini sudah lewat masanya. Minta yang terbaru dari penerbit."
        case .keyExpired: "Kunci yang menandatangani ini sudah lewat masanya."
        case .revoked: "Kunci yang menandatangani ini sudah dicabut penerbit."
        case .needsSecondPerson:
            "Katalog ini lebih tua dari 180 hari. Orang kedua harus menyetujui pemakaiannya."
        case .ownRequest: "Anda yang meminta. Pengelola lain yang menyetujui atau menolaknya."
        case .withdrawn: "Versi ini sudah ditarik penerbit. Pakai versi lain."
        case .notListed: "Paket ini tidak ada dalam katalog penerbit yang berlaku."
        case .otherCatalogue: "Katalog itu bukan yang terakhir diambil di sini."
        case .reasonMissing: "Tulis alasannya: alasan itu dicatat."
        case .movedOn: "Orang lain mengubah hal yang sama baru saja. Coba lagi."
        }
    }
}

extension TrustRefusal {
    package var sentenceInEnglish: String {
        switch self {
        case .notAStatement: "This file is not the signed statement that was asked for."
        case .faultyDocument:
            "What was signed is not of its form. This program may have to be updated."
        case .unsigned:
            "There is no signature of a key of the publisher that is known. If the publisher has "
                + "a new root, take that root first."
        case .altered: "The content was changed after it was signed. Do not use it; ask again."
        case .thresholdNotMet: "The root is not signed by enough keys."
        case .otherPublisher: "This is another publisher's, not the one that was asked for."
        case .unknownRoot:
            "This publisher's root is not known yet. Enter the 12 words printed in the agreement."
        case .wrongPin: "This root is not the one printed in the agreement. Do not use it."
        case .alreadyPinned:
            "This publisher has a root here already. If all its keys were lost, record a successor."
        case .skippedRoot: "A root in between was not taken yet. Take one after the other."
        case .wordsUnknown: "One of the words is not known. Compare word by word."
        case .wordsNotTwelve: "There must be exactly 12 words."
        case .wordsMistyped: "A word is wrong or out of place. Compare word by word."
        case .rollback: "This is older than what was seen here. Ask for the newest catalogue."
        case .forked:
            "This catalogue does not go on from the one that was seen here. Tell the publisher: "
                + "an old backup may have been restored there."
        case .equivocation:
            "This publisher has signed two different contents under one number. Both are kept, and "
                + "nothing more is taken until its root is compared with the agreement again."
        case .expired: "This catalogue is past its time. Ask the publisher for the newest one."
        case .keyExpired: "The key that signed this is past its time."
        case .revoked: "The key that signed this was revoked by the publisher."
        case .needsSecondPerson:
            "This catalogue is older than 180 days. A second person has to agree to its use."
        case .ownRequest: "You asked for it. Another manager agrees to it or declines it."
        case .withdrawn: "The publisher has withdrawn this version. Use another one."
        case .notListed: "This package is not in the publisher's current catalogue."
        case .otherCatalogue: "That catalogue is not the last one that was taken here."
        case .reasonMissing: "Write the reason: it is recorded."
        case .movedOn: "Somebody else has just changed the same thing. Try again."
        }
    }
}
