import Foundation
import Testing

/// What is wrong with a regency although each of its lines can be read.
struct RegencyFindingsTests {
    private func check(
        _ change: (URL) throws -> Void
    ) throws -> (status: Int32, output: String) {
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
        try change(URL(filePath: dir))
        let checked = try Program.run("check", dir)
        return (checked.status, checked.output)
    }

    @Test(
        arguments: [
            (
                "tanggal;hari;jenis;nama\n2026-12-25;Jumat;libur_nasional;Natal\n",
                "hari-libur.csv:1:1"
            ),
            ("tanggal,hari,jenis,nama\n25-12-2026,Jumat,libur_nasional,Natal\n", "\"25-12-2026\""),
            ("tanggal,hari,jenis,nama\n2026-12-25,Jumat,libur,Natal\n", "\"libur\""),
            ("tanggal,hari,jenis,nama\n2026-12-25 Natal\n", "empat kolom"),
            ("2026-01-01,Kamis,libur_nasional,Tahun Baru\n", "Baris pertama"),
        ]
    )
    func `a line of the holidays that cannot be read is told`(csv: String, says: String) throws {
        let found = try check { try Data(csv.utf8).write(to: $0.appending(path: "hari-libur.csv")) }
        #expect(found.status == 1)
        #expect(found.output.contains("error[F228]"), "\(found.output)")
        #expect(found.output.contains(says), "\(found.output)")
    }

    @Test func `holidays that are not there are told`() throws {
        let found = try check {
            try FileManager.default.removeItem(at: $0.appending(path: "hari-libur.csv"))
        }
        #expect(found.status == 1)
        #expect(found.output.contains("hari-libur.csv tidak ada"), "\(found.output)")
    }

    @Test func `hours that make no calendar are told before anything is published`() throws {
        let found = try check { dir in
            let file = dir.appending(path: "regency.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            let bad = text.replacing("to: 2027-03-09", with: "to: 2026-03-09")
            try #require(bad != text)
            try Data(bad.utf8).write(to: file)
        }
        #expect(found.status == 1)
        #expect(found.output.contains("error[F229]"), "\(found.output)")
        #expect(found.output.contains("\"Ramadan\" berakhir sebelum mulai"))
    }
}
