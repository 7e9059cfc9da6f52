import Foundation
import Testing

private func newRegency(_ scratch: Scratch, demo: Bool = true) throws -> String {
    let dir = scratch.path("kab")
    let flags = demo ? ["--demo"] : []
    let made = try Program.run(
        ["init", dir, "--name", "Kabupaten Contoh", "--code", "16.03"] + flags
    )
    try #require(made.status == 0, "\(made.complaint)")
    return dir
}

@Test func `a new sample regency checks clean and its examples pass`() throws {
    let scratch = try Scratch()
    let dir = try newRegency(scratch)

    let check = try Program.run("check", dir)
    #expect(check.status == 0)
    #expect(check.lastLine == "0 errors, 0 warnings")

    let examples = try Program.run("test", dir)
    #expect(examples.status == 0, "\(examples.output)")
    #expect(examples.lastLine.hasSuffix(" passed, 0 failed"))
    #expect(!examples.lastLine.hasPrefix("0 "))
}

@Test func `without sample data the open holes are warnings, and publishing refuses them`() throws {
    let scratch = try Scratch()
    let dir = try newRegency(scratch, demo: false)

    let check = try Program.run("check", dir)
    #expect(check.status == 0, "\(check.output)")
    #expect(check.lastLine == "0 errors, 46 warnings")

    let publish = try Program.run("publish", dir)
    #expect(publish.status == 1)
    #expect(publish.output.contains("error[S502]"))
    #expect(publish.complaint.contains("Belum ada yang diterbitkan."))
}

@Test func `an empty regency has no blueprints and nothing to complain about`() throws {
    let scratch = try Scratch()
    let dir = scratch.path("kab")
    let made = try Program.run(
        "init",
        dir,
        "--name",
        "Kabupaten Contoh",
        "--code",
        "12.03",
        "--empty"
    )
    #expect(made.status == 0)
    #expect(made.output.contains("Kunci akar"))
    #expect(try Program.run("check", dir).lastLine == "0 errors, 0 warnings")
    #expect(try Program.run("test", dir).lastLine == "0 passed, 0 failed")
    #expect(try Program.run("publish", dir).status == 0)
}

@Test func `a faulty file is told with its place and ends with exit code 1`() throws {
    let scratch = try Scratch()
    let dir = try newRegency(scratch)
    let file = "kab/blueprints/16.03/umkm/services/surat-keterangan-usaha.yaml"
    let text = try scratch.text(file).replacing("to: tanda_tangan", with: "to: tanda_tagan")
    try scratch.write(text, to: file)

    let check = try Program.run("check", dir)
    #expect(check.status == 1)
    #expect(check.output.contains("surat-keterangan-usaha.yaml:"))
    #expect(check.output.contains("tanda_tangan"))
    #expect(check.lastLine.wholeMatch(of: /[1-9]\d* errors, \d+ warnings/) != nil)

    let json = try Program.run("check", dir, "--json")
    #expect(json.status == 1)
    let items = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(items?.first?["line"] as? Int != nil)

    // The edition in force stays: a faulty folder is a draft.
    #expect(try Program.run("publish", dir).status == 1)
    #expect(try Program.run("officer", "list", dir).status == 0)
}

@Test func `what is wrong with the channels of notices is a finding like any other`() throws {
    let scratch = try Scratch()
    let dir = try newRegency(scratch)
    try scratch.write(
        "surel:\n  dari: kabar\n  server: smtp.contoh.go.id\njabatan:\n  raja: a@contoh.id\n",
        to: "kab/kabar.yaml"
    )
    let json = try Program.run("check", dir, "--json")
    #expect(json.status == 1)
    #expect(json.complaint.isEmpty, "\(json.complaint)")
    let items = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(items?.map { $0["file"] as? String } == ["kabar.yaml"])
    #expect(items?.first?["line"] as? Int == 2)
    let check = try Program.run("check", dir)
    #expect(check.status == 1)
    #expect(check.output.contains("kabar.yaml:2:1"))
    #expect(check.output.contains("surel.dari"))
    #expect(check.lastLine == "1 errors, 0 warnings")

    try scratch.write("jabatan:\n  raja: a@contoh.id\n", to: "kab/kabar.yaml")
    let post = try Program.run("check", dir)
    #expect(post.output.contains("kabar.yaml:2:1"))
    #expect(post.output.contains("Jabatan \"raja\" tidak ada"))
}

@Test func `what is wrong with the rules of cooperation is a finding like any other`() throws {
    let scratch = try Scratch()
    let dir = try newRegency(scratch)
    try scratch.write("sumber: apa saja\n", to: "kab/kerja-sama.yaml")
    let check = try Program.run("check", dir)
    #expect(check.status == 1)
    #expect(check.output.contains("kerja-sama.yaml:1:1"))
    #expect(check.lastLine == "1 errors, 0 warnings")
}

