import Blueprints
import Exchange
import Site

extension Words {
    static let blueprints = Words("Cetak biru", "Blueprints")
    static let newBlueprint = Words("Buat cetak biru baru", "Make a new blueprint")
    static let titleOfNew = Words("Apa namanya?", "What is it called?")
    static let titleOfNewHint = Words(
        "Seperti dibaca pejabat. Misalnya: Layanan pemakaman",
        "As officials read it. For example: Layanan pemakaman"
    )
    static let beginsFrom = Words("Mulai dari mana?", "Where does it begin?")
    static let emptyBeginning = Words("Dari kosong", "From a blank page")
    static let fromCatalogue = Words(
        "Ambil dari katalog kabupaten mitra",
        "Take one from a partner regency's catalogue"
    )
    static let makeIt = Words("Buat", "Make it")
    static let nameTaken = Words(
        "Sudah ada cetak biru dengan nama itu. Pilih nama lain",
        "There is a blueprint of that name. Choose another"
    )
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
    static let thereToAdapt = Words("Disediakan untuk disesuaikan", "There to be adapted")
    static let mustStay = Words("Harus tetap seperti dari penerbitnya", "Must stay as published")
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
    static let tryCase = Words("Coba satu permohonan", "Try a case")
    static let tryCaseWhat = Words(
        "Isi seperti warga, lalu pilih apa yang dilakukan petugas. Tidak ada yang dicatat. Yang keluar "
            + "bisa disimpan sebagai contoh, dan contoh dijalankan lagi sebelum terbit.",
        "Fill it in as a citizen would, then choose what officials do. Nothing is recorded. What "
            + "comes of it can be kept as an example, and examples are run before publishing."
    )
    static let whatCameOfIt = Words("Hasilnya", "What came of it")
    static let couldNotBePlayed = Words("Belum bisa dijalankan", "It could not be played")
    static let whatIsAnswered = Words("Yang diisi warga", "What the citizen answers")
    static let whatIsDone = Words("Yang terjadi sesudahnya", "What happens then")
    static let nameOfExample = Words("Nama contoh", "Name of the example")
    static let nameOfExampleHint = Words(
        "Satu kalimat. Misalnya: Warung, semua lengkap, selesai tepat waktu",
        "One sentence. For example: A shop, all complete, done in time"
    )
    static let sentWhen = Words("Dikirim", "Sent")
    static let playIt = Words("Jalankan", "Play it")
    static let keepExample = Words("Simpan sebagai contoh", "Keep as an example")
    static let nothingMore = Words("Tidak ada lagi", "Nothing more")
    static let citizenCompletes = Words("Warga melengkapi", "The citizen completes")
    static let citizenWithdraws = Words("Warga menarik", "The citizen withdraws")
    static let letterIsSigned = Words("Surat bertanda tangan masuk", "The signed letter comes in")
    static let feeIsPaid = Words("Biaya terlihat dibayar", "The fee is seen paid")
    static let timePasses = Words("Waktu berjalan", "Time passes")
    static let lookAtForms = Words("Lihat formulirnya", "Look at the forms")
    static let nothingChanged = Words("Tidak ada yang diubah.", "Nothing is changed.")
    static let linkToReview = Words("Tautan untuk ditinjau orang lain", "A link for reviewers")
    static let linkToReviewWhat = Words(
        "Siapa pun yang punya tautan ini bisa membaca konsep selama 7 hari, tanpa akun. Tidak ada yang "
            + "bisa diubah lewat tautan.",
        "Whoever has this link can read the draft for 7 days, without an account. Nothing can be "
            + "changed through it."
    )
    static let installPackage = Words("Pasang dari paket", "Install from a package")
    static let installPackageWhat = Words(
        "Paket diambil dari situs mitra, atau datang sebagai berkas, misalnya di USB. Yang dipasang "
            + "menjadi konsep dan belum berlaku.",
        "A package is fetched from a partner's site, or comes as a file, on a stick for example. What is "
            + "installed becomes a draft and is not in force yet."
    )
    static let packageFile = Words("Berkas paket", "The package")
    static let packageFileHint = Words("Berakhir dengan .paket", "It ends with .paket")
    static let catalogueFile = Words("Katalog penerbit", "The publisher's catalogue")
    static let catalogueFileHint = Words(
        "katalog.json dari penerbit; yang terbaru menentukan apa yang boleh dipasang",
        "katalog.json of the publisher; the newest says what may be installed"
    )
    static let rootFiles = Words("Akar penerbit", "The publisher's roots")
    static let rootFilesHint = Words(
        "Berkas di folder akar; cukup sekali, atau bila ada akar baru",
        "The files in the folder akar; once, or when there is a new root"
    )
    static let twelveWords = Words("12 kata dari perjanjian", "The 12 words of the agreement")
    static let twelveWordsHint = Words(
        "Hanya pertama kali, dan tidak perlu bila dua orang sudah menulisnya di Kerja sama. Ketik dari "
            + "perjanjian yang ditandatangani, bukan dari pesan.",
        "The first time only, and not where two people have typed them under Cooperation. Type them "
            + "from the signed agreement, not from a message."
    )
    static let lookAtPackage = Words("Tinjau", "Look at it")
    static let choosePackage = Words("Pilih berkas paketnya", "Choose the package")
    static let licenceWord = Words("Izin pakai", "Licence")
    static let fingerprintOfPackage = Words("Sidik", "Fingerprint")
    static let whatComesAlong = Words("Yang ikut", "What comes along")
    static let newHere = Words("Baru di sini", "New here")
    static let hereAlready = Words("Sudah ada, sama persis", "Here already, the same")
    static let seeUpgrade = Words("Lihat pembaruannya", "See the upgrade")
    static let foreignNames = Words(
        "Nama daerah lain dalam teks",
        "Names of other regions in the texts"
    )
    static let installAsDraft = Words("Pasang sebagai konsep", "Install as a draft")
    static let allHereAlready = Words("Semuanya sudah ada di sini.", "All of it is here already.")
    static let packageIsOurs = Words(
        "Paket ini dari kabupaten ini sendiri.",
        "This package is of this very regency."
    )
    static let packageIsTrusted = Words(
        "Penerbitnya dikenal dari perjanjian, dan katalognya mencantumkan paket ini, bita demi bita.",
        "Its publisher is known from the agreement, and its catalogue lists this package byte by byte."
    )
    static let packageNotTrusted = Words("Belum boleh dipasang", "It may not be installed yet")
    static let localMatters = Words("Isi hal daerah", "What only this regency can say")
    static let localMattersWhat = Words(
        "Boleh bertahap. Yang masih kosong menahan penerbitan.",
        "It may be done bit by bit. What is empty keeps it from being published."
    )
    static let savedInDraft = Words("Tersimpan dalam konsep.", "Saved in the draft.")
    static let upgradeAsDraft = Words("Mutakhirkan sebagai konsep", "Upgrade as a draft")
    static let whatItMeans = Words("Dampaknya", "What it means")
    static let oursNow = Words("Kita sekarang", "Ours now")
    static let whatToDo = Words("Pilih", "Choose")
    static let writeOther = Words("Tulis nilai lain", "Write another value")
    static let otherValue = Words("Nilai lain", "Another value")
    static let decideThis = Words("Pilih salah satu", "Choose one")

