/// Looks over a text for what makes it hard to read.
///
/// A net for slips, not a judge: sentences that are too long and words that offices like and
/// people do not.
package enum PlainLanguage {
    /// One thing to look at again.
    package enum Finding: Hashable, Sendable, CustomStringConvertible {
        case longSentence(words: Int, String)
        case forbidden(word: String, instead: String)
        case shouting

        package var description: String {
            switch self {
            case .longSentence(let words, let text): "\(words) kata dalam satu kalimat: \(text)"
            case .forbidden(let word, let instead): "\"\(word)\": tulis \(instead)"
            case .shouting: "tanpa tanda seru"
            }
        }
    }

    /// More words than this in one sentence are too many.
    package static let mostWords = 25

    /// What to write instead; an empty sentence is fine.
    package static func findings(in text: String) -> [Finding] {
        var findings: [Finding] = []
        for sentence in text.split(whereSeparator: { ".!?:\n".contains($0) }) {
            let words = sentence.split(separator: " ").count
            if words > mostWords {
                findings.append(
                    .longSentence(
                        words: words,
                        sentence.split(separator: " ").joined(separator: " ")
                    )
                )
            }
        }
        if text.contains("!") { findings.append(.shouting) }
        let padded = " " + words(of: text).joined(separator: " ") + " "
        for (word, instead) in forbidden where padded.contains(" " + word + " ") {
            findings.append(.forbidden(word: word, instead: instead))
        }
        return findings
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0 == "-" || $0.isNumber) }.map(String.init)
    }

    private static let forbidden: [(String, String)] = [
        ("saudara", "Anda"),
        ("yang bersangkutan", "Anda, atau namanya"),
        ("tidak valid", "apa yang harus diperbaiki"),
        ("dilarang", "apa yang boleh"),
        ("anda lupa", "apa yang perlu ditulis"),
        ("ketidaknyamanannya", "apa yang terjadi dan apa yang bisa dilakukan"),
        ("melakukan verifikasi", "memeriksa"),
        ("verifikasi", "periksa"),
        ("dalam rangka", "untuk"),
        ("guna", "untuk"),
        ("apabila", "jika"),
        ("dipersilakan", "lakukan"),
        ("terlampir", "lihat di bawah"),
        ("sebagaimana dimaksud", "lihat di bawah"),
        ("menindaklanjuti", "mengerjakan, menjawab"),
        ("autentikasi", "masuk"),
        ("sesingkat-singkatnya", "tanggalnya"),
        ("submit", "kirim"),
        ("upload", "kirim"),
        ("download", "unduh"),
        ("link", "tautan"),
        ("login", "masuk"),
        ("email", "surel"),
        ("dimana", "di mana"),
        ("kemana", "ke mana"),
        ("tandatangan", "tanda tangan"),
        ("terimakasih", "terima kasih"),
        ("silahkan", "silakan"),
        ("untuk untuk", "satu kali untuk"),
    ]
}
