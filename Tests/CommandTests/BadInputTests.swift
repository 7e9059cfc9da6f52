import Foundation
import Ledger
import LedgerSQLite
import Testing

/// What is newer, foreign, cut short or changed is refused by every command, and nothing is changed.
@Suite(.serialized) struct BadInputTests {
    /// Every file below a folder, by its path.
    private func bytes(of folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        let all = try #require(FileManager.default.enumerator(atPath: folder))
        for case let path as String in all {
            // Beside a database that was read SQLite leaves its shared memory.
            guard all.fileAttributes?[.type] as? FileAttributeType == .typeRegular,
                !path.hasSuffix("-shm"), !path.hasSuffix("-wal")
            else { continue }
            found[path] = try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
        }
        return found
    }

    @Test func `a record of a newer program is refused by every command, and stays as it is`()
        throws
    {
        let scratch = try Scratch()
        let (dir, _) = try regencyOnPaper(scratch)
        let disk = scratch.path("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        for arguments in [["publish", dir], ["backup", dir, disk]] {
            let made = try Program.run(arguments)
            try #require(made.status == 0, "\(made.complaint)")
        }
        let connection = try SQLiteConnection(
            path: "\(dir)/data/catatan.sqlite",
            readOnly: false
        )
        try connection.run("INSERT INTO migrations (number) VALUES (999)")
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        let before = try bytes(of: dir)
        for arguments in [
            ["serve", dir, "--port", "0"], ["publish", dir], ["rebuild", dir],
            ["officer", "list", dir], ["seed", dir, "--cases", "1"],
            ["ledger", "verify", dir], ["views", "verify", dir],
            ["backup", "drill", dir, disk], ["backup", "take-over", dir],
        ] {
            let refused = try Program.run(arguments)
            #expect(refused.status == 2, "\(arguments) \(refused.output)")
            #expect(refused.complaint.contains("lebih baru"), "\(arguments) \(refused.complaint)")
            #expect(try bytes(of: dir) == before, "\(arguments)")
        }
        let doctor = try Program.run("doctor", dir)
        #expect(doctor.status == 2)
        #expect(doctor.output.contains("lebih baru"), "\(doctor.output)")
        // What only copies pages copies these too; what comes of it is for the newer program.
        #expect(try Program.run("backup", dir, disk).status == 0)
        let restored = try Program.run(
            "restore",
            disk,
            scratch.path("baru"),
            "--key-from",
            dir
        )
        #expect(restored.status == 2)
        #expect(restored.complaint.contains("program yang lebih baru"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("baru")))
    }

    @Test func `a wrong place, key or keyring is refused alike by what reads and what tries`()
        throws
    {
        let scratch = try Scratch()
        let (dir, _) = try regencyOnPaper(scratch)
        let disk = scratch.path("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        let made = try Program.run("backup", dir, disk)
        try #require(made.status == 0, "\(made.complaint)")
        let neighbour = try Scratch()
        let (other, _) = try regencyOnPaper(neighbour)
        try #require(try Program.run("backup", other, neighbour.url.path).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: disk)
        let backup = try #require(names.first { $0.hasSuffix(".cadangan") })
        let ring = try #require(names.first { $0.hasSuffix(".kunci") })
        let whole = try Data(contentsOf: URL(filePath: "\(disk)/\(backup)"))
        let keys = try Data(contentsOf: URL(filePath: "\(disk)/\(ring)"))
        var flipped = whole
        flipped[whole.count / 2] ^= 1
        let newer = Data("SERASAN-CADANGAN-9\n".utf8) + whole.dropFirst(19)
        let foreign = try Data(
            contentsOf: URL(filePath: "\(neighbour.url.path)/\(ring)")
        )
        let wrongs: [(file: String, bytes: Data?, said: String)] = [
            (backup, flipped, "rusak atau diubah"), (backup, whole.dropLast(9), "terpotong"),
            (backup, newer, "lebih baru"), (backup, nil, "Tidak ada cadangan"),
            (backup, Data(), "rusak atau diubah"), (ring, keys.dropLast(9), "terpotong"),
            (ring, nil, "Gantungan kunci"), (ring, foreign, "bukan kunci cadangan itu"),
        ]
        for (number, wrong) in wrongs.enumerated() {
            let place = scratch.path("disk-\(number)")
            try FileManager.default.copyItem(atPath: disk, toPath: place)
            try FileManager.default.removeItem(atPath: "\(place)/\(wrong.file)")
            try wrong.bytes?.write(to: URL(filePath: "\(place)/\(wrong.file)"))
            let before = try bytes(of: place)
            for arguments in [
                ["backup", "verify", place, "--key-from", dir],
                ["backup", "drill", dir, place],
                ["restore", place, scratch.path("baru"), "--key-from", dir],
            ] {
                let refused = try Program.run(arguments)
                #expect(refused.status == 2, "\(arguments) \(wrong.said)")
                #expect(
                    refused.complaint.contains(wrong.said),
                    "\(arguments) \(refused.complaint)"
                )
                #expect(try bytes(of: place) == before, "\(arguments)")
                #expect(!FileManager.default.fileExists(atPath: scratch.path("baru")))
            }
        }
    }

    @Test func `a key file that is cut short or of another folder is refused, and stays`() throws {
        let scratch = try Scratch()
        let (dir, _) = try regencyOnPaper(scratch)
        let neighbour = try Scratch()
        let (other, _) = try regencyOnPaper(neighbour)
        try #require(try Program.run("publish", dir).status == 0)
        let path = "\(dir)/data/kunci/root.key"
        let right = try Data(contentsOf: URL(filePath: path))
        let foreign = try Data(contentsOf: URL(filePath: "\(other)/data/kunci/root.key"))
        for wrong in [right.dropLast(4), Data(), right + right, foreign] {
            try wrong.write(to: URL(filePath: path))
            let before = try bytes(of: dir)
            for arguments in [
                ["publish", dir], ["backup", dir, scratch.url.path], ["backup", "drill", dir, "/"],
                ["backup", "take-over", dir], ["ledger", "verify", dir],
            ] {
                let refused = try Program.run(arguments)
                #expect(refused.status == 2, "\(wrong.count) \(arguments) \(refused.complaint)")
                #expect(refused.complaint.contains("unci"), "\(arguments) \(refused.complaint)")
                #expect(try bytes(of: dir) == before, "\(arguments)")
            }
        }
        try right.write(to: URL(filePath: path))
        #expect(try Program.run("publish", dir).status == 0)
    }
}
