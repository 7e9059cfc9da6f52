import Foundation
import Site
import Testing

struct LookTests {
    @Test(arguments: ContrastPair.all)
    func `every pair of colours can be read by day and by night`(pair: ContrastPair) {
        for palette in [Palette.light, .dark] {
            #expect(ContrastPair.ratio(palette[pair.front], palette[pair.back]) >= pair.need)
        }
    }

    /// The table of the design: front, back, contrast by day, by night.
    static let table: [(ColourToken, ColourToken, Double, Double)] = [
        (.tinta, .kertas, 16.43, 15.51),
        (.tinta, .permukaan, 17.16, 13.83),
        (.tinta, .lapis, 14.91, 12.01),
        (.tinta2, .kertas, 7.54, 9.09),
        (.tinta2, .lapis, 6.84, 7.03),
        (.utama, .kertas, 8.79, 8.90),
        (.utama, .lapis, 7.98, 6.89),
        (.padaUtama, .utama, 9.18, 8.03),
        (.padaUtama, .utamaTekan, 12.20, 10.53),
        (.utama, .utamaMuda, 7.55, 6.57),
        (.padaKepala, .kepala, 12.20, 13.76),
        (.emas, .kepala, 4.60, 8.06),
        (.bahaya, .kertas, 7.13, 8.83),
        (.bahaya, .bahayaMuda, 6.22, 7.72),
        (.padaBahaya, .bahaya, 7.44, 8.94),
        (.beres, .kertas, 6.14, 10.09),
        (.beres, .beresMuda, 5.43, 8.01),
        (.ingat, .kertas, 5.67, 11.01),
        (.ingat, .ingatMuda, 5.20, 8.90),
        (.info, .kertas, 6.55, 9.92),
        (.info, .infoMuda, 5.74, 8.40),
        (.tepi, .kertas, 4.29, 5.82),
        (.tepi, .permukaan, 4.48, 5.19),
        (.tepi, .lapis, 3.90, 4.50),
        (.padaFokus, .fokus, 11.17, 11.71),
    ]

    @Test func `the contrast is what the design computed`() {
        #expect(Self.table.count == ContrastPair.all.count)
        for (front, back, light, dark) in Self.table {
            let ratios = [Palette.light, .dark].map { ContrastPair.ratio($0[front], $0[back]) }
            #expect(abs(ratios[0] - light) < 0.006, "\(front) \(back)")
            #expect(abs(ratios[1] - dark) < 0.006, "\(front) \(back)")
        }
    }

    @Test func `a regency cannot choose a colour that nobody can read`() throws {
        let pale = RegencyColours(main: Colour("#F0E0A0"))
        #expect(pale.faintPairs.contains { $0.pair.front == .utama && $0.theme == .light })
        #expect(
            RegencyColours(header: Colour("#C9971C")).faintPairs.contains {
                $0.pair.back == .kepala
            }
        )
        #expect(RegencyColours().faintPairs.isEmpty)
        #expect(RegencyColours().stylesheet == nil)
    }

    @Test(arguments: ["#7A1F2B", "#1B5E20", "#1A237E", "#000000", "#4A148C", "#0B4F5C", "#6D4C00"])
    func `what can be read by day is made readable by night`(text: String) throws {
        let colour = try #require(Colour(text))
        let colours = RegencyColours(main: colour, header: colour, gold: Colour("#D9A520"))
        #expect(colours.faintPairs.filter { $0.theme == .dark }.isEmpty)
        #expect(colours.faintPairs.isEmpty)
    }

    @Test func `the colours of a regency go before those of the house, in either light`() throws {
        let own = try #require(RegencyColours(main: Colour("#1B5E20")).stylesheet)
        let text = String(decoding: own.bytes, as: UTF8.self)
        #expect(text.contains("--utama:#1B5E20"))
        let house = String(decoding: Look.stylesheet.bytes, as: UTF8.self)
        #expect(text.hasPrefix(house))
        let added = text.dropFirst(house.count)
        #expect(added.components(separatedBy: "--utama:").count == 5)
        #expect(!added.contains("--kertas"))
        let again = RegencyColours(main: Colour("#1B5E20")).stylesheet
        #expect(again?.path == own.path)
        #expect(RegencyColours(main: Colour("#1B5E21")).stylesheet?.path != own.path)
    }

    @Test(arguments: ["0B4F5C", "#0B4F5", "#0B4F5G", "#0B4F5C;}", "red", ""])
    func `a colour is six digits and nothing else`(text: String) {
        #expect(Colour(text) == nil)
    }

    @Test func `every class on the gallery is in the stylesheet`() throws {
        let sheets = Look.stylesheet.bytes + Look.workStylesheet.bytes
        let style = String(decoding: sheets, as: UTF8.self)
        let pages: [any Page] = [GalleryPage(), GalleryOfTheEnd(), ErrorPage.notFound]
        let text = pages.map { String(decoding: $0.write(for: .example), as: UTF8.self) }.joined()
        var used: Set<String> = []
        for match in text.matches(of: /class="([^"]*)"/) {
            used.formUnion(match.1.split(separator: " ").map(String.init))
        }
        #expect(used.count > 40)
        #expect(used.filter { !style.contains("." + $0) }.sorted() == [])
    }

    @Test func `the look fits its budget and asks nobody else`() {
        #expect(Look.stylesheet.bytes.count < 24_000)
        #expect(Look.script.bytes.count < 12_000)
        for asset in Look.assets {
            let text = String(decoding: asset.bytes, as: UTF8.self)
                .replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!text.contains("//"), "\(asset.path)")
        }
    }
}
