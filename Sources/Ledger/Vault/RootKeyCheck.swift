import Crypto
import Stories

/// What lies beside the root key, and in the record, so that a wrong one is recognised before
/// anything is opened.
///
/// A value that follows from the root key by one way only: whoever reads it learns nothing.
enum RootKeyCheck {
    static func path(in folder: String) -> String { "\(folder)/root.check" }

    static func value(of root: [UInt8]) -> [UInt8] {
        Array(
            Keys.mark(Array("serasan.root-check.v1".utf8), under: .init(data: root)).prefix(16)
        )
    }

    /// Whether this is the root key of the folder; nil where an older program made the folder.
    static func matches(_ root: [UInt8], in folder: String) throws(StoreError) -> Bool? {
        guard KeyFile.exists(path(in: folder)) else { return nil }
        return try KeyFile.read(path(in: folder)) == value(of: root)
    }
}

/// What is wrong with the keys of a folder, in words for whoever keeps them.
package enum KeyRefusal: Refusal, Hashable {
    case missingRoot(String)
    case openToOthers(String)
    case wrongRoot(String)
    case noWrapping(String)
    case awaitsNode(String)
    case misCopied
    case otherPaper
    case otherRecord

    var failure: StoreError { StoreError(.unusable, "the keys: \(self)", underlying: self) }

    package var sentence: String { words.id }
    package var sentenceInEnglish: String { words.en }
    package var status: Int { 409 }

    private var words: (id: String, en: String) {
        switch self {
        case .missingRoot(let folder):
            (
                "Kunci akar tidak ada di \(folder). Ketik lagi dari kertas: serasan keys restore.",
                "The root key is not in \(folder). Type it in from paper: serasan keys restore."
            )
        case .openToOthers(let path):
            (
                "\(path) bisa dibaca pengguna lain. Jalankan: chmod 600 \(path)",
                "Other users may read \(path). Run: chmod 600 \(path)"
            )
        case .wrongRoot(let folder):
            (
                "Kunci akar di \(folder) bukan kunci kabupaten ini. Tidak ada yang dibuka atau "
                    + "diubah. Ketik yang benar dari kertas: serasan keys restore.",
                "The root key in \(folder) is not this regency's. Nothing was opened or changed. "
                    + "Type the right one in from paper: serasan keys restore."
            )
        case .noWrapping(let folder):
            (
                "Kunci pembungkus (wrapping-….key) tidak ada di \(folder). Pulihkan dari cadangan: "
                    + "serasan restore.",
                "The key-encryption key (wrapping-….key) is not in \(folder). Restore from a "
                    + "backup: serasan restore."
            )
        case .awaitsNode(let folder):
            (
                "Kunci pembungkus yang berlaku belum sampai di \(folder). Simpul lain mengirimnya: "
                    + "pastikan satu simpul lain berjalan, lalu jalankan lagi.",
                "The key-encryption key in force has not come to \(folder) yet. Another node hands "
                    + "it over: make sure that one is running, then start again."
            )
        case .misCopied:
            (
                "Kunci akar salah salin dari kertas. Periksa angkanya dan ketik lagi.",
                "The root key was not copied rightly from paper. Check it and type it again."
            )
        case .otherPaper:
            (
                "Kunci di kertas ini bukan kunci folder ini. Tidak ada yang diubah.",
                "The key on this paper is not the key of this folder. Nothing was changed."
            )
        case .otherRecord:
            (
                "Kunci akar folder ini bukan kunci catatan di basis data itu. Tidak ada yang "
                    + "dibuka atau diubah. Periksa alamat basis data dan foldernya.",
                "The root key of this folder is not that of the record in that database. Nothing "
                    + "was opened or changed. Check the address of the database and the folder."
            )
        }
    }
}

extension Keys {
    /// Notes the check value in a folder that an older program made.
    package func keepCheck() throws(StoreError) {
        guard !KeyFile.exists(RootKeyCheck.path(in: folder)) else { return }
        try KeyFile.write(RootKeyCheck.value(of: rootBytes), to: RootKeyCheck.path(in: folder))
    }
}
