import Foundation
import Testing

/// A regency with one backup on a disk, and another machine.
private struct Place {
    let scratch: Scratch
    let server: SFTPServer
    let dir: String
    let disk: String
    let far: String

    init() throws {
        scratch = try Scratch()
        server = try SFTPServer(in: scratch)
        (dir, disk) = (scratch.path("kab"), scratch.path("disk"))
        far = server.place(scratch.path("jauh"))
        try make(dir)
        for folder in [disk, scratch.path("jauh")] {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
        }
        try backUp()
    }

    func make(_ dir: String) throws {
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
    }

    func backUp() throws {
        let made = try Program.run("backup", dir, disk)
        try #require(made.status == 0, "\(made.complaint)")
    }

    func copy(_ folder: String? = nil) throws -> Program {
        try Program.run(["backup", "copy", folder ?? disk, far] + server.options)
    }

    func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
}

@Test func `backups go to another machine, and a regency comes back from there`() throws {
    let place = try Place()
    try place.scratch.write("tersegel", to: "kab/data/berkas/\(String(repeating: "a", count: 32))")
    try place.backUp()
    let first = try place.copy()
    #expect(first.status == 0, "\(first.complaint)")
    let far = place.scratch.path("jauh")
    #expect(try place.names(far) == place.names(place.disk))
    #expect(try place.names("\(far)/berkas") == place.names("\(place.disk)/berkas"))
    for name in try place.names(far) where name != "berkas" {
        #expect(
            FileManager.default.contentsEqual(
                atPath: "\(far)/\(name)",
                andPath: "\(place.disk)/\(name)"
            )
        )
    }
    let again = try place.copy()
    #expect(again.output.contains(" 0 berkas dikirim"), "\(again.complaint)")

    let verified = try Program.run(
        ["backup", "verify", place.far, "--key-from", place.dir] + place.server.options
    )
    #expect(verified.status == 0, "\(verified.complaint)")
    #expect(verified.output.contains("utuh"))
    let restored = try Program.run(
        ["restore", place.far, place.scratch.path("baru"), "--key-from", place.dir]
            + place.server.options
    )
    #expect(restored.status == 0, "\(restored.complaint)")
    #expect(!FileManager.default.fileExists(atPath: place.scratch.path("baru.diambil")))
    #expect(try Program.run("check", place.scratch.path("baru")).status == 0)
}

@Test func `nothing goes to a machine that is not known or lets nobody in`() throws {
    let place = try Place()
    let (key, hosts) = (place.server.key, place.server.hosts)
    func refused(_ far: String, _ key: String?, _ hosts: String?) throws -> String {
        var words = ["backup", "copy", place.disk, far]
        if let key { words += ["--ssh-key", key] }
        if let hosts { words += ["--ssh-hosts", hosts] }
        let run = try Program.run(words)
        #expect(run.status == 2)
        return run.complaint
    }
    #expect(try refused(place.far, nil, nil).contains("known_hosts"))
    #expect(try refused("sftp://ada:sandi@127.0.0.1/x", key, hosts).contains("ditulis"))
    #expect(try refused("sftp://ada@127.0.0.1/x/../y", key, hosts).contains("ditulis"))
    #expect(try refused(place.far, key, place.scratch.path("tiada")).contains("tidak ada"))

    try place.scratch.write("", to: "kosong")
    #expect(try refused(place.far, key, place.scratch.path("kosong")).contains("bukan yang"))
    try SFTPServer.makeKey("lain", in: place.scratch)
    #expect(
        try refused(place.far, place.scratch.path("lain"), hosts).contains("menolak kunci")
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    #expect(try refused(place.far, key, hosts).contains("chmod 600"))
    #expect(try place.names(place.scratch.path("jauh")).isEmpty)
}

@Test func `what another regency keeps on that machine is left alone`() throws {
    let place = try Place()
    #expect(try place.copy().status == 0)
    let before = try place.names(place.scratch.path("jauh"))
    let (other, disk) = (place.scratch.path("tetangga"), place.scratch.path("disk-tetangga"))
    try place.make(other)
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    #expect(try Program.run("backup", other, disk).status == 0)
    let refused = try place.copy(disk)
    #expect(refused.status == 2)
    #expect(refused.complaint.contains("kabupaten atau kunci akar lain"))
    #expect(try place.names(place.scratch.path("jauh")) == before)

    // A disk that lost everything takes nothing away over there.
    let empty = place.scratch.path("disk-kosong")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    #expect(try place.copy(empty).status == 0)
    #expect(try place.names(place.scratch.path("jauh")) == before)
}
