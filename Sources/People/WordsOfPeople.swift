import Site

// The sentences of the pages about officials.

extension Words {
    static let officials = Words("Petugas", "Officials")
    static let addOfficial = Words("Tambah petugas", "Add an official")
    static let importOfficials = Words("Impor dari CSV", "Import from CSV")
    static let rotations = Words("Mutasi", "Rotations")
    static let searchOfficials = Words(
        "Cari nama, nama masuk, NIP, atau jabatan",
        "Search for a name, log-in name, NIP or post"
    )
    static let officialName = Words("Nama", "Name")
    static let fullName = Words("Nama lengkap dengan gelar", "Full name with titles")
    static let logInName = Words("Nama masuk", "Log-in name")
    static let logInHint = Words(
        "3 sampai 40 huruf kecil, angka, atau titik. Tidak bisa diganti nanti",
        "3 to 40 small letters, digits or dots. It cannot be changed later"
    )
    static let nip = Words("NIP", "NIP")
    static let nipHint = Words(
        "18 angka; kosongkan kalau bukan ASN",
        "18 digits; leave empty for who is no civil servant"
    )
    static let posts = Words("Jabatan", "Posts")
    static let post = Words("Jabatan", "Post")
    static let accessColumn = Words("Masuk", "Access")
    static let noPost = Words("Belum ada jabatan", "No post")
    static let nameMissingHere = Words("Tulis nama lengkapnya", "Write the full name")
    static let logInUnreadable = Words(
        "Nama masuk 3 sampai 40 huruf kecil, angka, titik, tanpa spasi",
        "A log-in name has 3 to 40 small letters, digits or dots and no spaces"
    )
    static let nipUnreadable = Words(
        "NIP harus 18 angka: tanggal lahir, bulan pengangkatan, 1 atau 2, tiga angka urut",
        "A NIP has 18 digits: birthday, month of appointment, 1 or 2, a running number"
    )
    static let canSignIn = Words("Aktif", "Active")
    static let canSignInWithPhone = Words("Aktif, dengan kode ponsel", "Active, with a phone")
    static let notActivated = Words("Belum aktif", "Not activated")
    static let leftTag = Words("Sudah keluar", "Left")
    static let place = Words("Tempatkan di jabatan", "Place in a post")
    static let placeDone = Words("Tempatkan", "Place")
    static let relieve = Words("Lepas dari jabatan", "Relieve of the post")
    static let correct = Words("Ubah nama atau NIP", "Correct name or NIP")
    static let leave = Words("Keluar dari kantor", "Leaves the office")
    static let comeBack = Words("Bertugas lagi", "Serves again")
    static let newSlip = Words("Buat slip aktivasi baru", "Make a new activation slip")
    static let clearPhone = Words("Lepas kode ponsel", "Take away the phone's codes")
    static let history = Words("Riwayat", "History")
    static let searchPost = Words(
        "Cari jabatan atau unit",
        "Search for a post or a unit"
    )
    static let capacity = Words("Sebagai", "As")
    static let firstDay = Words("Mulai tanggal", "From")
    static let lastDay = Words("Sampai tanggal", "Until")
    static let lastDayHint = Words(
        "Kosongkan kalau tanpa batas",
        "Leave empty where no end is known"
    )
    static let lastDayOfPost = Words("Hari terakhir di jabatan", "Last day in the post")
    static let onlyFirstPosts = Words(
        "Yang tampil 20 jabatan pertama. Cari kalau belum terlihat.",
        "The first 20 posts are shown. Search if yours is not among them."
    )
    static let noPostFound = Words(
        "Tidak ada jabatan dengan kata itu. Jabatan ditulis di regency.yaml.",
        "No post has that word. Posts are written in regency.yaml."
    )
    static let choosePost = Words("Pilih jabatan", "Choose a post")
    static let leaveWhat = Words(
        "Semua jabatan berakhir dan tidak bisa masuk lagi mulai sekarang. Permohonan yang "
            + "dipegang kembali ke antrean jabatannya.",
        "All posts end and there is no way in from now on. The cases taken go back to the "
            + "queue of the post."
    )
    static let comeBackWhat = Words(
        "Jabatan lama tidak ikut kembali. Tempatkan dan beri slip setelah ini.",
        "Former posts do not come back. Place the official and give a slip afterwards."
    )
    static let handover = Words("Daftar serah terima", "Handover list")

    static func moment(_ words: Words, by: String) -> Words {
        Words("\(words.indonesian), oleh \(by)", "\(words.english ?? words.indonesian), by \(by)")
    }
}
