import Foundation
import Testing

/// The worked example of the standard, as a laboratory would send it.
private let example = """
    sampel;cacat;jumlah;berat_contoh;kadar_air;kotoran
    L-01;biji_hitam;6;300;12,1;0,3
    ;biji_hitam_sebagian;8
    ;biji_pecah;25
    ;biji_coklat;12
    ;biji_berlubang_satu;30
    ;biji_berlubang_lebih_satu;20
    ;biji_bertutul;15
    ;kopi_gelondong;2
    ;biji_muda;18
    ;benda_asing_sedang;1
    """

private func grade(_ text: String, _ more: String...) throws -> Program {
    let scratch = try Scratch()
    try scratch.write(text, to: "contoh.csv")
    return try Program.run(
        ["coffee", "grade", scratch.path("contoh.csv"), "--species", "robusta"] + more
    )
}

struct GradeCoffeeTests {
    @Test func `the worked example is printed with every line of its reckoning`() throws {
        let told = try grade(example)
        #expect(told.status == 0, "\(told.output) \(told.complaint)")
        #expect(told.output.contains("25 × 0,2 = 5"))
        #expect(told.output.contains("34,1\n"))
        #expect(told.output.contains("Mutu 3 (nilai cacat lebih dari 25 sampai 44)"))
        #expect(told.output.contains("Kadar air 12,1 %: memenuhi (paling banyak 12,5 %)"))
        #expect(told.lastLine.hasPrefix("1 contoh; Mutu 3: 1. Di luar standar: 0."))
    }

    @Test func `a program gets numbers that nobody has rounded`() throws {
        let told = try grade(example, "--json")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any]
        )
        let sample = try #require((json["samples"] as? [[String: Any]])?.first)
        #expect(sample["points"] as? String == "34.1" && sample["grade"] as? String == "3")
        #expect((sample["defects"] as? [Any])?.count == 10)
        #expect(sample["within"] as? Bool == true && sample["complete"] as? Bool == false)
    }

    @Test(arguments: [
        ("cacat;jumlah;berat_contoh\nbiji_hitam;226;300", "Di luar standar (nilai cacat lebih"),
        ("cacat;jumlah;berat_contoh;kadar_air\nbiji_hitam;1;300;13", "tidak memenuhi"),
        ("cacat;jumlah;berat_contoh\nbiji_hitm;1;300", "baris 2, kolom cacat"),
        ("", "tidak berisi contoh"), ("{\"a\": 1}", "tidak dikenal"),
    ])
    func `what is outside the standard or cannot be read ends with 1`(
        text: String,
        said: String
    ) throws {
        let told = try grade(text)
        #expect(told.status == 1, "\(told.complaint)")
        #expect(told.output.contains(said), "\(told.output)")
    }

    @Test func `a missing file is refused, and a wrong species is a wrong command`() throws {
        let missing = try Program.run(["coffee", "grade", "/tidak/ada.csv", "--species", "arabica"])
        #expect(missing.status == 2 && missing.complaint.contains("/tidak/ada.csv"))
        let wrong = try Program.run(["coffee", "grade", "x.csv", "--species", "liberika"])
        #expect(wrong.status == 64)
        let process = try grade(example, "--process", "madu")
        #expect(process.status == 64)
    }
}
