import Blueprints
import Testing

@Suite struct RegencyTests {
    private static let good = """
        name: Kabupaten Contoh
        code: "16.03"
        address: https://layanan.contoh.go.id
        zone: WIB
        units: { kel: { name: Kelurahan, code: K } }
        posts: { lurah: { title: Lurah, unit: kel, does: kepala-wilayah } }

        """

    @Test(arguments: [
        ("theme: { lambang: ../rahasia.svg }", "F220"), ("theme: { utama: hijau }", "F219"),
        ("hours: { senin: pagi }", "F222"), ("hours: { senin: \"12.00-08.00\" }", "F222"),
        ("languages: [Inggris]", "F216"),
        ("calendar: { holidays: [{ date: 2026-13-01 }] }", "F103"),
        ("units_x: {}", "F101"),
    ])
    func `a wrong value of a regency has its code`(line: String, code: String) {
        let file = SourceFile(path: "regency.yaml", text: Self.good + line + "\n")
        #expect(readRegency(file).1.map(\.code).contains(code))
        #expect(readRegency(file).0 != nil)
    }

    @Test func `a wrong telephone number is said`() {
        let text = Self.good.replacing("code: K }", with: "code: K, phone: nol delapan }")
        let found = readRegency(SourceFile(path: "regency.yaml", text: text)).1
        #expect(found.map(\.code) == ["F218"])
    }

    @Test func `a regency without its name is none`() {
        let (regency, found) = readRegency(
            SourceFile(path: "regency.yaml", text: "code: \"16.03\"\n")
        )
        #expect(regency == nil)
        #expect(found.allSatisfy { $0.code == "F103" })
    }

    @Test func `what is missing has its usual value`() {
        let regency = readRegency(SourceFile(path: "regency.yaml", text: Self.good)).0
        #expect(regency?.languages == [.indonesian])
        #expect(regency?.isDemo == false)
        #expect(regency?.hours.week.count == 7)
    }
}
