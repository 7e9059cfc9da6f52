import Stories

/// Why a proposal cannot be made, read or taken.
package enum ProposalProblem: Refusal, Hashable {
    // Making one.
    case notAReplica(String)
    case editedDirectly(String)
    case nothingToOffer
    case nothingChosen
    case unknownEntries([String])
    case localMatters([String])
    case doNotFit([String])
    case realPerson(String)

    /// An entry names somebody who works here.
    case namesOfficial(String)

    /// An entry of an example says what a dossier on record says.
    case livingPerson(String)

    // Reading and taking one.
    case tooLarge
    case notAProposal
    case otherBlueprint(String)
    case takenBefore
    case cannotBeTaken([String])
    case reasonMissing

    /// What was taken makes a mistake that was not there; the first of them.
    case becomesFaulty(String)
    case movedOn

    package var status: Int {
        switch self {
        case .takenBefore, .doNotFit, .cannotBeTaken, .becomesFaulty, .movedOn, .editedDirectly:
            409
        case .notAReplica, .nothingToOffer, .nothingChosen, .unknownEntries, .localMatters,
            .realPerson, .namesOfficial, .livingPerson, .tooLarge, .notAProposal,
            .otherBlueprint, .reasonMissing:
            422
        }
    }

    package var sentence: String {
        switch self {
        case .notAReplica(let name):
            "\(name) diterbitkan di sini, jadi tidak ada yang diusulkan: ubah saja langsung."
        case .editedDirectly(let name):
            "Berkas penerbit \(name) disunting langsung. Jalankan dulu serasan overlay."
        case .nothingToOffer: "Belum ada penyesuaian yang bisa diusulkan."
        case .nothingChosen: "Pilih paling sedikit satu penyesuaian."
        case .unknownEntries(let slots):
            "Tidak ada penyesuaian di \(slots.joined(separator: ", "))."
        case .localMatters(let slots):
            "Ini hal daerah, jadi tidak diusulkan: \(slots.joined(separator: ", "))."
        case .doNotFit(let slots):
            "Penyesuaian ini tidak cocok lagi atau saling bertentangan: "
                + "\(slots.joined(separator: ", "))."
        case .realPerson(let slot):
            "\(slot): ada nomor yang bisa milik orang sungguhan. Pakai NIK dan nomor karangan."
        case .namesOfficial(let slot):
            "\(slot): ada nama petugas. Tulis jabatannya di by dan reason, bukan namanya."
        case .livingPerson(let slot):
            "\(slot): ada isian yang sama dengan data warga di sini. Ganti dengan karangan."
        case .tooLarge: "Usulan ini terlalu besar, jadi tidak dibuka."
        case .notAProposal:
            "Berkas ini bukan usulan yang utuh. Minta lagi berkasnya kepada pengusul."
        case .otherBlueprint(let name):
            "Usulan ini tentang \(name), yang tidak diterbitkan di sini."
        case .takenBefore: "Usulan ini sudah pernah diputuskan di sini."
        case .cannotBeTaken(let slots):
            "Ini tidak bisa diambil: \(slots.joined(separator: ", ")). Ubah sendiri bila perlu."
        case .reasonMissing: "Tulis alasan keputusan Anda."
        case .becomesFaulty(let finding):
            "Cetak biru menjadi salah bila ini diambil: \(finding)"
        case .movedOn: "Orang lain mengubah hal yang sama baru saja. Buka lagi halamannya."
        }
    }
}

extension ProposalProblem {
    package var sentenceInEnglish: String {
        switch self {
        case .notAReplica(let name):
            "\(name) is published here, so there is nothing to propose: change it."
        case .editedDirectly(let name):
            "The publisher's files of \(name) were edited. Run serasan overlay first."
        case .nothingToOffer: "There is no adaptation yet that could be proposed."
        case .nothingChosen: "Choose at least one adaptation."
        case .unknownEntries(let slots):
            "There is no adaptation at \(slots.joined(separator: ", "))."
        case .localMatters(let slots):
            "These are matters of this regency, so they are not proposed: "
                + "\(slots.joined(separator: ", "))."
        case .doNotFit(let slots):
            "These adaptations do not fit any more or contradict each other: "
                + "\(slots.joined(separator: ", "))."
        case .realPerson(let slot):
            "\(slot): a number that somebody may really have. Use an invented one."
        case .namesOfficial(let slot):
            "\(slot): the name of an official. Write the post in by and reason, not the name."
        case .livingPerson(let slot):
            "\(slot): an answer that a dossier here holds too. Use an invented one."
        case .tooLarge: "This proposal is too large, so it was not opened."
        case .notAProposal: "This file is no whole proposal. Ask the proposer for it again."
        case .otherBlueprint(let name):
            "This proposal is about \(name), which is not published here."
        case .takenBefore: "This proposal was decided here before."
        case .cannotBeTaken(let slots):
            "These cannot be taken: \(slots.joined(separator: ", ")). Change them yourself."
        case .reasonMissing: "Write the reason for your decision."
        case .becomesFaulty(let finding):
            "The blueprint becomes wrong if this is taken: \(finding)"
        case .movedOn: "Somebody else has just changed the same thing. Open the page again."
        }
    }
}
