import Site
import Stories

extension Visit {
    /// A citizen on a phone, at 09.30 of a Monday.
    static var example: Visit {
        var installation = Installation(
            name: "Kabupaten Contoh",
            base: "https://layanan.contoh.go.id"
        )
        installation.contacts = .init(whatsApp: "0811-7000-1234", phone: "(0730) 123456")
        let day = Day(year: 2026, month: 11, day: 23) ?? Day(number: 0)
        return Visit(to: installation, now: Zone.wib.instant(day, minute: 570))
    }
}
