/// What a password that an official chooses must be: long, and none that is tried first.
///
/// There are no rules about digits or capitals: they make passwords that are written on paper
/// under the keyboard (NIST SP 800-63B).
package enum PasswordRules {
    package static let least = 10
    package static let most = 200

    /// Refuses a password; `own` are the words that anybody knows of its owner.
    package static func check(_ password: String, own: [String] = []) throws(OfficeRefusal) {
        guard password.count >= least else { throw .passwordTooShort }
        guard password.count <= most else { throw .passwordTooLong }
        guard !isCommon(password, own: own) else { throw .passwordTooCommon }
    }

    private static func isCommon(_ password: String, own: [String]) -> Bool {
        let plain = plain(password)
        let core = core(plain)
        if isRun(plain) || plain.isEmpty { return true }
        var known = Set(common)
        for text in own {
            known.insert(Self.plain(text))
            known.formUnion(text.split(separator: " ").map { Self.plain(String($0)) })
        }
        // Whoever guesses tries each common word with a few digits or signs after it.
        if known.contains(plain) || known.contains(core) { return true }
        return known.contains { word in
            word.count >= 3 && isRepeated(plain, of: word)
        }
    }

    /// The letters and digits in lower case, with the usual digits read as the letters they mimic.
    private static func plain(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// Without the digits at either end.
    private static func core(_ text: String) -> String {
        let head = text.drop(while: \.isNumber)
        let tail = head.reversed().drop(while: \.isNumber)
        return String(tail.reversed())
    }

    private static func isRepeated(_ text: String, of word: String) -> Bool {
        let rest = text.replacing(word, with: "")
        return text.contains(word) && (rest.isEmpty || rest.allSatisfy(\.isNumber))
    }

    /// One character again and again, or one step up or down all along, or a row of keys.
    private static func isRun(_ text: String) -> Bool {
        let codes = text.unicodeScalars.map { Int($0.value) }
        guard codes.count > 1 else { return true }
        let steps = Set(zip(codes, codes.dropFirst()).map { $1 - $0 })
        if steps.count == 1, let step = steps.first, (-1...1).contains(step) { return true }
        if Set(codes).count <= 2 { return true }
        let rows = ["qwertyuiopasdfghjklzxcvbnm", "12345678901234567890", "09876543210987654321"]
        return rows.contains { $0.contains(text) }
    }

    /// The commonest words in the passwords of offices here and elsewhere.
    private static let common: [String] = """
        password passwords password1 passw0rd p4ssw0rd p4ssword pa55word katasandi sandi
        sandirahasia rahasia rahasiaku rahasiadong admin administrator adminadmin admindesa
        adminkantor adminlayanan root superadmin operator operatordesa pengelola petugas
        petugaspelayanan pelayanan pegawai kantor kantordesa kantorlurah kelurahan kecamatan
        kabupaten pemda pemkab pemerintah diskominfo kominfo dinas bupati camat lurah kepaladesa
        kades sekdes sekda indonesia indonesiaraya merdeka garuda garudaindonesia pancasila
        bismillah alhamdulillah assalamualaikum subhanallah allahuakbar insyaallah muhammad
        sayang sayangku cinta cintaku iloveyou iloveu akucintakamu akusayangkamu kamukamu
        semangat selamat selamatdatang selamatpagi jakarta palembang sumatera sumateraselatan
        muaraenim medan bandung surabaya persib persija persebaya liverpool manchesterunited
        barcelona realmadrid juventus chelsea arsenal qwerty qwertyuiop qwerty123 asdfghjkl
        asdfasdf zxcvbnm zxcvbnmasd qazwsx qazwsxedc qazwsxedcrfv abcdef abcdefg abcdefgh abcd
        abc aaaa letmein letmeinnow welcome welcometo monkey dragon master football baseball
        sunshine princess superman batman naruto doraemon pokemon michael jennifer jordan
        trustno changeme changemenow default guest test testing tester testtest user username
        userpassword login loginlogin kopi kopirobusta serasan serasanserasan januari februari
        maret april mei juni juli agustus september oktober november desember senin selasa rabu
        kamis jumat sabtu minggu ramadan lebaran idulfitri tahunbaru
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
