import Foundation
import Testing

/// A site that runs until the test ends.
final class Running {
    private let process: Process
    private let scratch: Scratch

    init(
        _ arguments: [String],
        in scratch: Scratch,
        under surroundings: [String: String] = [:]
    ) throws {
        self.scratch = scratch
        process = try Program.prepare(["serve"] + arguments, under: surroundings)
        process.standardOutput = try scratch.newFile("keluaran")
        process.standardError = try scratch.newFile("keluhan")
        try process.run()
        for _ in 0..<600 where process.isRunning {
            if try scratch.text("keluaran").contains("berjalan di") { return }
            usleep(100_000)
        }
        Issue.record("the site does not start: \(try scratch.text("keluhan"))")
    }

    /// The address that it says it runs at.
    func base() throws -> String {
        let line = try scratch.text("keluaran").split(separator: "\n").first {
            $0.contains("berjalan di")
        }
        return String(try #require(line?.split(separator: " ").last))
    }

    func hangUp() { kill(process.processIdentifier, SIGHUP) }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }
}

/// Runs a tool of the system; what it writes, and whether it was content.
func tool(_ arguments: [String], in scratch: Scratch) throws -> (text: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = scratch.url
    let name = "alat-\(UUID().uuidString)"
    process.standardOutput = try scratch.newFile(name)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (try scratch.text(name), process.terminationStatus)
}

/// A certificate authority of our own, and a certificate by it for this machine.
struct Authority {
    let scratch: Scratch

    init(in scratch: Scratch) throws {
        self.scratch = scratch
        try openssl(
            "req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=CA -keyout ca.key -out ca.pem"
        )
        try scratch.write("subjectAltName=IP:127.0.0.1\n", to: "names")
    }

    func issue(serial: String, days: String = "30") throws {
        try openssl(
            "req -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -keyout new.key -out new.request"
        )
        try openssl(
            "x509 -req -in new.request -CA ca.pem -CAkey ca.key -set_serial \(serial) "
                + "-days \(days) -extfile names -out new.pem"
        )
        let files = FileManager.default
        try files.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: scratch.path("new.key")
        )
        for (new, name) in [("new.key", "site.key"), ("new.pem", "site.pem")] {
            if files.fileExists(atPath: scratch.path(name)) {
                try files.removeItem(atPath: scratch.path(name))
            }
            try files.moveItem(atPath: scratch.path(new), toPath: scratch.path(name))
        }
    }

    private func openssl(_ words: String) throws {
        let arguments = ["openssl"] + words.split(separator: " ").map(String.init)
        try #require(try tool(arguments, in: scratch).code == 0, "openssl \(words)")
    }
}

func secured(_ scratch: Scratch) throws -> String {
    let dir = scratch.path("kab")
    let made = try Program.run(
        "init",
        dir,
        "--name",
        "Kabupaten Contoh",
        "--code",
        "16.03",
        "--empty"
    )
    try #require(made.status == 0, "\(made.complaint)")
    try #require(try Program.run("publish", dir).status == 0)
    try scratch.write(
        """
        port: 0
        tls_certificate: \(scratch.path("site.pem"))
        tls_key: \(scratch.path("site.key"))
        """,
        to: "serasan.conf"
    )
    return dir
}

@Test func `a site serves TLS, takes in a renewed certificate, and keeps a good one`() throws {
    let scratch = try Scratch()
    let authority = try Authority(in: scratch)
    try authority.issue(serial: "1001")
    let dir = try secured(scratch)
    let site = try Running([dir, "--settings", scratch.path("serasan.conf")], in: scratch)
    defer { site.end() }
    let base = try site.base()
    #expect(base.hasPrefix("https://127.0.0.1:"))

    let home = ["curl", "-sS", "--cacert", "ca.pem", "-D", "-", base + "/"]
    let answer = try tool(home, in: scratch)
    #expect(answer.code == 0)
    #expect(answer.text.lowercased().contains("strict-transport-security: max-age="))
    #expect(answer.text.contains("Kabupaten Contoh"))
    // An old protocol and plain HTTP are not spoken.
    #expect(try tool(home + ["--tls-max", "1.1"], in: scratch).code != 0)
    let plain = base.replacing("https://", with: "http://")
    #expect(try tool(["curl", "-sS", plain], in: scratch).code != 0)

    func serial() throws -> String {
        let host = base.replacing("https://", with: "")
        let words =
            "openssl s_client -connect \(host) -CAfile ca.pem </dev/null 2>/dev/null "
            + "| openssl x509 -noout -serial"
        return try tool(["sh", "-c", words], in: scratch).text
    }
    #expect(try serial().contains("serial=03E9"))
    try authority.issue(serial: "1002")
    site.hangUp()
    var seen = ""
    for _ in 0..<100 where !seen.contains("serial=03EA") {
        usleep(100_000)
        seen = try serial()
    }
    #expect(seen.contains("serial=03EA"))

    // What cannot be used leaves the good one in use.
    try scratch.write("sampah", to: "site.pem")
    site.hangUp()
    for _ in 0..<100 where !(try scratch.text("keluhan").contains("bukan berkas PEM")) {
        usleep(100_000)
    }
    #expect(try scratch.text("keluhan").contains("bukan berkas PEM"))
    #expect(try serial().contains("serial=03EA"))
}

