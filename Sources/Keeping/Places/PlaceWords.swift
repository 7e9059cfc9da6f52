import Site

extension Words {
    static let placesNotTaken = Words(
        "Data ini hasil pemulihan, dan belum memakai tempat cadangan yang lama. Kalau folder ini "
            + "menggantikan yang hilang, pakai tempatnya sekarang. Kalau hanya untuk mencoba, "
            + "jangan: server yang sebenarnya akan ditolak di sana.",
        "These data were restored, and do not use the old backup places yet. If this folder takes "
            + "the place of what was lost, use them now. If it is only a try, do not: the real "
            + "server would be refused there."
    )
    static let placesNotTakenHead = Words("Cadangan belum berjalan", "No backups are made")
    static let takePlaces = Words("Folder ini menggantikan yang lama", "This folder takes over")
    static let placesTaken = Words(
        "Folder ini memakai tempat cadangan yang lama. Cadangan pertama paling lambat seperempat "
            + "jam lagi.",
        "This folder uses the old places. The first backup comes within a quarter of an hour."
    )
    static let trialPlaces = Words(
        "Ini contoh atau latihan: tidak ada yang harus dicadangkan.",
        "This is a sample or for practice: nothing has to be backed up."
    )
    static let lastReadThrough = Words("Diuji sampai habis", "Read to the end")
    static let neverReadThrough = Words("Belum", "Not yet")

    static func failedReading(_ place: String, _ why: String) -> Words {
        Words(
            "\(place): cadangan di sana tidak terbaca. \(why)",
            "\(place): the backups there cannot be read."
        )
    }

    /// Why, in the words that were kept when it was tried.
    static func failedBackup(_ place: String, _ why: String) -> Words {
        Words("\(place): \(why)", "\(place): the last try failed.")
    }
}
