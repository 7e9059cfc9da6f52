import Cooperation
import Stories
import Testing

/// What may follow in an agreement, and what is refused.
struct AgreementStoryTests {
    private static let day = Day(number: 20_780)

    @Test func `stages come in their order, each on or after the day of the one before`() throws {
        var world = try AgreementWorld.begun()
        #expect(throws: CooperationRefusal.stageNotYet) {
            try world.do(.reach("persiapan", on: Self.day, [:], nil))
        }
        try world.do(.reach("pemetaan", on: Self.day, [:], nil))
        #expect(throws: CooperationRefusal.dayBeforeEarlier) {
            try world.do(.reach("persiapan", on: Self.day.adding(days: -1), [:], nil))
        }
        #expect(throws: CooperationRefusal.dayInFuture) {
            try world.do(.reach("persiapan", on: Self.day.adding(days: 1), [:], nil))
        }
        #expect(throws: CooperationRefusal.noSuchItem) {
            try world.do(.reach("rencana-kerja", on: Self.day, [:], nil))
        }
    }

    @Test(arguments: [(false, false), (true, false), (false, true), (true, true)])
    func `the council is asked where one of the two answers is yes`(
        burdens: Bool,
        unfunded: Bool
    ) throws {
        var world = try AgreementWorld.reached("kesepakatan")
        try world.do(
            .askCouncil(
                burdens: burdens,
                unfunded: unfunded,
                ["pertimbangan": "Dihitung", "alasan": "Baru diketahui"]
            )
        )
        let isNeeded = burdens || unfunded
        if isNeeded {
            #expect(throws: CooperationRefusal.stageNotYet) {
                try world.do(.reach("penyusunan-perjanjian", on: Self.day, [:], nil))
            }
            try world.do(.reach("persetujuan-dprd", on: Self.day, [:], nil))
        } else {
            #expect(throws: CooperationRefusal.stageSkipped) {
                try world.do(.reach("persetujuan-dprd", on: Self.day, [:], nil))
            }
        }
        try world.do(.reach("penyusunan-perjanjian", on: Self.day, [:], nil))
    }

    @Test func `without the two answers nobody goes past the council`() throws {
        var world = try AgreementWorld.begun()
        for stage in [
            "pemetaan", "persiapan", "penawaran", "penyusunan-kesepakatan", "kesepakatan",
        ] {
            let code = try #require(Code(stage))
            try world.do(.reach(code, on: Self.day, ["alasan": "Diperiksa"], nil))
        }
        for stage in ["persetujuan-dprd", "penyusunan-perjanjian"] as [Code] {
            #expect(throws: CooperationRefusal.councilFirst) {
                try world.do(.reach(stage, on: Self.day, [:], nil))
            }
        }
    }

    @Test func `open clauses warn, and a reason goes on`() throws {
        var world = try AgreementWorld.reached("persiapan")
        #expect(throws: CooperationRefusal.clausesOpen) {
            try world.do(.reach("penawaran", on: Self.day, [:], nil))
        }
        let letter = try #require(world.rules.document("surat-penawaran"))
        let some = letter.clauses.map(\.id).reversed()
        try world.do(.check(document: letter.id, clauses: Array(some) + ["bukan-isi"]))
        #expect(world.state.clauses[letter.id] == Set(some), "what the document has not is nothing")
        try world.do(.reach("penawaran", on: Self.day, [:], nil))
        #expect(world.state.signed == nil)
    }

    @Test func `a correction needs its reason and keeps what was said`() throws {
        var world = try AgreementWorld.reached("pemetaan")
        #expect(throws: CooperationRefusal.reasonMissing) {
            try world.do(.reach("pemetaan", on: Self.day, [:], nil))
        }
        #expect(throws: CooperationRefusal.reasonMissing) {
            try world.do(.restate(["judul": "Lain", "objek": "Lain"]))
        }
        let facts = try world.do(
            .restate(["judul": "Lain", "objek": "Lain", "alasan": "Salah tulis"])
        )
        guard case .restated(let words)? = facts.first else {
            Issue.record("no restatement")
            return
        }
        #expect(world.words[words.id]?["alasan"] == "Salah tulis")
        #expect(world.state.begun?.words != words, "the first words stay in the history")
    }

    @Test func `it holds from its signing, within its term, until it ends`() throws {
        var world = try AgreementWorld.reached("perjanjian")
        #expect(world.state.isInForce(on: Self.day))
        #expect(!world.state.isInForce(on: Self.day.adding(days: -1)))
        #expect(throws: CooperationRefusal.termBackwards) {
            try world.do(.agree(from: Self.day, until: Self.day, byProxy: false, [:]))
        }
        #expect(throws: CooperationRefusal.wordsMissing) {
            try world.do(
                .agree(
                    from: Self.day,
                    until: Self.day.adding(days: 9),
                    byProxy: true,
                    ["penandatangan": "Kepala Dinas", "jabatan": "Kepala Dinas"]
                )
            )
        }
        try world.do(
            .agree(
                from: Self.day,
                until: Self.day.adding(days: 9),
                byProxy: true,
                ["penandatangan": "A", "jabatan": "Kepala Dinas", "kuasa": "119/1/2026"]
            )
        )
        #expect(!world.state.isInForce(on: Self.day.adding(days: 10)))
        #expect(throws: CooperationRefusal.termBackwards) {
            try world.do(.renew(until: Self.day.adding(days: 9), ["dasar": "Adendum"]))
        }
        try world.do(.renew(until: Self.day.adding(days: 99), ["dasar": "Adendum 1"]))
        #expect(world.state.isInForce(on: Self.day.adding(days: 10)))
        try world.do(.end(on: Self.day, .reached, ["alasan": "Selesai"]))
        #expect(!world.state.isInForce(on: Self.day))
        #expect(throws: CooperationRefusal.isOver) {
            try world.do(.renew(until: Self.day.adding(days: 999), ["dasar": "Lagi"]))
        }
    }

    @Test func `plans wait for the signing; obligations do not`() throws {
        var world = try AgreementWorld.begun()
        let plan: Texts = ["kegiatan": "Bimbingan", "keluaran": "20 orang", "indikator": "Orang"]
        #expect(throws: CooperationRefusal.notInForce) {
            try world.do(.plan(AgreementWorld.item, year: 2027, budget: 1, unit: nil, plan))
        }
        try world.do(.owe(AgreementWorld.item, due: Self.day, unit: nil, ["apa": "Kirim data"]))
        #expect(throws: CooperationRefusal.reasonMissing) {
            try world.do(.owe(AgreementWorld.item, due: Self.day, unit: nil, ["apa": "Kirim"]))
        }
        #expect(throws: CooperationRefusal.noSuchItem) {
            try world.do(.fulfil(OpaqueID(high: 3, low: 3), on: Self.day, ["bukti": "x"], nil))
        }
        try world.do(.fulfil(AgreementWorld.item, on: Self.day, ["bukti": "Surat"], nil))
        #expect(world.state.duties.first?.result?.on == Self.day)
        world = try AgreementWorld.reached("perjanjian")
        for (year, budget) in [(1999, 1), (2201, 1), (2027, -1)] {
            #expect(throws: CooperationRefusal.self) {
                try world.do(
                    .plan(AgreementWorld.item, year: year, budget: budget, unit: nil, plan)
                )
            }
        }
        try world.do(.plan(AgreementWorld.item, year: 2027, budget: 5, unit: nil, plan))
        try world.do(.realise(AgreementWorld.item, on: Self.day, spent: 4, ["hasil": "Jadi"], nil))
        #expect(world.state.plan.first?.result?.spent == 4)
    }

    @Test func `synergy goes by a note and a plan, and never asks the council`() throws {
        let world = try AgreementWorld.reached("rencana-kerja", .synergy)
        #expect(world.state.signed == Self.day)
        #expect(world.rules.stages(of: .synergy).allSatisfy { !$0.isForCouncil })
    }

    @Test func `permissions name a blueprint or all, each way by itself`() throws {
        var world = try AgreementWorld.begun()
        try world.do(.permit(.toPartner, "16.03/umkm", isGiven: true))
        #expect(world.state.permits("16.03/umkm", .toPartner))
        #expect(!world.state.permits("16.03/umkm", .fromPartner))
        #expect(!world.state.permits("16.03/kopi", .toPartner))
        #expect(throws: CooperationRefusal.packageUnreadable) {
            try world.do(.permit(.toPartner, "umkm", isGiven: true))
        }
        try world.do(.permit(.fromPartner, nil, isGiven: true))
        #expect(world.state.permits("12.03/kopi", .fromPartner))
        try world.do(.permit(.fromPartner, nil, isGiven: false))
        #expect(!world.state.permits("12.03/kopi", .fromPartner))
        #expect(throws: CooperationRefusal.movedOn) {
            try world.do(.permit(.fromPartner, nil, isGiven: false))
        }
        var others = try AgreementWorld.begun(.thirdParty)
        #expect(throws: CooperationRefusal.notARegency) {
            try others.do(.permit(.toPartner, nil, isGiven: true))
        }
    }
}