@Test func `a key that others may read, or of another certificate, is refused in a sentence`()
    throws
{
    let scratch = try Scratch()
    let authority = try Authority(in: scratch)
    try authority.issue(serial: "1001")
    let dir = try secured(scratch)
    let settings = scratch.path("serasan.conf")
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scratch.path("site.key"))
    let open = try Program.run("serve", dir, "--settings", settings)
    #expect(open.status == 2)
    #expect(open.complaint.contains("chmod 600"))

    try files.copyItem(atPath: scratch.path("site.pem"), toPath: scratch.path("first.pem"))
    try authority.issue(serial: "1002")
    try files.removeItem(atPath: scratch.path("site.pem"))
    try files.moveItem(atPath: scratch.path("first.pem"), toPath: scratch.path("site.pem"))
    let foreign = try Program.run("serve", dir, "--settings", settings)
    #expect(foreign.status == 2)
    #expect(foreign.complaint.contains("bukan kunci dari sertifikat"))
}

@Test func `settings that cannot be followed stop the start, with file and line`() throws {
    let scratch = try Scratch()
    let dir = try secured(scratch)
    let settings = scratch.path("serasan.conf")
    try scratch.write("port: 80\nporta: 81\n", to: "serasan.conf")
    let wrong = try Program.run("serve", dir, "--settings", settings)
    #expect(wrong.status == 2)
    #expect(wrong.complaint.contains("\(settings) baris 2: Pengaturan \"porta\" tidak dikenal"))
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: settings)
    let open = try Program.run("serve", dir, "--settings", settings)
    #expect(open.complaint.contains("chmod go-w"))
    let missing = try Program.run("serve", dir, "--settings", scratch.path("tidak-ada"))
    #expect(missing.status == 2)
}

@Test func `doctor tells of the machine in lines, and as JSON, with its exit code`() throws {
    let scratch = try Scratch()
    let authority = try Authority(in: scratch)
    try authority.issue(serial: "1001", days: "0")
    let dir = try secured(scratch)
    let settings = scratch.path("serasan.conf")
    let sick = try Program.run("doctor", dir, "--settings", settings)
    #expect(sick.status == 2, "\(sick.complaint)")
    #expect(sick.output.contains("BAHAYA     Sertifikat"))
    #expect(sick.output.contains("OK         Jam server"))
    let json = try Program.run("doctor", dir, "--json")
    // Without a place for backups nothing is well, however well the machine is.
    #expect(json.status == 2, "\(json.output)")
    #expect(json.output.matches(of: /"status" : "BAHAYA"/).count == 2, "\(json.output)")
    #expect(json.output.contains("Belum ada tempat cadangan"))
    #expect(json.output.contains("\"topic\" : \"clock\""))
    // Keys that others may read are danger.
    try FileManager.default.setAttributes(
        [.posixPermissions: 0o644],
        ofItemAtPath: "\(dir)/data/kunci/root.key"
    )
    #expect(try Program.run("doctor", dir).output.contains("chmod 600"))
}

@Test func `a practice copy is made from what is published, and marks its pages`() throws {
    let scratch = try Scratch()
    let dir = scratch.path("kab")
    let made = try Program.run(
        "init",
        dir,
        "--name",
        "Kabupaten Contoh",
        "--code",
        "16.03",
        "--demo"
    )
    try #require(made.status == 0, "\(made.complaint)")
    let site = try Running([dir, "--latihan", "--port", "0"], in: scratch)
    let base = try site.base()
    let home = try tool(["curl", "-sS", "-D", "-", base + "/"], in: scratch).text
    #expect(home.contains("LATIHAN: yang dikirim di sini"))
    #expect(home.contains("content=\"noindex\""))
    #expect(home.contains("1603latihan-perangkat"))
    let cards = try tool(["curl", "-sS", base + "/latihan/tugas"], in: scratch).text
    #expect(cards.contains("/latihan/tugas/petugas-pasar-ii"))
    let card = base + "/latihan/tugas/petugas-pasar-ii"
    #expect(try tool(["curl", "-sS", card], in: scratch).text.contains("petugas.pasar.ii"))
    let paper = try tool(
        ["curl", "-sS", "-o", "kartu.pdf", "-w", "%{content_type}", card + "/kartu.pdf"],
        in: scratch
    )
    #expect(paper.text == "application/pdf")
    let none = ["curl", "-sS", "-o", "x", "-w", "%{http_code}", base + "/latihan/tugas/tidak-ada"]
    #expect(try tool(none, in: scratch).text == "404")
    site.end()
    let logIns = try String(
        contentsOfFile: "\(dir)/latihan/data/petugas-latihan.txt",
        encoding: .utf8
    )
    #expect(logIns.contains("petugas.pasar.ii\t"))
    // Keys of its own.
    let keys = ["data", "latihan/data"].map { "\(dir)/\($0)/kunci/root.key" }
    #expect(
        FileManager.default.contents(atPath: keys[0])
            != FileManager.default.contents(atPath: keys[1])
    )
}
