/// The words of a paper that are always the same, in its language.
struct FixedWords {
    var number = "Nomor"
    var nature = "Sifat"
    var attachments = "Lampiran"
    var subject = "Hal"
    var addressee = "Yth. "
    var about = "TENTANG"
    var copies = "Tembusan:"
    /// Before the number of a civil servant.
    var nip = "NIP. "
    var draft = "KONSEP"
    var sample = "DATA CONTOH"
    var practice = "LATIHAN"

    /// The words for a BCP 47 tag; Indonesian for every language but English.
    init(of language: String) {
        guard language == "en" || language.hasPrefix("en-") else { return }
        number = "Number"
        nature = "Class"
        attachments = "Enclosures"
        subject = "Subject"
        addressee = "To "
        about = "CONCERNING"
        copies = "Copies to:"
        // The kind of number is Indonesian and has no English name.
        nip = "NIP "
        draft = "DRAFT"
        sample = "SAMPLE DATA"
        practice = "PRACTICE"
    }
}
