import Coffee
import Foundation
import HummingbirdTesting
import Ledger
import Site
import Stories
import Testing
import Visiting

/// What coffee keeps of a grower: found, told, taken back, destroyed, or kept because the law says.
struct CoffeeOfPeopleTests {
    private static let grower = CoffeeOfARegency.id(500)
    private static let year: Int64 = 366 * 86_400
    private static let official = Actor(CoffeeOfARegency.id(700))

    private static func keeper(_ coffee: CoffeeOfARegency, years: Int64 = 0) -> CoffeeOfPeople {
        coffee.feature(at: CoffeeOfARegency.noon.adding(seconds: years * year))
            .keptOfPeople { mark, _ in mark == "Sahala" ? [grower] : [] }
    }

    /// A delivery, a file for a buyer, one for a bank and a link: everything that may be kept.
    private static func everything(
        _ body: @escaping @Sendable (CoffeeOfARegency) async throws -> Void
    ) async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji", "Robusta petik merah")
        try await coffee.bring(300, from: [1, 2], to: lot)
        let code = try await coffee.code(of: lot)
        let asked = FinancingDesk.Asked(by: Actor(grower), isWithOfficial: false)
        let consent = try await coffee.financing.consent(
            grower,
            to: FinancingTerms(to: "Bank Contoh", for: "Pupuk", parts: [.identity]),
            asked
        )
        _ = try await coffee.financing.handOver(consent, ("Contoh", "https://contoh.id"), asked)
        let links = GrowerLinkDesk(store: coffee.store, now: { CoffeeOfARegency.noon })
        try await links.give(
            to: grower,
            by: CoffeeOfARegency.holder,
            days: 30,
            CoffeeOfARegency.manager
        )
        try await coffee.open { client in
            let buyer = "\(CoffeeOfARegency.id(600))"
            let manager = Visitor(client, as: "maman")
            try await manager.get("/lot/\(code)/izin?pembeli=\(buyer)")
            try await manager.send(
                [("petani", "\(grower)"), ("cara", "signed_paper")],
                to: "/izin"
            )
            try await manager.send(to: "/lot/\(code)/pembeli")
            try await body(coffee)
        }
    }

    private static func found(
        _ coffee: CoffeeOfARegency,
        years: Int64 = 0
    ) async throws -> [Dossier] {
        let keeper = keeper(coffee, years: years)
        return try await coffee.store.read { try keeper.find("Sahala", $0) }
    }

    private static func order(_ id: OpaqueID, isHeld: Bool = false) -> DossierErasure {
        DossierErasure(
            id,
            basis: "permintaan-warga",
            request: CoffeeOfARegency.id(800),
            proposer: official,
            approver: Actor(CoffeeOfARegency.id(701))
        ) { _ in
            DossierErasure.Hold(stands: isHeld, stream: Stream("hold", id), version: 0)
        }
    }

    private static func rebuiltIsLive(_ coffee: CoffeeOfARegency) async throws -> Bool {
        let live = try await coffee.rows()
        try await coffee.store.rebuild()
        return try await coffee.rows() == live
    }

    @Test func `everything that is kept of a grower is found, with its ground and its time`()
        async throws
    {
        try await Self.everything { coffee in
            let found = try await Self.found(coffee)
            #expect(found.map(\.kind) == [.consent, .file, .file])
            #expect(found.map(\.service.indonesian).contains("untuk pembeli Pembeli Contoh"))
            #expect(found.map(\.service.indonesian).contains("untuk Bank Contoh"))
            #expect(found.allSatisfy { !$0.grounds.isEmpty && !$0.isErased })
            let buyers = try #require(found.first { $0.service.indonesian.contains("Pembeli") })
            #expect(
                buyers.mustStay?.indonesian.contains("Peraturan Contoh, Pasal 4") == true
                    && buyers.mustStay?.indonesian.contains("2031") == true
            )
            #expect(found.filter { $0.mustStay != nil }.count == 1)
            let keeper = Self.keeper(coffee)
            let told = try await coffee.store.read { reader in
                try found.compactMap { try keeper.content($0.id, .indonesian, reader) }
            }
            let answers = told.flatMap { $0.answers.map { "\($0.question): \($0.answer)" } }
            for line in ["Boleh dikirim ke: Pembeli Contoh", "Bank: Bank Contoh", "Untuk: Pupuk"] {
                #expect(answers.contains(line), "\(answers)")
            }
            let bank = try #require(found.first { $0.service.indonesian.contains("Bank") })
            let file = try #require(try await keeper.files(bank.id).first)
            #expect(String(decoding: file.bytes, as: UTF8.self).contains("Sahala Contoh"))
            #expect(try await keeper.files(buyers.id).isEmpty, "it is about others, too")
            #expect(try await coffee.store.read { try keeper.find("Lain", $0) }.isEmpty)
        }
    }

    @Test func `a buyer's file is refused until its last day, then planned and destroyed`()
        async throws
    {
        try await Self.everything { coffee in
            let (now, late) = (Self.keeper(coffee), Self.keeper(coffee, years: 6))
            let file = try #require(try await Self.found(coffee).first { $0.mustStay != nil })
            guard case .kept(let why) = try await now.erase(Self.order(file.id)) else {
                Issue.record("the law keeps it")
                return
            }
            #expect(why == file.mustStay)
            func planned(_ keeper: CoffeeOfPeople, _ years: Int64) async throws -> [OpaqueID] {
                let moment = CoffeeOfARegency.noon.adding(seconds: years * Self.year)
                return try await coffee.store.read { reader in
                    try keeper.pastKeeping(.destroyed, moment, 10, reader)
                        .filter { $0.rule.indonesian.contains("Pasal 4") }.map(\.dossier.id)
                }
            }
            #expect(try await planned(Self.keeper(coffee, years: 4), 4).isEmpty)
            #expect(try await planned(late, 6) == [file.id])
            let made = try #require(try await coffee.store.read { try $0.declaration(file.id) })
            let papers = [made.made.files.geometry, made.made.files.evidence]
            #expect(try await late.erase(Self.order(file.id, isHeld: true)) == .held)
            #expect(try await late.erase(Self.order(file.id)) == .erased)
            #expect(try await late.erase(Self.order(file.id)) == .erased, "asked again, it is done")
            for paper in papers {
                #expect(try await coffee.files.read(paper, in: DossierID(file.id)) == nil)
            }
            #expect(try await planned(late, 6).isEmpty)
            #expect(try await Self.rebuiltIsLive(coffee))
        }
    }

    @Test func `a bank's file is erased when its grower asks, and nothing of it opens`()
        async throws
    {
        try await Self.everything { coffee in
            let keeper = Self.keeper(coffee)
            let file = try #require(
                try await Self.found(coffee).first { $0.service.indonesian.contains("Bank") }
            )
            #expect(try await keeper.erase(Self.order(file.id)) == .erased)
            let stream = Stream(FinancingStory.kind, file.id)
            let (state, kind) = try await coffee.store.read { reader in
                (
                    try reader.state(of: stream, as: FinancingStory.self).state,
                    try reader.history(of: stream).last?.kind
                )
            }
            #expect(kind == "coffee-financing.erased", "reading the record through excuses it")
            #expect(state.isErased && state.isWithdrawn)
            let sealed = [state.consent?.statement].compactMap(\.self) + state.handovers.map(\.file)
            #expect(sealed.count == 2)
            for one in sealed {
                #expect(try await coffee.store.read { try $0.open(one.id) } == nil)
            }
            #expect(try await keeper.files(file.id).isEmpty)
            #expect(try await !Self.found(coffee).contains { $0.id == file.id })
            #expect(try await Self.rebuiltIsLive(coffee))
            try await coffee.open { client in
                let sahala = Visitor(client, as: "sahala")
                try await sahala.get("/kopi/saya/berkas")
                #expect(sahala.status == 200 && !sahala.page.contains("Bank Contoh"))
            }
        }
    }

    @Test func `what rests on consent is taken back, once`() async throws {
        try await Self.everything { coffee in
            let keeper = Self.keeper(coffee)
            for item in try await Self.found(coffee) where item.isByConsent {
                let order = DossierRestriction(
                    item.id,
                    .consentWithdrawn,
                    reason: "Diminta.",
                    by: Self.official,
                    request: CoffeeOfARegency.id(800)
                )
                try await keeper.restrict(order)
                try await keeper.restrict(order)
                let after = try await coffee.store.read { try keeper.named(item.id, $0) }
                #expect(after?.isRestricted == true && after?.isWithoutConsent == true)
            }
            let left = try await coffee.store.read { reader in
                (
                    try reader.buyers(consentedToBy: Self.grower),
                    try reader.links(of: Self.grower, at: CoffeeOfARegency.noon)
                )
            }
            #expect(left.0.isEmpty && left.1.isEmpty)
            #expect(try await Self.rebuiltIsLive(coffee))
        }
    }

    @Test func `what stays without the name is said of a grower and of a plot`() async throws {
        try await Self.everything { coffee in
            let feature = coffee.feature()
            let (ofGrower, ofPlot, ofNobody) = try await coffee.store.read { reader in
                (
                    try feature.staying(of: Self.grower, reader).map(\.indonesian),
                    try feature.staying(of: CoffeeOfARegency.id(1), reader).map(\.indonesian),
                    try feature.staying(of: CoffeeOfARegency.id(999), reader)
                )
            }
            #expect(ofGrower.count == 2 && ofPlot.count == 1 && ofNobody.isEmpty)
            #expect(ofGrower.first?.contains("1 setoran kopi tetap tercatat") == true)
            #expect(ofGrower.first?.contains("UU Contoh, Pasal 11") == true)
            #expect(ofGrower.last?.contains("Wajib disimpan sampai") == true)
        }
    }
}

