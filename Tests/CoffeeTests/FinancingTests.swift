import Beans
import Coffee
import Feel
import Ledger
import Stories
import Testing
import Visiting

/// The file for a bank: what is consented to is handed over, nothing else, and nobody scores.
struct FinancingTests {
    private static let grower = CoffeeOfARegency.id(500)
    private static let now = CoffeeOfARegency.noon
    private static let consent = Financing.Consent(
        grower,
        Sealed(id: PayloadID(CoffeeOfARegency.id(1)), commitment: Array(repeating: 1, count: 32)),
        until: now.adding(seconds: 60),
        isWithOfficial: false
    )

    private static func known(after seconds: Int64 = 0) -> KnownOfFinancing {
        KnownOfFinancing(
            at: now.adding(seconds: seconds),
            isWithOfficial: false,
            draw: .random,
            sealer: .sha256,
            dossier: DossierID(CoffeeOfARegency.id(2))
        )
    }

    @Test(
        arguments: [
            ([], FinancingCommand.handOver(CoffeeOfARegency.id(3), file: []), 0),
            ([], .withdraw, 0), ([.consented(consent), .withdrawn], .withdraw, 0),
            ([.consented(consent), .withdrawn], .handOver(CoffeeOfARegency.id(3), file: []), 0),
            ([.consented(consent)], .handOver(CoffeeOfARegency.id(3), file: []), 60),
        ] as [([FinancingFact], FinancingCommand, Int64)]
    )
    func `without a consent that stands nothing is handed over`(
        _ before: [FinancingFact],
        _ command: FinancingCommand,
        _ later: Int64
    ) {
        #expect(throws: CoffeeRefusal.consentEnded) {
            try FinancingStory.decide(
                FinancingStory.state(after: before),
                command,
                Self.known(after: later)
            )
        }
    }

    @Test func `consent and file are sealed, and no word of them stands in the fact`() throws {
        let decided = try FinancingStory.decide(
            Financing(),
            .consent(of: Self.grower, statement: Array("Bank".utf8), until: Self.now),
            Self.known()
        )
        #expect(decided.sealed.map(\.bytes) == [Array("Bank".utf8)])
        #expect(throws: CoffeeRefusal.writtenAlready) {
            try FinancingStory.decide(
                FinancingStory.state(after: decided.facts),
                .consent(of: Self.grower, statement: [], until: Self.now),
                Self.known()
            )
        }
    }

    @Test func `terms are read back as they were sealed`() throws {
        let loan = try #require(
            Loan(10_000_000, months: 12, yearlyPercent: Ratio(13, over: 2), .annuity)
        )
        let terms = FinancingTerms(
            to: "Bank \"Contoh\"",
            for: "Pupuk",
            parts: [.plan, .identity],
            seasons: [2026, 2025],
            loan: loan
        )
        #expect(try FinancingTerms(terms.bytes()) == terms)
        #expect(try FinancingTerms(Array("{}".utf8)) == nil)
    }

    @Test func `the plan is the worked example, flat beside it`() throws {
        let loan = try #require(Loan(10_000_000, months: 12, yearlyPercent: 6, .flat))
        let plan = try #require(RepaymentPlan(loan))
        #expect(plan.schedule.instalments.first?.payment == 860_664)
        #expect(plan.schedule.instalments.last?.payment == 860_669)
        #expect(plan.schedule.totalInterest == 327_973)
        #expect(plan.flatEquivalent == "3.2797")
        #expect(plan.flat.totalInterest == 600_000)
        #expect(plan.flat.instalments.first?.payment == 883_333)
        #expect(plan.nominalOfFlat == "10.896")
    }

    @Test func `only what was consented to stands in the file`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        try await coffee.bring(50, from: [1], to: lot)
        let before = try await coffee.begin("gelondong", of: 2025)
        try await coffee.bring(7, from: [1], to: before)
        let desk = coffee.financing
        let asked = FinancingDesk.Asked(by: Actor(Self.grower), isWithOfficial: false)
        for part in FinancingPart.allCases {
            let terms = FinancingTerms(
                to: "Bank Contoh",
                for: "Pupuk",
                parts: [part],
                seasons: [2026],
                loan: Loan(1_000_000, months: 10, yearlyPercent: 6, .annuity)
            )
            let id = try await desk.consent(Self.grower, to: terms, asked)
            let made = try await desk.handOver(id, ("Contoh", "https://contoh.go.id"), asked)
            let text = String(decoding: made.bytes, as: UTF8.self)
            let holds: [FinancingPart: String] = [
                .identity: "\"nik\":\"1603084505900500\"", .plots: "Talang 1",
                .deliveries: "\"grams\":50000", .plan: "\"instalments\"",
            ]
            for (other, words) in holds {
                #expect(text.contains(words) == (other == part), "\(part): \(words)")
            }
            // The harvest that was not chosen.
            #expect(!text.contains("\"grams\":7000"))
            let digest = try await coffee.store.read { try $0.digest(of: made.code, in: id) }
            #expect(digest == Public(of: made.bytes).digest)
        }
    }

    @Test func `a link from the scale is not enough, and others' files are none`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        let entry = try await coffee.bring(50, from: [1], to: lot)
        let asked = FinancingDesk.Asked(by: Actor(CoffeeOfARegency.id(501)), isWithOfficial: false)
        let foreign = try await coffee.financing.consent(
            CoffeeOfARegency.id(501),
            to: FinancingTerms(to: "Bank Rahasia", for: "-", parts: [.plots]),
            asked
        )
        try await coffee.open { client in
            let scale = Visitor(client, as: "wati")
            try await scale.get("/timbang/\(entry)")
            try await scale.send(to: "/tautan")
            let found = scale.page.firstMatch(of: /contoh\.go\.id(\/kopi\/saya\/[0-9a-f]{64})/)
            let path = String(try #require(found).1)
            let visitor = Visitor(client)
            try await visitor.get(path)
            try await visitor.send(to: path)
            #expect(visitor.status == 200)
            for path in ["/kopi/saya/berkas", "/kopi/saya/berkas/baru"] {
                try await visitor.get(path)
                #expect(visitor.status == 401, "\(path)")
            }
            let grower = Visitor(client, as: "sahala")
            try await grower.get("/kopi/saya/berkas")
            #expect(grower.status == 200)
            #expect(!grower.page.contains("Bank Rahasia"))
            for deed in ["/pdf", "/json", "/cabut"] {
                try await grower.sneak("/kopi/saya/berkas/\(foreign)\(deed)")
                #expect(grower.status == 404, "\(deed)")
            }
            for who in ["rina", "maman", "bupati"] {
                let official = Visitor(client, as: who)
                try await official.get("/kerja/kopi/berkas-bank")
                #expect(official.status == 403, "\(who)")
            }
        }
    }

    @Test func `an extension worker writes it down with the grower beside`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        try await coffee.bring(50, from: [1], to: lot)
        try await coffee.open { client in
            let worker = Visitor(client, as: "zainal")
            try await worker.get("/kerja/kopi/berkas-bank?cari=sahala")
            #expect(worker.page.contains("Sahala Contoh"))
            try await worker.get("/kerja/kopi/berkas-bank/baru?petani=\(Self.grower)")
            try await worker.send([("bank", "BPR Contoh"), ("guna", "Mesin")], to: "/baru")
            #expect(worker.status == 422)
            #expect(worker.page.contains("Tanpa izin tidak ada berkas"))
            try await worker.send(
                [
                    ("bank", "BPR Contoh"), ("guna", "Mesin"), ("bagian", "identitas"),
                    ("bagian", "setoran"), ("panen", "2026"), ("setuju", "ya"),
                ],
                to: "/baru"
            )
            #expect(worker.status == 200, "\(worker.page)")
            let here = worker.path
            try await worker.send(to: "/json")
            #expect(worker.type == "application/json")
            #expect(worker.page.contains("\"with_official\":true"))
            try await worker.get(here)
            #expect(worker.page.contains("1 kali"))
            try await worker.send(to: "/pdf")
            #expect(worker.type == "application/pdf")
            try await worker.get(here)
            try await worker.send(to: "/cabut")
            #expect(worker.page.contains("Izin sudah dicabut"))
            try await worker.sneak(here + "/pdf")
            #expect(worker.status == 410)
            let other = Visitor(client, as: "tuti")
            try await other.get(here)
            #expect(other.status == 404)
        }
    }
}
