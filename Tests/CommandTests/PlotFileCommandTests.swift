import Foundation
import Testing

/// `serasan coffee eudr check`, run as whoever sends plots to a buyer runs it.
@Suite struct PlotFileCommandTests {
    private static let faulty = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"ProducerName":"Kenari Bukit","ProducerCountry":"ID",
         "ProductionPlace":"16.03.08-0001","Area":"3"},
         "geometry":{"type":"Point","coordinates":[103.512345,-4.212345]}},
        {"type":"Feature","properties":{"ProducerName":"Kenari Bukit","ProducerCountry":"ID",
         "ProductionPlace":"16.03.08-0002"},
         "geometry":{"type":"Polygon","coordinates":[[[103.5,-4.2],[103.501234,-4.2],
          [103.501234,-4.199]]]}}]}
        """

    @Test func `faults are told with line, plot and place, and the exit code says so`() throws {
        let scratch = try Scratch()
        try scratch.write(Self.faulty, to: "kebun.geojson")
        let checked = try Program.run("coffee", "eudr", "check", scratch.path("kebun.geojson"))
        #expect(checked.status == 1)
        #expect(checked.lastLine == "2 errors, 0 warnings")
        let file = scratch.path("kebun.geojson")
        #expect(
            checked.output.contains(
                "\(file):3: error[area-as-text]: kebun 1 \"16.03.08-0001\": \"Area\" ditulis"
            )
        )
        #expect(checked.output.contains("\(file):7: error[ring-open]: kebun 2"))
        #expect(checked.output.contains("  tempat: 103.501234,-4.199000\n"))
        #expect(checked.output.contains("  bisa diperbaiki: close-ring\n"))
    }

    @Test func `what is mended is checked again, and the original stays`() throws {
        let scratch = try Scratch()
        try scratch.write(Self.faulty, to: "kebun.geojson")
        let (file, out) = (scratch.path("kebun.geojson"), scratch.path("baru.geojson"))
        let mended = try Program.run("coffee", "eudr", "check", file, "--repair", out)
        #expect(mended.status == 0, "\(mended.output)\(mended.complaint)")
        #expect(mended.output.contains("diperbaiki: close-ring, number-from-text"))
        #expect(mended.lastLine == "0 errors, 0 warnings")
        #expect(try scratch.text("baru.geojson").contains("[103.501234,-4.199000],[103.500000,"))
        #expect(try scratch.text("kebun.geojson") == Self.faulty)
        #expect(try Program.run("coffee", "eudr", "check", out).status == 0)
        let over = try Program.run("coffee", "eudr", "check", file, "--repair", file)
        #expect(over.status == 64)
        #expect(try scratch.text("kebun.geojson") == Self.faulty)
    }

    @Test func `a name cannot play tricks with the terminal`() throws {
        let scratch = try Scratch()
        let name = "\\u001b[31m\\u202eA"
        try scratch.write(
            Self.faulty.replacing("16.03.08-0001", with: name),
            to: "kebun.geojson"
        )
        let told = try Program.run("coffee", "eudr", "check", scratch.path("kebun.geojson"))
        #expect(told.output.contains("kebun 1 \"?[31m?A\""))
        #expect(!told.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test func `the same is told to programs`() throws {
        let scratch = try Scratch()
        try scratch.write(Self.faulty, to: "kebun.geojson")
        let told = try Program.run(
            "coffee",
            "eudr",
            "check",
            scratch.path("kebun.geojson"),
            "--json",
            "--within",
            "99,1,100,2"
        )
        #expect(told.status == 1)
        let value = try JSONSerialization.jsonObject(with: Data(told.output.utf8))
        let fields = try #require(value as? [String: Any])
        #expect(fields["errors"] as? Int == 2)
        #expect(fields["warnings"] as? Int == 2)
        let findings = try #require(fields["findings"] as? [[String: Any]])
        #expect(findings.count { $0["code"] as? String == "outside-regency" } == 2)
        let plots = try #require(fields["plots"] as? [[String: Any]])
        #expect(plots.map { $0["name"] as? String } == ["16.03.08-0001", "16.03.08-0002"])
        let hectares = try #require(plots[1]["hectares"] as? Double)
        // A triangle of 137 by 111 metres.
        #expect((hectares - 0.757).magnitude < 0.01)
    }

    @Test func `what cannot be read, mended or understood is told`() throws {
        let scratch = try Scratch()
        let missing = try Program.run("coffee", "eudr", "check", scratch.path("tidak-ada"))
        #expect(missing.status == 2)
        try scratch.write("{", to: "rusak.geojson")
        let broken = try Program.run("coffee", "eudr", "check", scratch.path("rusak.geojson"))
        #expect(broken.status == 1)
        #expect(broken.lastLine == "1 errors, 0 warnings")
        let out = scratch.path("baru.geojson")
        let unmended = try Program.run(
            "coffee",
            "eudr",
            "check",
            scratch.path("rusak.geojson"),
            "--repair",
            out
        )
        #expect(unmended.status == 1)
        #expect(!FileManager.default.fileExists(atPath: out))
        let within = try Program.run("coffee", "eudr", "check", out, "--within", "1,2,3")
        #expect(within.status == 64)
    }
}
