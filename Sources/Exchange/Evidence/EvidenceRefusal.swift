import Stories

/// Why figures are not handed on, or not believed.
package enum EvidenceRefusal: Refusal, Hashable, CaseIterable {
    // Making.
    case quarterRuns
    case nothingCounted
    case otherFigures

    // Taking in.
    case notEvidence
    case faulty
    case unsigned
    case altered
    case keyExpired
    case unknownPublisher
    case noCatalogue
    case fromTheFuture
    case twoFigures
    case ours
    case movedOn

    package var status: Int {
        switch self {
        case .notEvidence, .faulty: 422
        case .quarterRuns, .nothingCounted, .otherFigures, .unsigned, .altered, .keyExpired,
            .unknownPublisher, .noCatalogue, .fromTheFuture, .twoFigures, .ours, .movedOn:
            409
        }
    }

    package var sentence: String {
        switch self {
        case .quarterRuns:
            "Triwulan itu belum selesai. Angka bukti hanya dibuat dari triwulan yang sudah lewat."
        case .nothingCounted: "Belum ada layanan yang bisa dihitung pada triwulan itu."
        case .otherFigures:
            "Angka triwulan itu sudah pernah dinyatakan dengan nilai lain, dan tidak diubah lagi."
        case .notEvidence: "Berkas ini bukan bukti bertanda tangan dari kabupaten lain."
        case .faulty:
            "Isi bukti ini tidak sesuai bentuknya. Minta lagi, atau perbarui program ini."
        case .unsigned:
            "Bukti ini tidak ditandatangani kunci kerja yang disebut katalog kabupaten itu. "
                + "Ambil katalognya yang terbaru, lalu coba lagi."
        case .altered: "Isinya berubah sesudah ditandatangani. Jangan dipakai; minta lagi."
        case .keyExpired: "Kunci yang menandatangani bukti ini sudah lewat masanya."
        case .unknownPublisher:
            "Akar kabupaten itu belum dikenal di sini. Cocokkan dulu 12 kata di perjanjian."
        case .noCatalogue:
            "Katalog kabupaten itu belum diambil, jadi kunci kerjanya belum dikenal."
        case .fromTheFuture: "Bukti ini bertanggal sesudah hari ini. Periksa jam kedua server."
        case .twoFigures:
            "Kabupaten itu pernah menyatakan nilai lain untuk triwulan dan layanan yang sama. "
                + "Keduanya disimpan dan yang baru tidak dipakai. Tanyakan kepada mereka."
        case .ours: "Bukti ini dari kabupaten ini sendiri, jadi tidak perlu diambil."
        case .movedOn: "Orang lain mengubah hal yang sama baru saja. Coba lagi."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .quarterRuns:
            "That quarter is not over. Figures are made only of quarters that have passed."
        case .nothingCounted: "There is no service to be counted in that quarter yet."
        case .otherFigures:
            "The figures of that quarter were stated with other values, and do not change."
        case .notEvidence: "This file is not signed evidence of another regency."
        case .faulty: "This evidence is not of its form. Ask again, or update this program."
        case .unsigned:
            "This evidence is not signed by a working key that the regency's catalogue names. "
                + "Take its newest catalogue and try again."
        case .altered: "The content was changed after it was signed. Do not use it; ask again."
        case .keyExpired: "The key that signed this evidence is past its time."
        case .unknownPublisher:
            "That regency's root is not known here. Compare the 12 words of the agreement first."
        case .noCatalogue:
            "That regency's catalogue was not taken yet, so its working key is not known."
        case .fromTheFuture: "This evidence is dated after today. Check both servers' clocks."
        case .twoFigures:
            "That regency stated other values for the same quarter and service before. Both are "
                + "kept and the new ones are not used. Ask them."
        case .ours: "This evidence is this regency's own, so it need not be taken."
        case .movedOn: "Somebody else has just changed the same thing. Try again."
        }
    }
}