/// What `kopi.yaml` says about how long something is kept.
struct KeepingOfCoffeeTests {
    private static func read(_ text: String) throws -> KeepingOfCoffee? {
        try KeepingOfCoffee(Array(text.utf8))
    }

    @Test func `each shipped time names its rule and its first day`() throws {
        let keeping = try #require(try Self.read(CoffeeRulesTests.shipped()))
        #expect(Set(keeping.rules.map(\.thing)) == Set(KeepingOfCoffee.Thing.allCases))
        let today = try #require(Day("2026-11-27"))
        let buyers = try #require(keeping.rule(for: .buyerFile, on: today))
        #expect(buyers.years == 5 && buyers.isDuty && buyers.basis.contains("2023/1115"))
        #expect(try buyers.lastDay(from: #require(Day("2028-02-29"))) == Day("2033-02-28"))
        #expect(keeping.rule(for: .bankFile, on: today)?.isDuty == false)
    }

    @Test func `a newer rule holds from its day on, and none before the first`() throws {
        let line = "{ apa: berkas_bank, dasar: Contoh"
        let keeping = try #require(
            try Self.read(
                "simpan: [\(line), tahun: 1, sejak: 2026-01-01 }, "
                    + "\(line), tahun: 2, sejak: 2027-01-01 }]"
            )
        )
        for (day, years) in [("2025-12-31", nil), ("2026-12-31", 1), ("2027-01-01", 2)] {
            let rule = try keeping.rule(for: .bankFile, on: #require(Day(day)))
            #expect(rule?.years == years, "\(day)")
        }
        #expect(try Self.read("dilihat: 2026-11-27") == nil)
    }

    @Test(arguments: [
        "apa: entah, tahun: 1, sejak: 2026-01-01, dasar: Contoh",
        "apa: pembukuan, tahun: 0, sejak: 2026-01-01, dasar: Contoh",
        "apa: pembukuan, tahun: 1, sejak: kemarin, dasar: Contoh",
        "apa: pembukuan, tahun: 1, sejak: 2026-01-01, dasar: ' '",
        "apa: pembukuan, tahun: 1",
    ])
    func `a time without its rule or its day is none`(_ line: String) {
        #expect(throws: CoffeeRules.Unreadable.self) { try Self.read("simpan: [{ \(line) }]") }
    }
}
