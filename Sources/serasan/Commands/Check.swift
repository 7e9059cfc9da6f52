import ArgumentParser
import Blueprints

/// Checks every file of a regency's folder.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Memeriksa semua berkas satu kabupaten.",
        discussion: """
            Semua temuan disebut sekaligus, masing-masing dengan tempat, kalimat dan saran. \
            Baris terakhir: N errors, N warnings. Kode keluar 1 bila ada kesalahan.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Flag(help: "Tulis temuan sebagai JSON, satu nilai untuk seluruhnya.")
    var json = false

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            var checked = try folder.check()
            checked.diagnostics += folder.findingsOfNotices(knowing: checked.regency)
            checked.diagnostics += folder.findingsOfCooperation()
            if json {
                let items = checked.diagnostics.inOrder.map(\.json)
                print("[\(items.joined(separator: ",\n "))]")
            } else {
                print(
                    checkText(checked.diagnostics, source: folder.text),
                    terminator: ""
                )
            }
            if checked.hasErrors { throw ExitCode(1) }
        }
    }
}
