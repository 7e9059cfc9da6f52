import ArgumentParser
import Blueprints
import Services

/// Runs the worked examples of every blueprint.
struct Examples: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Menjalankan contoh-contoh dari setiap cetak biru.",
        discussion: """
            Setiap contoh mengisi formulir, menjalankan tindakan, dan membandingkan hasilnya. \
            Baris terakhir: N passed, N failed. Kode keluar 1 bila ada yang tidak sesuai.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let checked = try folder.check()
            guard !checked.hasErrors, let regency = checked.regency else {
                throw CommandFailure(
                    "Berkasnya belum benar. Jalankan dulu: serasan check \(dir)",
                    code: 1
                )
            }
            let runner = try ExampleRunner(
                regency: regency,
                archive: folder.regencyArchive()
            )
            var (passed, failed) = (0, 0)
            for blueprint in checked.blueprints {
                for example in blueprint.examples {
                    let complaints = runner.run(example, of: blueprint)
                    complaints.isEmpty ? (passed += 1) : (failed += 1)
                    let mark = complaints.isEmpty ? "cocok" : "TIDAK COCOK"
                    print("\(blueprint.name) \(example.id): \(mark)")
                    for complaint in complaints { print("    \(complaint)") }
                }
            }
            print("\(passed) passed, \(failed) failed")
            if failed > 0 { throw ExitCode(1) }
        }
    }
}
