import Site

extension Words {
    static let restsOnConsent = Words(
        "Persetujuan petani (UU 27/2022, Pasal 20)",
        "The grower's consent (UU 27/2022, article 20)"
    )
    static let permissionsOfGrower = Words(
        "mengirim data kebun ke pembeli, dan tautan petani",
        "to send data of plots to buyers, and links of the grower"
    )
    static let mayBeSentTo = Words("Boleh dikirim ke", "May be sent to")
    static let linkUntil = Words("Tautan petani berlaku sampai", "Link of the grower until")
    static let whatIsInIt = Words("Isinya", "What is in it")
    static let namesAndPlots = Words(
        "Nama petani, tempat dan batas kebun, seperti saat diserahkan",
        "Names of growers, places and boundaries of plots, as they were handed over"
    )
    static let purposeOfFile = Words("Untuk", "For")
    static let partOfFile = Words("Yang diserahkan", "Handed over")
}
