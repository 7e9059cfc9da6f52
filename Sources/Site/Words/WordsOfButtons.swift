/// What buttons and links do: the deed first.
extension Words {
    package static let next = Words("Lanjutkan", "Continue")
    package static let send = Words("Kirim permohonan", "Send request")
    package static let save = Words("Simpan", "Save")
    package static let saveForLater = Words(
        "Simpan dan lanjutkan nanti",
        "Save and continue later"
    )
    package static let change = Words("Ubah", "Change")
    package static let show = Words("Tampilkan", "Show")
    package static let view = Words("Lihat", "View")
    package static let search = Words("Cari", "Search")
    package static let trackNow = Words("Lacak", "Track")
    package static let filter = Words("Saring", "Filter")
    package static let start = Words("Mulai permohonan", "Start a request")
    package static let print = Words("Cetak", "Print")
    package static let printReceipt = Words("Cetak tanda terima", "Print the receipt")
    package static let download = Words("Unduh", "Download")
    package static let downloadPDF = Words("Unduh PDF", "Download PDF")
    package static let downloadCSV = Words("Unduh CSV", "Download CSV")
    package static let downloadLetter = Words("Unduh surat", "Download the letter")
    package static let share = Words("Bagikan", "Share")
    package static let sendToMyWhatsApp = Words(
        "Kirim nomor ini ke WhatsApp saya",
        "Send this number to my WhatsApp"
    )
    package static let remindMe = Words("Ingatkan tanggalnya", "Remind me of the date")
    package static let addAnother = Words("Tambah lagi", "Add another")
    package static let remove = Words("Hapus", "Remove")
    package static let take = Words("Ambil", "Take")
    package static let forward = Words("Teruskan", "Forward")
    package static let snooze = Words("Tunda", "Snooze")
    package static let publish = Words("Terbitkan", "Publish")
    package static let retry = Words("Coba kirim sekarang", "Try to send now")
    package static let continueDraft = Words("Lanjutkan draf", "Continue the draft")
    package static let useMyLocation = Words(
        "Pakai lokasi saya sekarang",
        "Use where I am now"
    )
    package static let findService = Words("Cari layanan", "Find a service")
    package static let askOfficer = Words(
        "Tanya petugas lewat WhatsApp",
        "Ask an officer on WhatsApp"
    )
    package static let previousPage = Words("Sebelumnya", "Previous")
    package static let nextPage = Words("Berikutnya", "Next")
    package static let close = Words("Tutup", "Close")
    package static let sendNewCode = Words("Kirim kode baru", "Send a new code")
    package static let yes = Words("Ya", "Yes")
    package static let no = Words("Tidak", "No")
}

/// Around the controls of a form.
extension Words {
    package static let day = Words("Tanggal", "Day")
    package static let month = Words("Bulan", "Month")
    package static let year = Words("Tahun", "Year")
    package static let rupiah = Words("Rupiah", "Rupiah")
    package static let optional = Words("boleh kosong", "optional")
    package static let latitude = Words("Lintang", "Latitude")
    package static let longitude = Words("Bujur", "Longitude")
    package static let coordinateHint = Words(
        "Contoh: -3,7912 dan 103,7645",
        "Example: -3.7912 and 103.7645"
    )
    package static let areaFile = Words(
        "Berkas batas (GeoJSON)",
        "Boundary file (GeoJSON)"
    )
    package static let areaCorners = Words(
        "Atau tulis titik sudutnya, satu baris satu titik",
        "Or write its corners, one point on a line"
    )
    package static let photoHint = Words(
        "Foto (JPG, PNG) atau PDF, paling besar 8 MB",
        "A photo (JPG, PNG) or PDF, at most 8 MB"
    )
    package static let placeSearch = Words(
        "Cari nama desa atau kelurahan",
        "Search for the name of a village"
    )
    package static let placesFound = Words("Pilih dari hasil ini", "Choose from these")
    package static let noPlaceFound = Words(
        "Tidak ada desa dengan nama itu. Coba sebagian namanya saja.",
        "No village has that name. Try a part of the name."
    )
    package static let why = Words(
        "Kenapa kami menanyakan ini?",
        "Why do we ask this?"
    )
    package static let notFilledIn = Words("Tidak diisi", "Not filled in")
    package static let nothingHere = Words("Belum ada apa-apa di sini", "Nothing here yet")
    package static let select = Words("Pilih", "Select")

    package static func charactersAtMost(_ count: Int) -> Words {
        Words("Paling banyak \(count) huruf", "At most \(count) characters")
    }

    package static func step(_ number: Int, of count: Int) -> Words {
        Words("Langkah \(number) dari \(count)", "Step \(number) of \(count)")
    }

    package static func pageNumber(_ number: Int, of count: Int) -> Words {
        Words("Halaman \(number) dari \(count)", "Page \(number) of \(count)")
    }

    package static func savedOnThisPhone(_ clock: String) -> Words {
        Words("Tersimpan di ponsel ini, \(clock)", "Saved on this phone, \(clock)")
    }

    package static func savedOnServer(_ clock: String) -> Words {
        Words("Tersimpan, \(clock)", "Saved, \(clock)")
    }

    package static func lastUpdated(_ clock: String) -> Words {
        Words("Terakhir diperbarui \(clock)", "Last updated \(clock)")
    }

    package static func chosen(_ count: Int) -> Words {
        Words("\(count) dipilih", "\(count) selected")
    }

    package static func number(_ number: Int, of thing: Words) -> Words {
        Words(
            "\(thing.indonesian) \(number)",
            "\(thing.english ?? thing.indonesian) \(number)"
        )
    }
}
