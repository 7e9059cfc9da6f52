import Office
import Press
import Site
import Stories

/// Activation slips on A4, to be cut and handed over.
struct SlipPaper {
    var slips: [(slip: IssuedSlip, official: ListedOfficial)]
    let regency: RegencyNow
    let at: Instant

    func pdf() throws(PressError) -> [UInt8] {
        let installation = regency.installation
        let address = Address("/petugas/aktif").absolute(in: .indonesian, of: installation)
            .text(in: .indonesian)
        let zone = installation.zone
        var sheet = SlipSheet(
            slips.map { slip, official in
                SlipSheet.Slip(
                    office: installation.regency,
                    title: "Slip aktivasi petugas",
                    lines: [
                        Passage.Fact("Nama", official.name),
                        Passage.Fact("Nama masuk", official.logIn),
                        Passage.Fact("Buka", address),
                        Passage.Fact(
                            "Berlaku sampai",
                            DateWords.date(zone.day(slip.until), in: .indonesian)
                        ),
                    ],
                    large: slip.code.text,
                    note: "Ketik kode ini sekali, lalu pilih sandi sendiri. Jangan difoto dan "
                        + "jangan dibagikan. Setelah aktif, slip ini boleh dirobek.",
                    code: CodeStamp(address, caption: "Pindai untuk membuka")
                )
            },
            facts: DocumentFacts(
                title: "Slip aktivasi",
                author: installation.regency,
                createdAt: Self.moment(at, zone)
            )
        )
        sheet.sample = installation.isDemo
        return try SlipPress.pdf(of: sheet, limits: PressLimits(pages: 800, text: 4_000_000))
    }

    /// As the metadata of a PDF have it.
    static func moment(_ at: Instant, _ zone: Zone) -> String {
        let wall = zone.wall(at)
        let clock = DateWords.clock(minute: wall.minute, in: .english)
        return "\(wall.day)T\(clock):00+0\(zone.hours):00"
    }
}
