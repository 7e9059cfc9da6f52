import Ledger
import Site
import Stories

/// The register of agreements as a table: what administration keeps (penatausahaan).
struct AgreementRegister {
    private let lines: [[String]]

    init(
        _ agreements: [ListedAgreement],
        on day: Day,
        _ rules: (Public) throws -> CooperationRules
    ) throws {
        lines = try agreements.reversed().enumerated().map { index, agreement in
            let stage = try agreement.stage.flatMap { try rules(agreement.rules).stage($0)?.name }
            return [
                "\(index + 1)", agreement.kind.rawValue, agreement.texts["judul"],
                agreement.texts["mitra"].split(whereSeparator: \.isNewline)
                    .joined(separator: "; "),
                agreement.texts["objek"], agreement.texts["ruang"],
                agreement.standing(on: day).words.indonesian, stage?.indonesian ?? "",
                agreement.signed?.description ?? "", agreement.from?.description ?? "",
                agreement.until?.description ?? "", agreement.ended?.description ?? "",
            ]
        }
    }

    var spreadsheet: Spreadsheet {
        Spreadsheet(
            [
                [
                    "nomor_urut", "jenis", "judul", "mitra", "objek", "ruang_lingkup", "keadaan",
                    "tahap_terakhir", "ditandatangani", "mulai", "sampai", "diakhiri",
                ]
            ] + lines
        )
    }
}
