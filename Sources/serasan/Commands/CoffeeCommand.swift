import ArgumentParser
import Coffee
import Foundation
import Site

/// What can be asked about coffee without a regency.
struct CoffeeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coffee",
        abstract: "Memeriksa berkas kopi: mutu biji menurut SNI.",
        subcommands: [GradeCoffee.self]
    )
}

struct GradeCoffee: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "Menghitung mutu menurut SNI 01-2907-2008 dari lembar uji (CSV).",
        discussion: """
            Kolom: kode dan jumlah, dan sampel bila contohnya lebih dari satu. Kode adalah jenis \
            cacat (biji_hitam, kopi_gelondong, ...; beberapa cacat pada satu biji digabung dengan \
            tanda +), atau berat_contoh (gram), kadar_air (persen), kotoran (persen), \
            serangga_hidup dan bau_busuk (ya/tidak). Kode keluar: 0 memenuhi syarat, 1 tidak, \
            2 berkas tidak bisa dibaca.
            """
    )

    @Argument(help: "Berkas CSV.")
    var file: String

    @Option(help: "robusta atau arabica.")
    var species: String

    func run() async throws {
        guard let species = GradedSpecies(written: species) else {
            throw ValidationError("--species robusta atau arabica")
        }
        var isFit = true
        try await telling {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw CommandFailure("Berkas \(file) tidak bisa dibaca.")
            }
            guard bytes.count <= 20_000_000 else {
                throw CommandFailure("Berkas \(file) lebih dari 20 MB.")
            }
            let read = GradeFile(TextOfFile(Array(bytes)))
            guard read.problems.isEmpty else {
                let lines = read.problems.map { "\(file):\($0.line): \($0.words.indonesian)" }
                throw CommandFailure(lines.joined(separator: "\n"))
            }
            for sheet in read.sheets {
                let report = GradeReport(of: sheet, as: species)
                print(report.lines.joined(separator: "\n"))
                isFit = isFit && report.isFit
            }
        }
        if !isFit { throw ExitCode(1) }
    }
}

extension GradeReport {
    /// The report as it is printed: each defect with its arithmetic, the sum, the grade.
    fileprivate var lines: [String] {
        func decimal(_ hundredths: Int64) -> String {
            Self.decimal(hundredths: hundredths, in: .indonesian)
        }
        var lines = sheet.sample.isEmpty ? [] : ["Sampel \(sheet.sample)"]
        for defect in Defect.allCases {
            guard let count = sheet.counts[defect], count > 0 else { continue }
            let value = decimal(defect.twentieths * 5)
            let sum = decimal(defect.twentieths * count * 5)
            lines.append("  \(defect.words.indonesian): \(count) x \(value) = \(sum)")
        }
        if isIndicative {
            let grams = decimal(sheet.sampleTenths * 10)
            lines.append("  Contoh \(grams) g, dihitung untuk 300 g: indikatif.")
        }
        lines.append("Jumlah nilai cacat: \(points(in: .indonesian))")
        for failing in failings { lines.append("TIDAK MEMENUHI: \(failing.words.indonesian)") }
        for missing in unmeasured { lines.append("Tidak diukur: \(missing.words.indonesian)") }
        lines.append("Hasil: \(grade.words.indonesian)")
        return lines
    }
}
