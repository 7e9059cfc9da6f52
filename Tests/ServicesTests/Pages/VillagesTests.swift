import Services
import Testing

struct VillagesTests {
    private static let villages = Villages(
        csv: """
            kode,nama,tingkat
            12.03,Kabupaten Tapanuli Selatan,kabupaten
            12.03.01,Angkola Barat,kecamatan
            12.03.01.1001,Pasar,kelurahan
            16.03.02,Muara Enim,kecamatan
            16.03.02.1007,Pasar II,kelurahan
            16.03.08.2001,Muara Pasar,desa
            """
    )

    @Test(
        arguments: [
            (nil, ["12.03.01.1001", "16.03.02.1007", "16.03.08.2001"]),
            ("16.03", ["16.03.02.1007", "16.03.08.2001", "12.03.01.1001"]),
            ("16.03.08", ["16.03.08.2001", "12.03.01.1001", "16.03.02.1007"]),
        ] as [(String?, [String])]
    )
    func `villages of the region come first, and others are still found`(
        region: String?,
        codes: [String]
    ) {
        #expect(Self.villages.search("pasar", first: region).map(\.code) == codes)
    }

    @Test(
        arguments: [
            ("12.03", "Kabupaten Tapanuli Selatan"), ("12.03.01", "Kecamatan Angkola Barat"),
            ("16.03.02.1007", "Kelurahan Pasar II"), ("99.99", nil),
        ] as [(String, String?)]
    )
    func `a region is called by its kind and name`(code: String, name: String?) {
        #expect(Self.villages.regionName(of: code) == name)
    }
}
