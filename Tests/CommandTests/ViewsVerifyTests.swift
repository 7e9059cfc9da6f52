import Foundation
import Ledger
import LedgerSQLite
import Testing

@Test func `every view of a regency is what its log says, and one that is not is named and mended`()
    throws
{
    let scratch = try Scratch()
    let dir = scratch.path("kab")
    for arguments in [
        ["init", dir, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo"],
        ["publish", dir], ["seed", dir, "--cases", "60"],
    ] {
        let made = try Program.run(arguments)
        try #require(made.status == 0, "\(made.complaint)")
    }
    let same = try Program.run(["views", "verify", dir])
    #expect(same.status == 0, "\(same.output)")
    #expect(same.lastLine == "Semua sama dengan catatan.")
    #expect(try Program.run(["doctor", dir]).output.contains("sama dengan catatan."))

    let path = "\(dir)/data/catatan.sqlite"
    let connection = try SQLiteConnection(path: path, readOnly: false)
    try connection.run("UPDATE cases SET received = received + 1 WHERE rowid = 7")
    connection.close()
    let found = try Program.run(["views", "verify", dir])
    #expect(found.status == 1)
    #expect(
        found.output.contains("BERBEDA: pandangan cases: tabel cases berbeda"),
        "\(found.output)"
    )
    #expect(found.lastLine.hasSuffix("serasan rebuild \(dir) --only cases"))
    let doctor = try Program.run(["doctor", dir])
    #expect(doctor.status == 2)
    #expect(doctor.output.contains("--only cases"))

    #expect(try Program.run(["rebuild", dir, "--only", "tidak-ada"]).status == 2)
    #expect(try Program.run(["rebuild", dir, "--only", "cases"]).status == 0)
    #expect(try Program.run(["views", "verify", dir]).status == 0)
    // A view that the others are named by: its damage must not keep the record closed.
    let again = try SQLiteConnection(path: path, readOnly: false)
    try again.run("UPDATE editions SET version = '1.0*0'")
    again.close()
    let named = try Program.run(["views", "verify", dir])
    #expect(named.status == 1)
    #expect(named.output.contains("BERBEDA: pandangan publications: "), "\(named.output)")
    #expect(try Program.run(["rebuild", dir, "--only", "publications"]).status == 0)
    #expect(try Program.run(["views", "verify", dir]).status == 0)

    let left = try FileManager.default.contentsOfDirectory(atPath: "\(dir)/data")
    #expect(!left.contains { $0.hasPrefix("pandangan.banding") })
    #expect(try Program.run(["views", "verify", scratch.path("tidak-ada")]).status == 2)
}
