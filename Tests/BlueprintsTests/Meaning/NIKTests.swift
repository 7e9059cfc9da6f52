import Blueprints
import Testing

private let districts: Set<String> = ["160308", "160309", "120304", "120306"]

@Test(
    arguments: [
        ("1603084505900001", [], true), ("1203041708850002", [], false),
        ("1603093102990003", [NIK.Doubt.date], false), ("1203046902960001", [], true),
        ("1603083205900001", [.date], false), ("1603084513900001", [.date], true),
        ("1603054505900001", [.region], true), ("1603084505900000", [.serial], true),
    ] as [(String, [NIK.Doubt], Bool)]
)
func `an odd NIK is only doubted`(nik: String, doubts: [NIK.Doubt], isWoman: Bool) {
    #expect(NIK.doubts(about: nik, districts: districts) == doubts)
    #expect(NIK.isWoman(nik) == isWoman)
}

@Test(
    arguments: [
        ("160308450590001", NIK.Mistake.length(15)), ("16030845059000011", .length(17)),
        ("16030845O5900001", .notDigits), ("", .notDigits),
    ]
)
func `a NIK of another length or with letters is none`(text: String, mistake: NIK.Mistake) {
    guard case .failure(let refused) = NIK.read(text) else {
        Issue.record("refusal expected")
        return
    }
    #expect(refused.mistake == mistake)
}

@Test func `spaces between the digits of a NIK do not count`() throws {
    #expect(try NIK.read("1603 0845 0590 0001").get() == "1603084505900001")
}
