import ArgumentParser
import Beans
import Foundation

/// Grades the samples of a laboratory's file.
struct GradeCoffee: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "Menghitung mutu biji kopi menurut SNI 01-2907-2008.",
        discussion: """
            Berkas CSV dari laboratorium, satu contoh atau banyak. Pemisahnya koma, titik koma \
            atau tab; baris pertama berisi judul kolom:

              sampel        nama contoh; kosong berarti sama dengan baris di atasnya
              cacat         kode atau nama cacat; beberapa pada satu biji digabung dengan +
              jumlah        berapa biji atau benda
              berat_contoh  gram; standarnya 300, berat lain dihitung ke 300 dan indikatif
              kadar_air, kotoran          persen
              serangga_hidup, bau         ada atau tidak
              ayakan_19 … ayakan_9, ayakan_dasar   gram yang tertinggal di ayakan itu

            Boleh juga satu baris untuk satu contoh, dengan satu kolom untuk tiap kode cacat: \
            \(Defect.allCases.map(\.rawValue).joined(separator: ", ")).

            Kode keluar 0 bila semua contoh di dalam standar; 1 bila ada yang di luar standar \
            atau tidak terbaca.
            """
    )

    @Argument(help: "Berkas CSV.")
    var file: String

    @Option(help: "Jenis kopi: robusta atau arabica.")
    var species: String

    @Option(help: "Pengolahan, untuk kelas ukuran robusta: dry atau wet.")
    var process: String?

    @Flag(help: "Tulis sebagai JSON.")
    var json = false

    func validate() throws {
        guard Species(named: species) != nil else {
            throw ValidationError("--species: robusta atau arabica.")
        }
        guard process.map({ Treatment(named: $0) != nil }) ?? true else {
            throw ValidationError("--process: dry atau wet.")
        }
    }

    func run() async throws {
        try await telling {
            let sheet = LabSheet(try bytes())
            let treatment = process.flatMap { Treatment(named: $0) }
            let species = Species(named: species) ?? .robusta
            let graded = sheet.samples.map { named in
                GradedSample(
                    name: named.name,
                    line: named.line,
                    report: GradeReport(named.sample, species: species, treatment: treatment)
                )
            }
            if json {
                print(try serasan.json(ToldGrades(graded, sheet.problems)))
            } else {
                print(GradesText(graded, sheet.problems).text)
            }
            let isGood = sheet.problems.isEmpty && graded.allSatisfy(\.report.isWithinStandard)
            if !isGood { throw ExitCode(1) }
        }
    }

    /// The most bytes of a file that is read.
    private static let mostBytes = 4_000_000

    private func bytes() throws -> [UInt8] {
        let data: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: file))
            data = try handle.read(upToCount: Self.mostBytes + 1) ?? Data()
        } catch { throw CommandFailure("Tidak ada berkas \(file), atau tidak bisa dibaca.") }
        guard data.count <= Self.mostBytes else {
            throw CommandFailure("Berkas \(file) lebih besar dari 4 MB. Bagi menjadi beberapa.")
        }
        return [UInt8](data)
    }
}

/// A sample by its name and where it begins, with what came of it.
struct GradedSample {
    let name: String
    let line: Int
    let report: GradeReport
}
