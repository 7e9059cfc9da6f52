package import Stories

/// A person who does not exist, with a name as common as in life.
///
/// The NIK is put together from a district, a date of birth and a number, the phone is one of
/// the ten thousand that nobody has.
package struct InventedPerson: Hashable, Sendable {
    package let name: String
    package let nik: String
    package let phone: String
    package let isWoman: Bool

    /// `districts` are the first six digits of NIKs that are in use here.
    package init(_ numbers: inout SeededNumbers, districts: [String]) {
        isWoman = numbers.happens(0.49)
        name = Self.drawnName(&numbers, isWoman)
        let day = numbers.whole(1...28) + (isWoman ? 40 : 0)
        let (month, year) = (numbers.whole(1...12), numbers.whole(1948...2007) % 100)
        let district = districts.isEmpty ? "160301" : numbers.pick(districts)
        nik =
            district + Self.padded(day, 2) + Self.padded(month, 2) + Self.padded(year, 2)
            + Self.padded(numbers.whole(1...9999), 4)
        phone = "08120000" + Self.padded(numbers.whole(1000...9999), 4)
    }

    /// The name that others call them by.
    var firstName: String { String(name.prefix { $0 != " " }) }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// One word in seven names, two in most, three in some; a few begin with the names that
    /// half the country knows.
    private static func drawnName(_ numbers: inout SeededNumbers, _ isWoman: Bool) -> String {
        let first: String
        if isWoman {
            first =
                numbers.happens(0.09) ? "Siti" : numbers.pickFalling(women)
        } else {
            first = numbers.happens(0.09) ? "Muhammad" : numbers.pickFalling(men)
        }
        let isLed = first == "Siti" || first == "Muhammad"
        let kind = numbers.share()
        if kind < 0.14, !isLed { return first }
        let second = numbers.pickFalling(
            isLed ? (isWoman ? women : men) : (isWoman ? lastOfWomen : lastOfMen)
        )
        if kind < 0.9 || isLed { return first == second ? first : "\(first) \(second)" }
        let third = numbers.pickFalling(isWoman ? lastOfWomen : lastOfMen)
        return third == second ? "\(first) \(second)" : "\(first) \(second) \(third)"
    }

    private static let men = words(
        """
        Ahmad Agus Budi Andi Eko Dedi Hendra Joko Rudi Yusuf Abdul Bambang Heri Iwan Arif Doni \
        Edi Fajar Hasan Ibrahim Imam Irwan Ismail Jamal Junaidi Kurnia Mahmud Mulyadi Nanang \
        Nasrul Rahmat Rizki Robi Rusdi Salim Samsul Sofyan Sugeng Suherman Sulaiman Supri Syahrul \
        Taufik Toni Umar Usman Wahyu Wawan Yadi Yanto Yudi Zainal Zulkifli Darmawan Firman \
        Gunawan Herman Ikhsan Jauhari Karim Lukman Marwan
        """
    )
    private static let women = words(
        """
        Sri Nur Dewi Sari Rina Yuni Yanti Eka Lina Rita Wati Ani Aminah Fatimah Fitri Halimah \
        Ida Indah Kartini Khadijah Lestari Maryam Maya Mega Mira Nurul Nia Novi Puji Putri Rahma \
        Ratna Reni Rosmini Rohani Rukiah Salma Santi Sinta Sulastri Susi Tuti Umi Wulan Yulia \
        Zahra Zubaidah Asmawati Dahlia Elly Hasanah Juwita Kurniati Laila Marlina Neneng Oktavia
        """
    )
    private static let lastOfMen = words(
        """
        Saputra Setiawan Hidayat Susanto Kurniawan Wijaya Santoso Nugroho Pratama Wibowo \
        Firmansyah Effendi Hamzah Sutrisno Suryadi Rahman Hakim Siregar Harahap Utama Purnomo \
        Ramadhan Yusuf Ansori Basri Cahyono Darmawan Fauzi Ghozali Halim Iskandar Jaya Kusuma Lubis Maulana \
        Nasution Oktavian Permana Qadir Rosadi Syarif Tanjung Umar Wahid Yamin Zulkarnain
        """
    )
    private static let lastOfWomen = words(
        """
        Wati Sari Lestari Handayani Rahayu Wulandari Astuti Ningsih Hidayati Puspita Anggraini \
        Kartika Safitri Maharani Utami Permata Aminah Hasanah Khotimah Rohmah Yuliana Fitriani \
        Marlina Agustina Oktaviani Susanti Suryani Kurniasih Nuraini Damayanti Pertiwi Indriani \
        Juliana Melati Nabila Oktarina Purnamasari Ramadhani Septiani Trisnawati Zulaikha
        """
    )

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
