import Site

/// What a column of the file can mean.
package enum ImportField: String, CaseIterable, Sendable {
    case name = "nama"
    case nip
    case logIn = "masuk"
    case post = "jabatan"
    case unit
    case first = "mulai"
    case last = "sampai"
    case capacity = "kapasitas"

    var words: Words {
        switch self {
        case .name: Words("Nama lengkap", "Full name")
        case .nip: Words("NIP", "NIP")
        case .logIn: Words("Nama masuk", "Log-in name")
        case .post: Words("Jabatan", "Post")
        case .unit: Words("Unit", "Unit")
        case .first: Words("Mulai tanggal", "From")
        case .last: Words("Sampai tanggal", "Until")
        case .capacity: Words("Definitif, Plt., atau Plh.", "Capacity")
        }
    }

    /// What a heading that means this begins with, in small letters.
    fileprivate var headings: [String] {
        switch self {
        case .name: ["nama lengkap", "nama pegawai", "nama petugas", "nama", "name"]
        case .nip: ["nip", "nomor induk"]
        case .logIn: ["nama masuk", "log-in", "login", "username", "user", "akun", "masuk"]
        case .post: ["jabatan", "post", "kode jabatan", "posisi"]
        case .unit: ["unit", "opd", "skpd", "instansi", "kantor", "dinas"]
        case .first: ["mulai", "tmt", "dari", "from"]
        case .last: ["sampai", "akhir", "berakhir", "until", "hingga"]
        case .capacity: ["kapasitas", "sebagai", "status jabatan", "capacity"]
        }
    }
}

/// Which column means what.
package struct ImportColumns: Hashable, Sendable {
    package var places: [ImportField: Int]

    package init(places: [ImportField: Int]) { self.places = places }

    /// The guess by the headings.
    package init(guessing head: [String]) {
        places = [:]
        let plain = head.map { $0.lowercased().replacing("_", with: " ") }
        // "Nama masuk" is a name too: the closer meaning chooses first.
        for field in [ImportField.logIn, .nip, .post, .unit, .first, .last, .capacity, .name] {
            let taken = Set(places.values)
            let found = field.headings.lazy.compactMap { heading in
                plain.firstIndex { $0 == heading || $0.hasPrefix(heading) }
                    .flatMap { taken.contains($0) ? nil : $0 }
            }
            places[field] = found.first
        }
    }

    /// As it is remembered: `nama=0,nip=3`.
    package var text: String {
        ImportField.allCases.compactMap { field in
            places[field].map { "\(field.rawValue)=\($0)" }
        }
        .joined(separator: ",")
    }

    package init(text: String) {
        places = [:]
        for part in text.split(separator: ",") {
            let halves = part.split(separator: "=")
            guard halves.count == 2, let field = ImportField(rawValue: String(halves[0])),
                let place = Int(halves[1])
            else { continue }
            places[field] = place
        }
    }

    func cell(_ field: ImportField, of row: [String]) -> String {
        guard let place = places[field], row.indices.contains(place) else { return "" }
        return row[place]
    }
}
