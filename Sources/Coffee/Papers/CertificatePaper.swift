import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// A certificate of a lot as a letter: for how much it speaks, and how much of that is used up.

extension CoffeeFeature {
    func addCertificates(to router: Router<some SiteContext>) {
        router.get("lot/:kode/sertifikat/:sertifikat/surat.pdf") { request, context in
            try await self.working(request, context) { at in
                let lot = try await self.lot(context, at)
                return try await self.letter(
                    of: lot,
                    context.parameters.get("sertifikat") ?? "",
                    at
                )
            }
        }
    }

    private func letter(
        of lot: ShownLot,
        _ asked: String,
        _ at: AtTheLots
    ) async throws -> Response {
        guard let id = OpaqueID(asked) else { throw CoffeeRefusal.noSuchCertificate }
        let regency = try await regency()
        let parts = parts
        let letter = try await store.read { reader in
            guard let said = try reader.certification(id, of: lot.id),
                let entry = try reader.entry(id), entry.lot == lot.id
            else { throw CoffeeRefusal.noSuchCertificate }
            let plots = try parts.registers.plotsByID(
                reader.plots(behind: lot.id).map(\.plot),
                reader
            )
            return CertificatePaper(
                lot: lot,
                certification: said.certification,
                left: entry.entry.grams,
                issued: try parts.zone(reader).day(said.at),
                today: try parts.zone(reader).day(now()),
                holder: at.name(lot.holder),
                what: try parts.vocabulary(reader).what(lot.what),
                villages: Set(plots.map(\.village)).filter { !$0.isEmpty }.sorted()
            )
        }
        let address = Address("/k/\(lot.code)").absolute(
            in: .indonesian,
            of: regency.installation
        )
        return Answer.pdf(
            try letter.pdf(of: regency, at: now(), address: address.text(in: .indonesian)),
            name: "surat-asal-\(lot.code).pdf"
        )
    }
}

extension Reader {
    /// What a certificate said when it was given, and when that was; nil where there is none.
    func certification(
        _ id: OpaqueID,
        of lot: OpaqueID
    ) throws -> (certification: Certification, at: Instant)? {
        for event in try history(of: Stream(LotStory.kind, lot)) {
            if case .certified(let certification) = try event.fact(LotFact.self),
                certification.id == id
            {
                return (certification, event.at)
            }
        }
        return nil
    }
}

/// The certificate of origin: it speaks for a weight, and every sale under it uses some of it up.
struct CertificatePaper {
    let lot: ShownLot
    let certification: Certification

    /// Grams for which it still speaks.
    let left: Int64
    let issued: Day
    let today: Day
    let holder: String
    let what: Words
    let villages: [String]

    private var scheme: Words {
        CertificateScheme(rawValue: certification.scheme.text)?.words
            ?? Words(certification.scheme.text)
    }

    func pdf(
        of regency: RegencyNow,
        at now: Instant,
        address: String
    ) throws(PressError) -> [UInt8] {
        let used = certification.grams - left
        func day(_ day: Day) -> String { DateWords.longDate(day).indonesian }
        func kilograms(_ grams: Int64) -> String { Kilograms.words(grams).indonesian }
        var paper = regency.paper(
            "\(scheme.indonesian) kopi",
            sections: [
                PaperSheet.Section(
                    nil,
                    [
                        .paragraph(
                            "Kopi di bawah ini tercatat berasal dari kebun di wilayah "
                                + "\(regency.installation.regency), dari petani sampai karung."
                        ),
                        .facts([
                            Passage.Fact("Nomor", "\(lot.code)-\("\(certification.id)".prefix(6))"),
                            Passage.Fact("Lot", "\(lot.title) (\(lot.code))"),
                            Passage.Fact("Jenis", what.indonesian),
                            Passage.Fact("Tahun panen", "\(lot.season)"),
                            Passage.Fact("Pemegang", holder),
                            Passage.Fact("Desa asal", villages.joined(separator: ", ")),
                            Passage.Fact("Diterbitkan", day(issued)),
                            Passage.Fact("Berlaku untuk", kilograms(certification.grams)),
                            Passage.Fact("Sudah terpakai", kilograms(used)),
                            Passage.Fact("Sisa per \(day(today))", kilograms(left)),
                        ]),
                        .paragraph(
                            left == 0
                                ? "Seluruh beratnya sudah terpakai; surat ini tidak berlaku lagi "
                                    + "untuk kopi lain."
                                : "Setiap penjualan dengan surat ini mengurangi sisanya. Berat "
                                    + "yang sama tidak diterangkan dua kali."
                        ),
                    ]
                )
            ],
            at: now,
            in: .indonesian
        )
        paper.subtitle = lot.title
        paper.code = CodeStamp(address, caption: lot.code)
        return try PaperPress.pdf(of: paper)
    }
}