/// A root is pinned from words that two persons typed.
struct RootStoryTests {
    static let words = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas"
    static let others = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas beras"

    @Test func `two persons type the same words`() throws {
        var world = try AgreementWorld.reached("perjanjian")
        try world.do(.typeRoot(partner: "12.03", words: Self.words))
        #expect(world.state.roots.isEmpty)
        #expect(throws: CooperationRefusal.rootBySame) {
            try world.do(.typeRoot(partner: "12.03", words: Self.words))
        }
        let typed = "  " + Self.words.uppercased().replacing(" ", with: ", ")
        try world.do(.typeRoot(partner: "12.03", words: typed), by: AgreementWorld.budi)
        #expect(world.state.roots["12.03"] != nil)
        #expect(throws: CooperationRefusal.rootPinned) {
            try world.do(.typeRoot(partner: "12.03", words: Self.words))
        }
    }

    @Test func `words that differ pin nothing, and both begin again`() throws {
        var world = try AgreementWorld.reached("perjanjian")
        try world.do(.typeRoot(partner: "12.03", words: Self.words))
        let facts = try world.do(
            .typeRoot(partner: "12.03", words: Self.others),
            by: AgreementWorld.budi
        )
        #expect(facts == [.rootsDiffered(partner: "12.03")])
        #expect(world.state.roots.isEmpty && world.state.typedRoots.isEmpty)
    }

    @Test(arguments: ["", "satu dua", words + " lagi", "1 2 3 4 5 6 7 8 9 10 11 12"])
    func `what are no twelve words is refused`(typed: String) throws {
        var world = try AgreementWorld.reached("perjanjian")
        #expect(throws: CooperationRefusal.rootUnreadable) {
            try world.do(.typeRoot(partner: "12.03", words: typed))
        }
    }

    @Test func `only a partner, and only after the signing`() throws {
        var world = try AgreementWorld.begun()
        #expect(throws: CooperationRefusal.notInForce) {
            try world.do(.typeRoot(partner: "12.03", words: Self.words))
        }
        world = try AgreementWorld.reached("perjanjian")
        #expect(throws: CooperationRefusal.notARegency) {
            try world.do(.typeRoot(partner: "13.01", words: Self.words))
        }
    }
}
