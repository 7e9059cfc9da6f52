package import Blueprints

/// A first guess which column fills which field, by what the columns are called.
package enum GuessedMapping {
    /// - Parameter shipped: mappings of the blueprint for this register; the one whose columns are
    ///   all there is better than any guess.
    package static func of(
        _ table: IncomingTable,
        into register: Register,
        shipped: [ImportMapping] = []
    ) -> ImportMapping {
        let fitting = shipped.filter { $0.register == register.id && $0.fits(table) }
        if let best = fitting.max(by: { $0.sources.count < $1.sources.count }) { return best }
        var mapping = ImportMapping(
            id: ID("impor-\(register.id)"),
            title: register.title,
            register: register.id
        )
        var taken: Set<Int> = []
        for strength in Strength.allCases {
            for field in register.fields where mapping.sources[field.id] == nil {
                guard let column = column(for: field, in: table, strength, leaving: taken) else {
                    continue
                }
                taken.insert(column)
                let heading = table.columns[column]
                mapping.sources[field.id] = FieldSource(
                    .columns([heading]),
                    unit: unit(of: heading, for: field)
                )
            }
        }
        if table.hasPlaces {
            for field in register.fields where field.takesPlace {
                if mapping.sources[field.id] == nil {
                    mapping.sources[field.id] = FieldSource(.place)
                }
            }
        }
        return mapping
    }

    /// The closer a heading is to a field, the earlier it chooses.
    private enum Strength: CaseIterable { case itself, label, synonym, part }

    private static func column(
        for field: Question,
        in table: IncomingTable,
        _ strength: Strength,
        leaving taken: Set<Int>
    ) -> Int? {
        guard !field.type.isPlaceOnly, field.canBeMapped else { return nil }
        let wanted: [String] =
            switch strength {
            case .itself: [ColumnName.plain(field.id.text)]
            case .label:
                [field.ask.indonesian, field.ask.text(in: .english).text].map(ColumnName.plain)
            case .synonym: synonyms(of: field)
            case .part: [ColumnName.plain(field.id.text)] + synonyms(of: field)
            }
        return wanted.lazy.compactMap { word in
            table.columns.indices.first { index in
                guard !taken.contains(index) else { return false }
                let (whole, last) = (
                    ColumnName.plain(table.columns[index]), ColumnName.last(table.columns[index])
                )
                if strength == .part { return word.count >= 4 && last.contains(word) }
                return whole == word || last == word
            }
        }.first
    }

    private static func synonyms(of field: Question) -> [String] {
        let ofType: [String] =
            switch field.type {
            case .nik: ["nik", "noktp", "nomorktp", "ktp", "nomorindukkependudukan", "idnumber"]
            case .phone: ["hp", "nohp", "nomorhp", "telepon", "notelp", "telp", "phone", "wa"]
            case .village:
                ["desa", "kelurahan", "desakelurahan", "namadesa", "village", "kodedesa"]
            case .email: ["email", "surel", "mail"]
            case .nib: ["nib"]
            case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money,
                .date, .point, .area, .photo, .file, .person, .group, .computed:
                []
            }
        return (words[field.id] ?? []) + ofType
    }

    /// What columns are called in forms and tables of this trade, besides the fields' own names.
    private static let words: [ID: [String]] = [
        "nama": [
            "namapetani", "namalengkap", "farmername", "fullname", "name", "namausaha",
            "namakelompok", "buyer", "company",
        ],
        "kelompok": ["kelompoktani", "poktan", "gapoktan", "farmergroup", "group"],
        "nama_kebun": ["namatempat", "plotname", "kebun", "blok", "talang", "plot", "lokasi"],
        "jenis_kopi": ["jenis", "varietas", "species", "variety", "coffeetype", "komoditas"],
        "luas": [
            "luasha", "luaskebun", "luaslahan", "areaha", "area", "hectares", "luasm2", "size",
        ],
        "tahun_tanam": ["tahun", "tahuntanam", "plantingyear", "yearplanted"],
        "jumlah_batang": ["batang", "jumlahpohon", "pohon", "populasi", "trees", "numberoftrees"],
        "pendaftar": ["nikpetani", "nikpendaftar", "petani", "farmernik", "farmerid"],
        "nama_pemilik": ["owner", "ownername"], "nama_penggarap": ["cultivator", "penggarap"],
        "surat_tanah": ["sertifikat", "landtitle", "statuslahan", "buktikepemilikan", "legalitas"],
        "kawasan": ["kawasanhutan", "forest", "statuskawasan"],
        "nomor": ["kodekebun", "nomorkebun", "plotid", "plotcode", "idkebun"],
        "negara": ["country"], "alamat": ["address"], "penghubung": ["contact", "contactperson"],
        "ketua": ["chair", "leader", "namaketua"], "anggota": ["members", "jumlahanggota"],
        "pengelola": ["manager", "owner"], "sejak": ["since", "tanggal", "tanggalmasuk"],
        "peran": ["role"], "lembaga": ["organisation", "body"],
    ]

    private static func unit(of heading: String, for field: Question) -> String? {
        guard case .decimal(let wanted, _) = field.type else { return nil }
        let word = heading.lowercased().replacing("²", with: "2")
        let named = UnitOfFile.kin(of: wanted).first { unit in
            word.split { !$0.isLetter && !$0.isNumber }.contains { $0 == unit }
        }
        return named == wanted ? nil : named
    }
}

extension ImportMapping {
    /// Whether the file has every column of which it speaks, and a place where it asks for one.
    package func fits(_ table: IncomingTable) -> Bool {
        sources.values.allSatisfy { source in
            switch source.origin {
            case .columns(let names):
                names.contains { ColumnName.place(of: $0, in: table.columns) != nil }
            case .fixed: true
            case .place: table.hasPlaces
            }
        }
    }
}

extension Question {
    /// Whether the place of a row can fill it: its point, its boundary, its size.
    package var takesPlace: Bool {
        if case .decimal("ha", _) = type { return true }
        return type.isPlaceOnly
    }

    /// Whether a file can fill it at all.
    package var canBeMapped: Bool {
        switch type {
        case .photo, .file, .person, .group, .computed: false
        case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money, .date,
            .phone, .email, .nik, .nib, .village, .point, .area:
            true
        }
    }
}

extension AnswerType {
    fileprivate var isPlaceOnly: Bool {
        switch self {
        case .point, .area: true
        case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money, .date,
            .phone, .email, .nik, .nib, .village, .photo, .file, .person, .group, .computed:
            false
        }
    }
}
