import Site

extension Words {
    static let surveyTitle = Words("Bagaimana pelayanan kami?", "How did we serve you?")
    static let surveyOffer = Words(
        "Sembilan pertanyaan singkat. Boleh tidak diisi, dan tanpa nama.",
        "Nine short questions. You need not answer, and no name is asked."
    )
    static let fillInSurvey = Words("Isi survei kepuasan", "Fill in the survey")
    static let surveyIsNameless = Words(
        "Pilih satu jawaban untuk tiap pertanyaan. Nama Anda tidak ditulis dalam laporan.",
        "Choose one answer to each question. No report has your name."
    )
    static let aboutYou = Words(
        "Tentang Anda boleh dikosongkan. Kami hanya menghitung jumlahnya.",
        "You may leave out what is about you. We only count how many."
    )
    static let remark = Words("Ada saran untuk kami?", "Have you a suggestion for us?")
    static let remarkHint = Words(
        "Jangan tulis nama, NIK, atau nomor HP.",
        "Do not write names, NIKs or phone numbers."
    )
    static let sendSurvey = Words("Kirim penilaian", "Send the survey")
    static let thanksTitle = Words("Terima kasih", "Thank you")
    static let thanks = Words(
        "Penilaian Anda sudah kami terima dan tidak bisa diubah lagi.",
        "We have received your answers, and they can no longer be changed."
    )
    static let whatBecomesOfIt = Words(
        "Hasilnya dihitung bersama jawaban warga lain. Setelah disetujui pimpinan, angkanya "
            + "terbit untuk umum.",
        "They are counted together with those of others. Once the head approves, the figures are "
            + "published."
    )
    static let seePerformance = Words("Lihat kinerja layanan", "See how services do")
    static let toRequest = Words("Kembali ke permohonan", "Back to the request")

    static func choose(_ element: SurveyElement) -> Words {
        Words(
            "Pilih jawaban untuk pertanyaan \(element.place + 1)",
            "Choose an answer to question \(element.place + 1)"
        )
    }

    static func numbered(_ element: SurveyElement) -> Words {
        let question = element.question
        let number = element.place + 1
        return Words(
            "\(number). \(question.indonesian)",
            question.english.map { "\(number). \($0)" }
        )
    }
}
