import Stories

/// What keeps an upgrade from being made.
package enum UpgradeObstacle: Refusal, Hashable {
    case anotherBlueprint(String)
    case unchanged
    case older(String)
    case editedDirectly
    case nextFaulty(Int)
    case undecided(Int)
    case doesNotCheck(Int)
    case examplesFail(Int)
    case answerOfNothing(String)

    package var sentence: String {
        switch self {
        case .anotherBlueprint(let name): "Paket ini berisi \(name), bukan cetak biru itu."
        case .unchanged: "Versi itu sudah terpasang di sini."
        case .older(let version):
            "Versi \(version) lebih lama daripada yang terpasang. Pakai serasan rollback."
        case .editedDirectly:
            "Berkas dari penerbit disunting langsung. Jadikan penyesuaian dulu: serasan overlay."
        case .nextFaulty(let count): "Versi baru itu sendiri berisi \(count) kesalahan."
        case .undecided(let count):
            "\(count) hal perlu diputuskan. Tulis jawabannya di sebuah berkas, lalu pakai --answers."
        case .doesNotCheck(let count):
            "\(count) temuan baru: perubahan kita dan versi baru tidak cocok satu sama lain."
        case .examplesFail(let count): "\(count) contoh tidak cocok lagi."
        case .answerOfNothing(let slot): "Jawaban untuk \"\(slot)\" tidak menjawab apa pun."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .anotherBlueprint(let name): "This package holds \(name), not that blueprint."
        case .unchanged: "That version is installed here already."
        case .older(let version):
            "Version \(version) is older than what is installed. Use serasan rollback."
        case .editedDirectly:
            "The publisher's files were edited in place. Make them an adaptation first: serasan overlay."
        case .nextFaulty(let count): "The new version itself has \(count) mistakes."
        case .undecided(let count):
            "\(count) things have to be decided. Write the answers into a file and use --answers."
        case .doesNotCheck(let count):
            "\(count) new findings: our changes and the new version do not go together."
        case .examplesFail(let count): "\(count) examples no longer come out."
        case .answerOfNothing(let slot): "The answer for \"\(slot)\" answers nothing."
        }
    }

    package var status: Int {
        switch self {
        case .anotherBlueprint, .nextFaulty, .answerOfNothing: 422
        case .unchanged, .older, .editedDirectly, .undecided, .doesNotCheck, .examplesFail: 409
        }
    }
}
