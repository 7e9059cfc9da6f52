import Blueprints
import Foundation
import Office
import Services
import Site
import Stories
import Testing

struct RegencyLookTests {
    private static func look(_ theme: String, drawing: String? = nil) throws -> RegencyLook {
        let text = WorkingRegency.regencyFile + "theme: { \(theme) }\n"
        let file = SourceFile(path: "regency.yaml", text: text)
        let regency = try #require(readRegency(file).0)
        return RegencyLook(regency.theme, drawing: drawing.map { Array($0.utf8) })
    }

    @Test(arguments: [
        ("utama: \"#e0c068\"", "F227", "#e0c068"),
        ("kepala: \"#c9971c\"", "F227", "kepala halaman"),
        ("emas: \"#0b3b45\"", "F227", "garis di bawah"),
        ("lambang: tiada.svg", "F226", "tiada.svg tidak ada"),
    ])
    func `a choice that cannot stand is told with its line and what becomes unreadable`(
        theme: String,
        code: String,
        words: String
    ) throws {
        let look = try Self.look(theme)
        let finding = try #require(look.findings.first)
        #expect(look.findings.count == 1)
        #expect(finding.code == code)
        #expect(finding.sentence.contains(words), "\(finding.sentence)")
        #expect(finding.place.line == WorkingRegency.regencyFile.split(separator: "\n").count + 1)
        #expect(finding.place.column > 10)
        #expect(look.colours.stylesheet == nil)
        #expect(look.crest == nil)
    }

    @Test func `a hostile drawing is told and left out`() throws {
        let look = try Self.look("lambang: a.svg", drawing: "<svg onload=\"alert(1)\"/>")
        #expect(look.findings.map(\.code) == ["F226"])
        #expect(look.findings.first?.sentence.contains("onload") == true)
        #expect(look.crest == nil)
    }

    @Test func `what is published is on the pages at once`() async throws {
        let regency = try await WorkingRegency()
        let before = try await regency.force.installation
        #expect(before.name == "Kabupaten Contoh")
        #expect(before.crest == nil)
        let changed =
            WorkingRegency.regencyFile
            .replacing("layanan.contoh.go.id", with: "urus.contoh.go.id")
            + "theme: { nama: Urus Contoh, lambang: l.svg, utama: \"#1b5e20\" }\n"
        let archive = try #require(
            FolderArchive([
                FolderArchive.File(path: "regency.yaml", bytes: Array(changed.utf8)),
                FolderArchive.File(path: "l.svg", bytes: Array("<svg viewBox=\"0 0 1 1\"/>".utf8)),
            ])
        )
        try await regency.publish(archive, as: "regency", version: "2.0.0")
        let after = try await regency.force.installation
        #expect(after.name == "Urus Contoh")
        #expect(after.base == "https://urus.contoh.go.id")
        #expect(after.crest != nil)
        #expect(after.colours.stylesheet != nil)
    }
}
