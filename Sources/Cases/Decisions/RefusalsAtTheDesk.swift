// Why a case is not set aside, linked or paid.
extension ToldRefusal {
    static let snoozeNotLater = Self(
        422,
        "Pilih hari sesudah hari ini.",
        "Choose a day after today."
    )
    static func snoozeTooLong(_ days: Int) -> Self {
        Self(
            422,
            "Perkara dapat ditunda paling lama \(days) hari. Pilih hari yang lebih dekat.",
            "A case can be set aside for \(days) days at most. Choose an earlier day."
        )
    }
    static let restricted = Self(
        409,
        "Data permohonan ini dibatasi: hanya boleh disimpan.",
        "The data of this case are restricted: they may only be kept."
    )
    static let notRestricted = Self(
        409,
        "Data permohonan ini tidak dibatasi.",
        "The data of this case are not restricted."
    )
    static let consentIsGone = Self(
        409,
        "Persetujuannya sudah dicabut, jadi pembatasan ini tetap.",
        "The consent was withdrawn, so this restriction stays."
    )
    static let linkedToItself = Self(
        422,
        "Nomor itu nomor perkara ini sendiri. Tulis nomor perkara yang lain.",
        "That is the number of this very case. Write another one."
    )
    static let nothingToPay = Self(
        409,
        "Permohonan ini tanpa biaya, jadi tidak ada yang perlu dibayar.",
        "This application has no fee, so there is nothing to pay."
    )
    static let alreadyPaid = Self(
        409,
        "Pembayaran permohonan ini sudah dicatat.",
        "The payment for this application is recorded already."
    )
    static let payDayImpossible = Self(
        422,
        "Tanggal bayar harus antara hari permohonan diterima dan hari ini.",
        "The day of payment must lie between the receipt and today."
    )
    static let feeNotPaid = Self(
        409,
        "Biaya permohonan ini belum tercatat dibayar. Catat pembayarannya dulu.",
        "The fee of this application is not recorded as paid. Record the payment first."
    )
    static let notLinked = Self(
        409,
        "Kedua permohonan ini tidak tertaut, jadi tidak ada yang perlu dibatalkan.",
        "These two cases are not linked, so there is nothing to undo."
    )
    static let nothingRecordedPaid = Self(
        409,
        "Pembayaran permohonan ini belum dicatat, jadi tidak ada yang perlu dibatalkan.",
        "No payment is recorded for this application, so there is nothing to undo."
    )
}
