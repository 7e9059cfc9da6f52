/// What is hard to read in a text for citizens, and what to write instead.
enum PlainLanguage {
    /// Words of offices, and everyday words for them.
    static let replacements: [(bureaucratic: String, everyday: String)] = [
        ("melakukan verifikasi", "memeriksa"),
        ("dalam rangka", "untuk"),
        ("guna", "untuk"),
        ("apabila", "jika"),
        ("dipersilakan untuk melengkapi persyaratan", "lengkapi berkas"),
        ("tidak dapat diproses lebih lanjut", "tidak bisa kami proses karena …"),
        ("terlampir", "lihat … di bawah"),
        ("sebagaimana dimaksud", "lihat … di bawah"),
        ("menindaklanjuti", "mengerjakan"),
        ("unggah dokumen pendukung", "kirim foto atau berkas"),
        ("autentikasi", "masuk"),
        ("disposisi", "diteruskan kepada"),
        ("dalam waktu sesingkat-singkatnya", "sebutkan tanggalnya"),
        ("saudara", "Anda"),
        ("yang bersangkutan", "Anda"),
    ]

    static let mostWords = 25

    /// The first office word in a text, with the everyday one.
    static func bureaucratic(in text: String) -> (word: String, instead: String)? {
        let words = " " + words(of: text).joined(separator: " ").lowercased() + " "
        return replacements.first { words.contains(" \($0.bureaucratic) ") }
            .map { ($0.bureaucratic, $0.everyday) }
    }

    /// The number of words of the first sentence that is too long.
    static func longSentence(in text: String) -> Int? {
        sentences(of: text).map { words(of: $0).count }.first { $0 > mostWords }
    }

    private static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        var depth = 0
        var wasEnd = false
        for character in text {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if wasEnd, character.isWhitespace {
                sentences.append(current)
                current = ""
            }
            wasEnd = depth == 0 && ".?!".contains(character)
            current.append(character)
        }
        return sentences + [current]
    }

    /// Words without the marks around them; an expression in braces counts as one.
    private static func words(of text: String) -> [String] {
        var plain = ""
        var depth = 0
        for character in text {
            if character == "{" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == "}" {
                depth -= 1
                plain += "…"
            }
        }
        return plain.split { $0.isWhitespace || ",.;:?!()\"".contains($0) }.map(String.init)
    }
}
