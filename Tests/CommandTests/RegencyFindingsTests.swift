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

    /// The districts of the demo, from its table of regions.
    private static func districts(_ dir: URL) throws -> [String] {
        try String(contentsOf: dir.appending(path: "wilayah.csv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline)
            .compactMap { $0.split(separator: ",").first.map(String.init) }
            .filter { $0.hasPrefix("16.03.") && $0.split(separator: ".").count == 3 }
    }

    private static func map(_ codes: [String]) -> String {
        let areas = codes.enumerated().map { index, code in
            let x = 103 + Double(index) / 10
            return #"{"type":"Feature","properties":{"kode":"\#(code)"},"geometry":"#
                + #"{"type":"Polygon","coordinates":[[[\#(x),-4],[\#(x + 0.1),-4],"#
                + #"[\#(x + 0.1),-3.5],[\#(x),-3.5],[\#(x),-4]]]}}"#
        }
        return #"{"type":"FeatureCollection","features":[\#(areas.joined(separator: ","))]}"#
    }

    @Test(arguments: [
        (MapFault.noFile, "peta.geojson tidak ada di folder kabupaten"),
        (.noGeoJSON, "bukan GeoJSON"), (.oneMissing, "tidak ada di peta"),
        (.oneUnknown, "99.99.99 tidak ada di wilayah.csv"), (.tooLarge, "lebih besar dari 2 MB"),
        (.oneEmpty, "tidak punya luas di peta"),
    ])
    func `a map that does not fit the districts is told`(fault: MapFault, says: String) throws {
        let found = try check { dir in
            let file = dir.appending(path: "regency.yaml")
            let text = try String(contentsOf: file, encoding: .utf8) + "\nmap: peta.geojson\n"
            try Data(text.utf8).write(to: file)
            let codes = try Self.districts(dir)
            try #require(codes.count > 2)
            let map: String? =
                switch fault {
                case .noFile: nil
                case .noGeoJSON: "kecamatan"
                case .oneMissing: Self.map(Array(codes.dropLast()))
                case .oneUnknown: Self.map(codes + ["99.99.99"])
                case .oneEmpty:
                    Self.map(codes).replacing("[103.0,-3.5],", with: "[103.0,-4],")
                        .replacing("[103.1,-3.5],", with: "[103.0,-4],")
                        .replacing("[103.1,-4],", with: "[103.0,-4],")
                case .tooLarge: Self.map(codes) + String(repeating: " ", count: 2_000_000)
                }
            if let map { try Data(map.utf8).write(to: dir.appending(path: "peta.geojson")) }
        }
        #expect(found.status == 1)
        #expect(found.output.contains("error[F232]"), "\(found.output)")
        #expect(found.output.contains(says), "\(found.output)")
        #expect(found.output.contains("regency.yaml:"), "\(found.output)")
    }

    enum MapFault: CaseIterable {
        case noFile, noGeoJSON, oneMissing, oneUnknown, oneEmpty, tooLarge
    }

    @Test func `a map of every district passes`() throws {
        let found = try check { dir in
            let file = dir.appending(path: "regency.yaml")
            let text = try String(contentsOf: file, encoding: .utf8) + "\nmap: peta.geojson\n"
            try Data(text.utf8).write(to: file)
            let map = Self.map(try Self.districts(dir))
            try Data(map.utf8).write(to: dir.appending(path: "peta.geojson"))
        }
        #expect(found.status == 0 && !found.output.contains("F232"), "\(found.output)")
    }

    @Test(arguments: ["0", "101", "900"])
    func `a target that is no share of a hundred is told`(percent: String) throws {
        let found = try check { dir in
            let file = dir.appending(path: "regency.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            let bad = text.replacing("on_time: 90", with: "on_time: \(percent)")
            try #require(bad != text)
            try Data(bad.utf8).write(to: file)
        }
        #expect(found.status == 1)
        #expect(found.output.contains("error[F206]"), "\(found.output)")
        #expect(found.output.contains("Sasaran tepat waktu \(percent) bukan persen"))
    }
}
