import Blueprints
import Feel
import Registers

/// A register of plots with every kind of field, and files that fill it.
enum Sample {
    static let options = [
        AnswerType.Option(id: "robusta", label: "Robusta"),
        AnswerType.Option(id: "arabika", label: "Arabika"),
        AnswerType.Option(id: "lain", label: "Jenis lain"),
    ]

    static let plots = Register(
        id: "kebun",
        title: "Daftar kebun",
        fields: [
            field("nama_kebun", "Nama tempat kebun", .text(max: 80)),
            field("pendaftar", "NIK pendaftar", .nik),
            field("desa", "Desa", .village(within: nil)),
            field("jenis", "Jenis kopi", .choices(options, max: nil)),
            field("luas", "Luas", .decimal(unit: "ha", AnswerType.Bounds()), isOptional: true),
            field("tahun", "Tahun tanam", .whole(AnswerType.Bounds()), isOptional: true),
            field("sejak", "Sejak", .date(from: nil, to: nil), isOptional: true),
            field("hp", "Nomor HP", .phone, isOptional: true),
            field("setuju", "Setuju", .yesNo, isOptional: true),
            field("titik", "Titik", .point, isOptional: true),
            field("batas", "Batas", .area, isOptional: true),
        ],
        unique: []
    )

    static let growers = Register(
        id: "petani",
        title: "Daftar petani",
        fields: [field("nama", "Nama petani", .name), field("nik", "NIK", .nik)],
        unique: ["nik"]
    )

    static func field(
        _ id: Blueprints.ID,
        _ ask: String,
        _ type: AnswerType,
        isOptional: Bool = false
    ) -> Question {
        Question(id: id, page: "", ask: Words(ask), type: type, isOptional: isOptional)
    }

    static let villages = VillageNames { text in
        switch text.lowercased() {
        case "penindaian": ["16.03.08.2001"]
        case "16.03.08.2001": ["16.03.08.2001"]
        case "tanjung raya": ["16.03.08.2002", "16.03.09.2004"]
        case _: []
        }
    }

    static func ground() throws -> AnswerGround {
        guard let today = FeelDate(year: 2026, month: 11, day: 27) else { throw Unmade() }
        return AnswerGround(today: today)
    }

    struct Unmade: Error {}

    static let rukiah = "1603084505900001"

    /// A whole row by its columns, and what one test changes in it.
    static func table(
        _ changed: [String: String] = [:],
        habits: IncomingTable.Habits = IncomingTable.Habits(),
        place: IncomingPlace? = nil,
        isTurned: Bool = false
    ) -> IncomingTable {
        let plain = [
            ("Nama kebun", "Talang Contoh"), ("NIK", rukiah), ("Desa", "Penindaian"),
            ("Jenis", "Robusta"), ("Luas", "1,25"), ("Tahun", "2012"), ("Sejak", ""), ("HP", ""),
            ("Setuju", ""),
        ]
        return IncomingTable(
            columns: plain.map(\.0),
            rows: [
                IncomingRow(
                    number: 2,
                    cells: plain.map { changed[$0.0] ?? $0.1 },
                    place: place,
                    isTurned: isTurned
                )
            ],
            habits: habits
        )
    }

    static let mapping = ImportMapping(
        id: "tabel",
        title: "Tabel",
        register: "kebun",
        sources: [
            "nama_kebun": FieldSource(.columns(["Nama kebun"])),
            "pendaftar": FieldSource(.columns(["No KTP", "nik"])),
            "desa": FieldSource(.columns(["Desa"])), "jenis": FieldSource(.columns(["Jenis"])),
            "luas": FieldSource(.columns(["Luas"])), "tahun": FieldSource(.columns(["Tahun"])),
            "sejak": FieldSource(.columns(["Sejak"])), "hp": FieldSource(.columns(["HP"])),
            "setuju": FieldSource(.columns(["Setuju"])), "titik": FieldSource(.place),
            "batas": FieldSource(.place),
        ]
    )

    static func read(
        _ table: IncomingTable,
        by mapping: ImportMapping = mapping
    ) throws -> MappedRows.Reading {
        let mapped = MappedRows(
            table,
            into: plots,
            by: mapping,
            on: try ground(),
            villages: villages
        )
        guard let row = table.rows.first else { throw Unmade() }
        return mapped.read(row)
    }
}
