import Blueprints
import Site

extension Words {
    static let blueprints = Words("Cetak biru", "Blueprints")
    static let nameOfBlueprint = Words("Nama", "Name")
    static let versionWord = Words("Versi", "Version")
    static let origin = Words("Asal", "Origin")
    static let stateWord = Words("Keadaan", "State")
    static let fromPublisher = Words("Dari kabupaten lain", "From another regency")
    static let ourOwn = Words("Buatan sendiri", "Our own")
    static let hasDraftTag = Words("Ada konsep", "Has a draft")
    static let inForceTag = Words("Berlaku", "In force")
    static let asInForce = Words(
        "Ini yang sedang berlaku. Perubahan pertama memulai sebuah konsep.",
        "This is what is in force. The first change begins a draft."
    )
    static let waitsForColleague = Words(
        "Konsep ini menunggu disetujui pengelola lain.",
        "This draft waits for another manager to approve it."
    )
    static let seeRequest = Words("Lihat permintaannya", "See the request")
    static let whatDraftChanges = Words("Yang diubah konsep ini", "What this draft changes")
    static let askToPublish = Words("Minta diterbitkan", "Ask to publish")
    static let undoLast = Words("Batalkan yang terakhir", "Undo the last change")
    static let redoLast = Words("Ulangi yang dibatalkan", "Do it again")
    static let throwAway = Words("Buang konsep", "Throw the draft away")
    static let servicesOfBlueprint = Words("Layanan", "Services")
    static let lettersOfBlueprint = Words("Surat", "Letters")
    static let registersOfBlueprint = Words("Register", "Registers")
    static let rulesOfBlueprint = Words("Aturan", "Rules")
    static let examplesOfBlueprint = Words("Contoh", "Examples")
    static let triedExamples = Words("Hasil contoh", "What the examples gave")
    static let whatStandsHere = Words("Isi", "What stands here")
    static let onAPhone = Words("Di ponsel warga", "On a citizen's phone")
    static let previewAlone = Words("Buka pratinjau saja", "Open the preview alone")
    static let previewWaits = Words(
        "Pratinjau muncul lagi setelah kesalahan diperbaiki.",
        "The preview comes back once the mistakes are fixed."
    )
    static let moveUp = Words("Naikkan", "Move up")
    static let moveDown = Words("Turunkan", "Move down")
    static let takeOut = Words("Hapus", "Remove")
    static let whyChanged = Words("Mengapa diubah?", "Why is it changed?")
    static let whyChangedHint = Words(
        "Dibaca rekan yang menyetujui, dan nanti saat cetak biru dimutakhirkan.",
        "Read by the colleague who approves, and later when the blueprint is upgraded."
    )
    static let reasonNeeded = Words(
        "Tulis alasannya: cetak biru ini dari kabupaten lain, dan alasan ikut ke versi berikutnya.",
        "Write the reason: this blueprint is another regency's, and the reason goes along to its "
            + "next version."
    )
    static let changedInWorkshop = Words("Diubah di bengkel", "Changed in the workshop")
    static let mayNotBeEmpty = Words("Bagian ini harus diisi", "This has to be filled in")
    static let nothingChosen = Words("Tidak ada", "None")
    static let always = Words("Selalu ditanyakan", "Always asked")
    static let byFormula = Words("Rumus sendiri", "A formula of our own")
    static let ownFormula = Words("Rumus sendiri", "A formula of our own")
    static let ownFormulaHint = Words(
        "Hanya bila di atas dipilih \"Rumus sendiri\". Misalnya: luas_kebun > 4",
        "Only where \"A formula of our own\" is chosen above. For example: luas_kebun > 4"
    )
    static let onePerLine = Words("Satu baris untuk tiap butir", "One line for each point")
    static let optionPerLine = Words("Satu baris untuk tiap pilihan", "One line for each option")
    static let pairPerLine = Words(
        "Satu baris untuk tiap isi, nama lalu titik dua. Misalnya: Nama: {nama}",
        "One line for each, the name and a colon first. For example: Nama: {nama}"
    )
    static let noNotice = Words("Tidak dikabari", "Nobody is told")

    static func draftDiffers(_ count: Int) -> Words {
        Words(
            "Konsep ini berisi \(count) perubahan dan belum berlaku.",
            "This draft has \(count) changes and is not in force yet."
        )
    }

    static func toBeFixed(_ count: Int) -> Words {
        Words("\(count) hal perlu diperbaiki", "\(count) to be fixed")
    }

    static func advice(_ count: Int) -> Words {
        Words("\(count) saran", "\(count) pieces of advice")
    }

    static func andMore(_ count: Int) -> Words {
        Words("dan \(count) lagi", "and \(count) more")
    }

    static func add(_ part: Part) -> Words {
        let name = PartName.of(part)
        return Words("Tambah \(name.indonesian)", "Add \(name.english)")
    }

    static func changedByOther(_ now: String) -> Words {
        Words(
            "Orang lain sudah mengubahnya menjadi \"\(now)\". Simpan lagi bila punya Anda yang benar",
            "Somebody else has changed it to \"\(now)\". Save again if yours is right"
        )
    }

    static func examplesFit(_ count: Int, of all: Int) -> Words {
        Words(
            "\(count) dari \(all) contoh keluar seperti yang tertulis.",
            "\(count) of \(all) examples come out as written."
        )
    }
}
