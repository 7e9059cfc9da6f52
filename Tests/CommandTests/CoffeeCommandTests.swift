import Foundation
import Testing

/// `serasan coffee`, run as a laboratory runs it.
struct CoffeeCommandTests {
    private static func grade(_ text: String, _ species: String) throws -> Program {
        let scratch = try Scratch()
        let file = scratch.url.appending(path: "uji.csv")
        try Data(text.utf8).write(to: file)
        return try Program.run("coffee", "grade", file.path, "--species", species)
    }

    private static let worked = """
        kode,jumlah
        biji_hitam,6
        biji_hitam_sebagian,8
        biji_pecah,25
        biji_coklat,12
        biji_berlubang_satu,30
        biji_berlubang_lebih_satu,20
        biji_bertutul,15
        kopi_gelondong,2
        biji_muda,18
        benda_asing_sedang,1
        kadar_air,12.5
        kotoran,"0,5"
        serangga_hidup,tidak
        bau_busuk,tidak
        """

    @Test(arguments: ["robusta", "arabica", "Arabika"])
    func `the worked example is grade 3 with 34,1 points`(_ species: String) throws {
        let program = try Self.grade(Self.worked, species)
        #expect(program.status == 0, "\(program.complaint)")
        #expect(program.output.contains("Jumlah nilai cacat: 34,1\n"))
        #expect(program.output.contains("Biji berlubang lebih dari satu: 20 x 0,2 = 4\n"))
        #expect(program.lastLine == "Hasil: Mutu 3")
    }

    @Test func `wet coffee keeps its grade and does not fulfil the standard`() throws {
        let wet = Self.worked.replacing("kadar_air,12.5", with: "kadar_air,14")
        let program = try Self.grade(wet, "robusta")
        #expect(program.status == 1)
        #expect(program.output.contains("TIDAK MEMENUHI: Kadar air paling banyak 12,5 %"))
        #expect(program.lastLine == "Hasil: Mutu 3")
    }

    @Test func `what cannot be read is named with its line, and nothing is graded`() throws {
        let program = try Self.grade("kode,jumlah\nbiji_ungu,3\n", "robusta")
        #expect(program.status == 2)
        #expect(program.output.isEmpty)
        #expect(program.complaint.contains("uji.csv:2: biji_ungu"))
        #expect(try Self.grade(Self.worked, "liberika").status == 64)
        #expect(
            try Program.run("coffee", "grade", "/tidak/ada.csv", "--species", "robusta").status == 2
        )
    }
}
