/// Around every page.
extension Words {
    package static let skipToContent = Words("Lompat ke isi", "Skip to content")
    package static let menu = Words("Menu", "Menu")
    package static let signIn = Words("Masuk", "Sign in")
    package static let signOut = Words("Keluar", "Sign out")
    package static let home = Words("Beranda", "Home")
    package static let services = Words("Layanan", "Services")
    package static let track = Words("Lacak permohonan", "Track a request")
    package static let complaints = Words("Pengaduan", "Complaints")
    package static let promises = Words("Janji kami", "Our promises")
    package static let offices = Words("Kantor dan loket", "Offices and counters")
    package static let mine = Words("Saya", "My requests")
    package static let inbox = Words("Kotak kerja", "Inbox")
    package static let signing = Words("Paraf dan tanda tangan", "To sign")
    package static let satisfaction = Words("Kepuasan warga (IKM)", "Satisfaction (IKM)")
    package static let performance = Words("Kinerja layanan", "How services do")
    package static let helpPeople = Words("Bantu warga", "Help people")
    package static let switchPerson = Words("Ganti petugas", "Change who works here")
    package static let coffeeLots = Words("Lot kopi", "Coffee lots")
    package static let growersPlots = Words("Kebun petani", "Growers' plots")
    package static let growersFiles = Words(
        "Berkas petani untuk bank",
        "Growers' files for banks"
    )
    package static let counter = Words("Loket", "Counter")
    package static let noticesMenu = Words("Kabar", "News")
    package static let leaders = Words("Pimpinan", "Leaders")
    package static let manage = Words("Kelola", "Manage")
    package static let peoplesData = Words("Data pribadi", "People's data")
    package static let usefulness = Words("Kegunaan layanan", "What services are worth")
    package static let comparison = Words("Studi banding", "Comparison of regencies")
    package static let help = Words("Bantuan", "Help")
    package static let askByWhatsApp = Words("WhatsApp petugas", "WhatsApp an officer")
    package static let callUs = Words("Telepon", "Call us")
    package static let comeToCounter = Words("Datang ke loket", "Visit a counter")
    package static let accessibility = Words("Aksesibilitas", "Accessibility")
    package static let privacy = Words("Privasi", "Privacy")
    package static let appearance = Words("Terang atau gelap", "Light or dark")
    package static let language = Words("Bahasa", "Language")
    package static let alsoInThisLanguage = Words(
        "Halaman ini juga ada dalam bahasa Indonesia",
        "This page is also available in English"
    )
    package static let searchEverything = Words(
        "Cari layanan, kantor, atau berita",
        "Search services, offices and news"
    )
    package static let news = Words("Berita dan pengumuman", "News and announcements")
    package static let newsroom = Words("Berita", "News")
    package static let cooperation = Words("Kerja sama", "Cooperation")
    package static let proofOfRecord = Words("Bukti catatan", "Proof of the record")
    package static let openData = Words("Data terbuka", "Open data")
    package static let aboutThisSite = Words("Tentang situs ini", "About this site")
    package static let demoData = Words(
        "DATA CONTOH: semua orang dan usaha di sini karangan",
        "SAMPLE DATA: every person and business here is invented"
    )
    package static let demoLabel = Words("Data contoh", "Sample data")
    package static let practiceLabel = Words("Latihan", "Practice")
    package static let practiceOnly = Words(
        "LATIHAN: yang dikirim di sini tidak sampai ke kantor mana pun",
        "PRACTICE: what is sent here reaches no office"
    )
    package static let practiceCards = Words("Kartu tugas", "Task cards")
    package static let changePerson = Words("Ganti orang", "Change person")
    package static let back = Words("Kembali", "Back")

    package static func actingFor(_ name: String) -> Words {
        Words("Anda mengisi untuk \(name)", "You are filling in for \(name)")
    }

    /// The size of a page, rounded up, with the part of the footer that is still to come.
    package static func pageSize(bytes: Int) -> Words {
        let kilobytes = (bytes + 300 + 1023) / 1024
        return Words(
            "Hemat data: halaman ini \(kilobytes) KB",
            "Light on data: this page is \(kilobytes) KB"
        )
    }
}
