import Blueprints

/// What the features of this program read from registers.
///
/// A feature that reads a register stands here with what it reads: `check`, `publish` and an
/// upgrade then refuse whatever would take it away.
enum NeedsOfFeatures {
    static let all = coffee

    /// What the journey of coffee asks of growers, plots and buyers.
    private static let coffee = [
        RegisterNeed(
            "perjalanan kopi",
            reads: "petani",
            of: "16.03/kopi",
            [
                .init("nama", "name"), .init("nik", "nik"),
                .init("hp", "phone", mayBeAbsent: true),
                .init("desa", "village", mayBeAbsent: true),
                .init("tampil_nama", "yes/no", mayBeAbsent: true),
            ]
        ),
        RegisterNeed(
            "perjalanan kopi",
            reads: "kebun",
            of: "16.03/kopi",
            [
                .init("nama_kebun", "text"), .init("desa", "village"),
                .init("luas", "decimal", unit: "ha"), .init("batas", "area", mayBeAbsent: true),
                .init("tahun_tanam", "whole"), .init("pendaftar", "nik"),
            ]
        ),
        RegisterNeed(
            "perjalanan kopi",
            reads: "pembeli",
            of: "16.03/kopi",
            [.init("nama", "text")]
        ),
    ]
}