@Test func `publishing twice changes nothing, and an edit under the same version is an edition`()
    throws
{
    let scratch = try Scratch()
    let dir = try newRegency(scratch)
    let again = try Program.run("publish", dir)
    #expect(again.status == 0)
    #expect(!again.output.contains(": terbit"))

    let file = "kab/blueprints/16.03/umkm/services/surat-keterangan-usaha.yaml"
    let text = try scratch.text(file).replacing("Apa nama usaha Anda?", with: "Nama usahanya apa?")
    try scratch.write(text, to: file)
    let edited = try Program.run("publish", dir)
    #expect(edited.output.components(separatedBy: ": terbit").count == 2)
}

@Test func `officials are added, listed and given a new password`() throws {
    let scratch = try Scratch()
    let dir = try newRegency(scratch)
    let added = try Program.run(
        "officer",
        "add",
        dir,
        "--name",
        "Budi Santoso",
        "--login",
        "burhan",
        "--post",
        "lurah-pasar-ii",
        "--capacity",
        "plh",
        "--until",
        "2027-01-31",
        "--nip",
        "19800101 200501 1 001"
    )
    #expect(added.status == 0, "\(added.complaint)")
    #expect(added.output.hasPrefix("burhan "))
    let list = try Program.run("officer", "list", dir)
    #expect(list.output.contains("burhan\tBudi Santoso\tplh lurah-pasar-ii"))
    #expect(try Program.run("officer", "reset", dir, "burhan").status == 0)

    let taken = try Program.run(
        "officer",
        "add",
        dir,
        "--name",
        "Lain",
        "--login",
        "burhan",
        "--post",
        "lurah-pasar-ii"
    )
    #expect(taken.status == 2)
    #expect(taken.complaint.contains("Nama masuk itu sudah dipakai"))
    let wrong = try Program.run(
        ["officer", "add", dir, "--name", "Lain", "--login", "lain", "--post", "lurah-pasar-ii"]
            + ["--nip", "123"]
    )
    #expect(wrong.status == 2)
    #expect(wrong.complaint.contains("NIP \"123\" tidak terbaca"))
    let unknown = try Program.run(
        "officer",
        "add",
        dir,
        "--name",
        "Lain",
        "--login",
        "lain",
        "--post",
        "tidak-ada"
    )
    #expect(unknown.status == 2)
    #expect(unknown.complaint.contains("Jabatan itu tidak ada"))
    #expect(try Program.run("officer", "reset", dir, "siapa").status == 2)
}

@Test func `rebuilding keeps the log as it is`() throws {
    let scratch = try Scratch()
    let dir = try newRegency(scratch)
    let first = try Program.run("rebuild", dir)
    #expect(first.status == 0)
    #expect(try Program.run("rebuild", dir).output == first.output)
    #expect(try Program.run("officer", "list", dir).output.contains("rahayu"))
}

@Test(arguments: [
    (["check", "/tidak/ada"], Int32(2), "Tidak ada regency.yaml"),
    (["init", "/tmp/x", "--name", "K", "--code", "1603"], 2, "tidak terbaca"),
    (["check"], 64, "Missing expected argument"),
    (["terbitkan"], 64, "Unexpected argument"),
])
func `a command that cannot be done says what to do`(
    arguments: [String],
    code: Int32,
    words: String
) throws {
    let run = try Program.run(arguments)
    #expect(run.status == code)
    #expect(run.complaint.contains(words))
}

@Test(arguments: ["init", "check", "test", "publish", "serve", "officer", "rebuild", "coffee"])
func `each command explains itself`(command: String) throws {
    let help = try Program.run(command, "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: serasan \(command)"))
    #expect(help.output.contains("OVERVIEW:"))
}

@Test func `secrets lie in files that nobody else may read`() throws {
    let scratch = try Scratch()
    _ = try newRegency(scratch)
    for name in ["kab/data/kunci", "kab/data/petugas-contoh.txt"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        #expect(mode & 0o077 == 0, "\(name) has mode \(String(mode, radix: 8))")
    }
}

@Test func `a look that nobody could read or trust is refused before it is in force`() throws {
    let scratch = try Scratch()
    let dir = try newRegency(scratch)
    let file = "kab/regency.yaml"
    let plain = try scratch.text(file)

    try scratch.write("<svg><script>alert(1)</script></svg>", to: "kab/lambang.svg")
    let theme = "\ntheme: { lambang: lambang.svg, utama: \"#e0c068\" }\n"
    try scratch.write(plain + theme, to: file)
    let check = try Program.run("check", dir)
    #expect(check.status == 1)
    #expect(check.output.contains("F226"))
    #expect(check.output.contains("<script>"))
    #expect(check.output.contains("F227"))
    #expect(try Program.run("publish", dir).status == 1)

    try scratch.write(
        "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>",
        to: "kab/lambang.svg"
    )
    try scratch.write(plain + theme.replacing("#e0c068", with: "#1b5e20"), to: file)
    let publish = try Program.run("publish", dir)
    #expect(publish.status == 0, "\(publish.output)")
    #expect(publish.output.contains("regency "))
}