    static func copyOfBlueprint(_ title: String, _ name: String) -> Words {
        Words(
            "Salinan seluruh cetak biru \(title) (\(name))",
            "A copy of the whole blueprint \(title) (\(name))"
        )
    }

    static func copyOfService(_ service: String, _ blueprint: String) -> Words {
        Words(
            "Salinan satu layanan: \(service), dari \(blueprint)",
            "A copy of one service: \(service), of \(blueprint)"
        )
    }

    static func otherVersionHere(_ version: String) -> Words {
        Words("Di sini versi \(version)", "Version \(version) is here")
    }

    static func catalogueIsOld(_ days: Int64) -> Words {
        Words(
            "Katalog ini berumur \(days) hari. Minta yang lebih baru bila bisa.",
            "This catalogue is \(days) days old. Ask for a newer one if you can."
        )
    }

    static func toBeFilledHere(_ count: Int) -> Words {
        Words("Yang harus diisi sendiri (\(count))", "What you have to say yourselves (\(count))")
    }

    static func stillOpen(_ count: Int, of all: Int) -> Words {
        Words("\(count) dari \(all) masih kosong.", "\(count) of \(all) are empty.")
    }

    static func upgradeFromTo(_ from: String, _ to: String) -> Words {
        Words("Pembaruan \(from) ke \(to)", "Upgrade from \(from) to \(to)")
    }

    static func toBeDecided(_ count: Int) -> Words {
        Words("Perlu keputusan (\(count))", "To be decided (\(count))")
    }

    static func originWas(_ version: String) -> Words {
        Words("Asal \(version)", "Origin \(version)")
    }

    static func originIs(_ version: String) -> Words { originWas(version) }

    static func keepOursValue(_ value: String?) -> Words {
        Words("Tetap punya kita (\(value ?? "–"))", "Keep ours (\(value ?? "–"))")
    }

    static func takeTheirsValue(_ value: String?) -> Words {
        Words("Ikut asal (\(value ?? "–"))", "Take the origin's (\(value ?? "–"))")
    }

    static func newHoles(_ names: [String]) -> Words {
        let list = names.joined(separator: ", ")
        return Words("Perlu diisi sesudahnya: \(list)", "To be filled afterwards: \(list)")
    }

    static func upgradeInShort(_ plan: UpgradePlan, _ decisions: Int) -> Words {
        let all = plan.lines.count
        return Words(
            "\(all) hal: \(all - decisions) bisa langsung, \(decisions) perlu keputusan Anda.",
            "\(all) things: \(all - decisions) go by themselves, \(decisions) wait for you."
        )
    }

    static let noNotice = Words("Tidak dikabari", "Nobody is told")

    static func draftDiffers(_ count: Int) -> Words {
        Words(
            "Konsep ini berisi \(count) perubahan dan belum berlaku.",
            "This draft has \(count) changes and is not in force yet."
        )
    }

    static func reviewWhat(until day: String) -> Words {
        Words(
            "Ini konsep dan belum berlaku. Tautan ini bisa dibuka sampai \(day). Sampaikan pendapat "
                + "Anda kepada yang mengirimnya.",
            "This is a draft and not in force. The link opens it until \(day). Tell whoever sent "
                + "it what you think."
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
