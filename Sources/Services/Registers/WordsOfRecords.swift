import Blueprints
import Site

extension Site.Words {
    static let enterRecord = Words("Catat baru", "Enter a record")
    static let keepRecord = Words("Simpan catatan", "Keep the record")
    static let correctRecord = Words("Betulkan catatan", "Correct the record")
    static let keepCorrection = Words("Simpan pembetulan", "Keep the correction")
    static let endRecord = Words("Akhiri catatan", "End the record")
    static let whyEndRecord = Words(
        "Mengapa catatan ini diakhiri?",
        "Why does this record end?"
    )
    static let whyEndRecordHint = Words(
        "Misalnya: tercatat dua kali, atau usahanya sudah tutup.",
        "For example: entered twice, or the business has closed."
    )
    static let endingRecord = Words(
        "Catatan yang diakhiri tidak dipakai lagi, tetapi riwayatnya tetap ada.",
        "A record that has ended is not used any more, but its history stays."
    )
    static let leftEmptyStays = Words(
        "Kosongkan bila nomor yang tercatat sudah benar.",
        "Leave this empty if the recorded number is right."
    )
    static let saidBefore = Words("sebelumnya", "before")
    static let nowSays = Words("menjadi", "now")
    static let reasonOfEnd = Words("Alasan:", "Reason:")
    static let withFile = Words("bersama satu berkas", "with a file")
    static let byOfficial = Words("oleh", "by")

    /// Names the fields, not the record: it may be one that this official should not meet here.
    static func recordSaysSame(_ fields: [Blueprints.Words]) -> Words {
        let names = fields.map { Words($0) }
        let indonesian = names.map(\.indonesian).joined(separator: ", ")
        let english = names.map { $0.english ?? $0.indonesian }.joined(separator: ", ")
        return Words(
            "Register sudah punya catatan dengan isi yang sama: \(indonesian). Cari catatan itu "
                + "dulu, lalu betulkan bila perlu.",
            "The register has a record that says the same: \(english). Look for it first, "
                + "then correct it if needed."
        )
    }
}
