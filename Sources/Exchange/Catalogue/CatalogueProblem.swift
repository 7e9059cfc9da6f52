import Stories

/// Why a publisher's own catalogue cannot be changed so.
package enum CatalogueProblem: Refusal, Hashable, CaseIterable {
    case otherPublisher
    case versionTaken
    case wasWithdrawn
    case unknownVersion
    case reasonMissing
    case nothingToSign
    case tooLong
    case notACatalogueKey
    case notARootKey

    package var status: Int {
        switch self {
        case .versionTaken, .wasWithdrawn, .nothingToSign: 409
        case .unknownVersion: 404
        case .otherPublisher, .reasonMissing, .tooLong, .notACatalogueKey, .notARootKey: 422
        }
    }

    package var sentence: String {
        switch self {
        case .otherPublisher: "Katalog hanya memuat paket atas kode kabupatennya sendiri."
        case .versionTaken:
            "Versi itu sudah ada di katalog dengan isi lain. Naikkan versinya, lalu paketkan lagi."
        case .wasWithdrawn: "Versi itu pernah ditarik dan tidak bisa kembali. Naikkan versinya."
        case .unknownVersion: "Versi itu tidak ada di katalog."
        case .reasonMissing: "Tulis alasannya: penerima membacanya."
        case .nothingToSign: "Belum ada katalog yang bisa ditandatangani. Tambahkan paket dulu."
        case .tooLong: "Katalog berlaku paling lama 366 hari."
        case .notACatalogueKey: "Kunci itu bukan kunci katalog yang disebut akar."
        case .notARootKey: "Berkas itu bukan kunci yang diperlukan di sini."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .otherPublisher: "A catalogue holds only packages under the regency's own code."
        case .versionTaken:
            "That version is listed with other content. Raise the version and pack again."
        case .wasWithdrawn: "That version was withdrawn and cannot come back. Raise the version."
        case .unknownVersion: "That version is not in the catalogue."
        case .reasonMissing: "Write the reason: receivers read it."
        case .nothingToSign: "There is no catalogue to sign yet. Add a package first."
        case .tooLong: "A catalogue holds for 366 days at most."
        case .notACatalogueKey: "That key is no catalogue key that the root names."
        case .notARootKey: "That file is not the key that is needed here."
        }
    }
}
