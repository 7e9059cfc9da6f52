import Site

extension Words {
    static let proposals = Words("Usulan dari kabupaten lain", "Proposals of other regencies")
    static let proposalsWhat = Words(
        "Kabupaten yang memakai cetak biru kita bisa mengusulkan penyesuaiannya kepada kita. "
            + "Yang diambil masuk ke konsep dan diterbitkan pengelola lain, seperti biasa.",
        "Regencies that use our blueprints may propose their adaptations to us. What is taken "
            + "goes into the draft, and another manager publishes it, as always."
    )
    static let proposalFile = Words("Berkas usulan", "File of the proposal")
    static let proposalFileHint = Words(
        "Berkas bertanda tangan dari kabupaten pengusul. Namanya diawali \"usulan-\"",
        "The signed file of the regency that proposes. Its name begins with \"usulan-\""
    )
    static let chooseProposal = Words("Pilih berkas usulannya", "Choose the file of the proposal")
    static let readProposal = Words("Baca usulan", "Read the proposal")
    static let keysOfProposer = Words(
        "Bila pengusul belum dikenal di sini",
        "If the proposer is not known here yet"
    )
    static let noProposals = Words("Belum ada usulan.", "There is no proposal yet.")
    static let proposer = Words("Pengusul", "Proposer")
    static let cameOn = Words("Diterima", "Came on")
    static let decisionWord = Words("Keputusan", "Decision")
    static let notDecided = Words("Belum diputuskan", "Not decided")
    static let nothingTaken = Words("Tidak ada yang diambil", "Nothing was taken")
    static let madeOn = Words("Dibuat atas versi", "Made on version")
    static let ourVersionNow = Words("Versi kita sekarang", "Our version now")
    static let signerUnknown = Words(
        "Akar dan katalog kabupaten ini belum ada di sini, atau katalognya tidak menyebut kunci ini. "
            + "Pastikan dulu kepada pengusul bahwa usulan ini memang dari mereka.",
        "The root and catalogue of this regency are not here, or its catalogue does not name this "
            + "key. Ask the proposer first whether this is really theirs."
    )
    static let signerUnknownTitle = Words(
        "Penandatangan belum dikenal",
        "The signer is not known"
    )
    static let theySaw = Words("Yang mereka pakai", "What they had")
    static let theyPropose = Words("Usul mereka", "What they propose")
    static let weHave = Words("Kita sekarang", "Ours now")
    static let takeThis = Words("Ambil", "Take it")
    static let takeOverOurs = Words(
        "Ambil, dan ganti yang ada di sini sekarang",
        "Take it, in place of what is here now"
    )
    static let yourDecision = Words("Putusan Anda", "Your decision")
    static let whyDecided = Words("Mengapa diputuskan begitu?", "Why is it decided so?")
    static let whyDecidedHint = Words(
        "Satu alasan untuk semuanya, juga untuk yang tidak diambil. Dicatat, dan boleh disampaikan "
            + "kepada pengusul. Jangan menulis nama orang",
        "One reason for all of it, also for what is not taken. It is recorded and may be told to "
            + "the proposer. Write no names of people"
    )
    static let writeReason = Words("Tulis alasannya", "Write the reason")
    static let takeTicked = Words("Ambil yang dicentang ke konsep", "Take what is ticked")
    static let takeNothing = Words("Tidak mengambil apa pun", "Take nothing")
    static let nothingTicked = Words(
        "Belum ada yang dicentang. Centang yang diambil, atau tekan \"Tidak mengambil apa pun\".",
        "Nothing is ticked. Tick what to take, or press \"Take nothing\"."
    )
    static let proposeToOrigin = Words("Usulkan ke kabupaten asal", "Propose to the origin")
    static let proposeWhat = Words(
        "Centang penyesuaian yang juga berguna bagi kabupaten lain. Alasannya ikut dikirim. "
            + "Isian hal daerah tidak pernah ikut.",
        "Tick the adaptations that are useful to other regencies too. Their reasons go along. "
            + "What fills the holes never does."
    )
    static let proposeSigning = Words(
        "Berkas yang Anda unduh belum bertanda tangan. Petugas TIK menandatanganinya di server: "
            + "serasan proposal sign BERKAS --key KUNCI-KERJA --out USULAN. Hasilnya dikirim ke "
            + "kabupaten asal.",
        "The file that you download is not signed yet. The ICT office signs it on the server: "
            + "serasan proposal sign FILE --key WORKING-KEY --out PROPOSAL. Send what comes out "
            + "to the origin."
    )
    static let whichToPropose = Words("Apa yang diusulkan?", "What is proposed?")
    static let makeProposalFile = Words("Buat berkas usulan", "Make the file")
    static let nothingToPropose = Words(
        "Belum ada penyesuaian yang bisa diusulkan.",
        "There is no adaptation yet that could be proposed."
    )
    static let thanks = Words("Terima kasih", "Thanks")
    static let provenance = Words("Asal-usul", "Provenance")
    static let whatHappened = Words("Yang sudah diputuskan", "What was decided")
    static let statementFiles = Words("Keterangan asal", "Statements of the origin")
    static let statementFilesHint = Words(
        "Berkas berakhiran .asal.json dari folder paket, semuanya",
        "The files ending in .asal.json from the folder paket, all of them"
    )
    static let agreementPermits = Words(
        "Perjanjian kerja sama mengizinkan paket ini masuk. Pemasangannya dicatat di sana.",
        "An agreement permits this package to come in. Its installation is recorded there."
    )
    static let agreementMissing = Words(
        "Izin pakai paket ini tidak terbuka, dan belum ada perjanjian berlaku yang mengizinkannya "
            + "masuk. Catat izinnya di perjanjian kerja samanya dulu.",
        "The licence of this package is not open, and no agreement in force permits it to come "
            + "in. Record the permission in the agreement first."
    )

    static func openlyLicensed(_ licence: String) -> Words {
        Words(
            "Izin pakainya terbuka (\(licence)), jadi tidak perlu perjanjian.",
            "Its licence is open (\(licence)), so no agreement is needed."
        )
    }

    static func signerKnown(_ proposer: String, _ catalogue: Int) -> Words {
        Words(
            "Ditandatangani kunci kerja \(proposer), menurut katalognya nomor \(catalogue). Akarnya "
                + "dicocokkan dengan perjanjian.",
            "Signed with a working key of \(proposer), by its catalogue number \(catalogue). Its "
                + "root was compared with the agreement."
        )
    }

    static func takenOf(_ count: Int) -> Words {
        Words("\(count) diambil", "\(count) taken")
    }

    static func namesRegency(_ name: String) -> Words {
        Words("Perhatian: menyebut \(name).", "Mind: it names \(name).")
    }

    static func entriesProposed(_ count: Int) -> Words {
        Words("\(count) hal diusulkan", "\(count) things are proposed")
    }

    static func knownSince(_ day: String, _ name: String) -> Words {
        Words(
            "Usulan ini diterima \(day) oleh \(name).",
            "This proposal was taken in on \(day) by \(name)."
        )
    }

    static func decidedOn(_ day: String, _ taken: Int, _ refused: Int) -> Words {
        Words(
            "\(day): \(taken) diambil, \(refused) tidak.",
            "\(day): \(taken) taken, \(refused) not."
        )
    }

    static func creditLine(_ name: String, _ version: String, _ count: Int) -> Words {
        Words(
            "\(name): \(count) usulan masuk di versi \(version).",
            "\(name): \(count) proposals came into version \(version)."
        )
    }
}
