import Blueprints
import Site

/// What services are grouped under: families, business, coffee.
package struct Topic: Hashable, Sendable {
    package let id: String

    init(_ id: ID) { self.id = id.text }

    /// Its name; a topic that only this regency has is called by its word.
    package var words: Words {
        switch id {
        case "keluarga": Words("Keluarga", "Family")
        case "kependudukan": Words("Kependudukan", "Papers of residents")
        case "usaha": Words("Usaha", "Business")
        case "kopi", "tani-kopi": Words("Tani dan kopi", "Farming and coffee")
        case "kesehatan": Words("Kesehatan", "Health")
        case "sekolah": Words("Sekolah dan penelitian", "School and research")
        case "tanah": Words("Tanah", "Land")
        case "jalan": Words("Jalan", "Roads")
        case "bantuan": Words("Bantuan", "Support")
        case "pengaduan": Words("Pengaduan", "Complaints")
        case "informasi": Words("Informasi publik", "Public information")
        case _: Words(id.prefix(1).uppercased() + id.dropFirst().replacing("-", with: " "))
        }
    }
}
