import Foundation
import Testing

@Test func `running cases go to the version in force, and every view follows`() throws {
    let scratch = try Scratch()
    let dir = scratch.path("kab")
    for arguments in [
        ["init", dir, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo"],
        ["publish", dir], ["seed", dir, "--cases", "300", "--months", "1"],
    ] {
        let made = try Program.run(arguments)
        try #require(made.status == 0, "\(made.complaint)")
    }
    let service = "surat-keterangan-usaha"
    let none = try Program.run(["cases", "move", dir, service, "--to", "1.0.0"])
    #expect(none.output == "Tidak ada perkara di versi lain.\n", "\(none.output)\(none.complaint)")

    for (file, old, new) in [
        ("blueprint.yaml", "version: 1.0.0", "version: 1.90.0"),
        ("services/\(service).yaml", "Apa nama usaha Anda?", "Apa nama usaha Anda sekarang?"),
    ] {
        let path = "kab/blueprints/16.03/umkm/\(file)"
        let text = try scratch.text(path)
        try #require(text.contains(old))
        try scratch.write(text.replacing(old, with: new), to: path)
    }
    #expect(try Program.run(["publish", dir]).status == 0)
    let dry = try Program.run(["cases", "move", dir, service, "--to", "1.90.0", "--dry-run"])
    #expect(dry.output.contains("Versi 1.0.0 ke 1.90.0: "), "\(dry.output)\(dry.complaint)")
    #expect(dry.output.contains("Apa nama usaha Anda sekarang?"))
    let again = try Program.run(["cases", "move", dir, service, "--to", "1.90.0", "--dry-run"])
    #expect(again.output == dry.output, "a dry run changes nothing")

    let moved = try Program.run(["cases", "move", dir, service, "--to", "1.90.0"])
    #expect(moved.lastLine.hasPrefix("Selesai. Perkara di versi lain: "), "\(moved.output)")
    let after = try Program.run(["cases", "move", dir, service, "--to", "1.90.0", "--dry-run"])
    #expect(
        after.output.contains("tetap:") || after.output == "Tidak ada perkara di versi lain.\n",
        "whatever is left says why: \(after.output)"
    )
    #expect(try Program.run(["views", "verify", dir]).status == 0)

    for wrong in [[service, "--to", "1.0.0"], ["tidak-ada", "--to", "1.90.0"]] {
        let refused = try Program.run(["cases", "move", dir] + wrong)
        #expect(refused.status == 2, "\(refused.output)")
    }
}
