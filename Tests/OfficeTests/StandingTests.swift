import Office
import Stories
import Testing

struct StandingTests {
    private func standing(_ holdings: [Holding], on day: Int, left: Bool = false) -> Standing {
        var state = Official()
        state.isKnown = true
        state.hasLeft = left
        state.holdings = holdings
        let actor = Actor(OpaqueID(high: 1, low: 1))
        return Standing(of: actor, state, in: SampleOffice.map, on: Day(number: day))
    }

    @Test(arguments: [(9, false), (10, true), (15, true), (20, true), (21, false)])
    func `a deputy may act on every day of the deputising and on no other`(day: Int, may: Bool) {
        let deputy = standing([Holding("lurah-ulu", .standIn, 10, 20)], on: day)
        #expect(deputy.has("kepala-wilayah", in: "kel-ulu") == may)
        #expect(deputy.units == (may ? ["kel-ulu"] : []))
    }

    @Test func `a post without an end is held for good`() {
        let holder = standing([Holding("lurah-ulu", 10)], on: 100_000)
        #expect(holder.has("kepala-wilayah", in: "kel-ulu"))
        #expect(holder.has("penanda-tangan", in: "kel-ulu"))
    }

    @Test func `a duty is held in its unit only`() {
        let holder = standing([Holding("lurah-ulu", 1)], on: 1)
        #expect(!holder.has("kepala-wilayah", in: "kel-ilir"))
        #expect(!holder.has("petugas-pelayanan", in: "kel-ulu"))
    }

    @Test func `whoever has left holds nothing`() {
        let gone = standing([Holding("lurah-ulu", 1)], on: 5, left: true)
        #expect(gone.seats.isEmpty && !gone.has("kepala-wilayah", in: "kel-ulu"))
    }

    @Test func `the holder's own seat comes before a deputy's`() throws {
        let both = standing(
            [Holding("lurah-ulu", .acting, 1), Holding("seklur-ulu", 1)],
            on: 5
        )
        #expect(both.seats.count == 2)
        let seat = try #require(both.seat(for: "kepala-wilayah", in: "kel-ulu"))
        #expect(seat.post.id == "seklur-ulu" && seat.capacity == .definitive)
        let signer = try #require(both.seat(for: "penanda-tangan", in: "kel-ulu"))
        #expect(signer.capacity == .acting)
    }

    @Test func `a post that the regency no longer has gives no right`() {
        let lost = standing([Holding("camat", 1), Holding("tanpa-unit", 1)], on: 5)
        #expect(lost.seats.isEmpty)
    }

    @Test func `only a keeper looks after the installation`() {
        #expect(standing([Holding("pengelola", 1)], on: 1).isKeeper)
        #expect(!standing([Holding("pengelola", 2)], on: 1).isKeeper)
        #expect(!standing([Holding("lurah-ulu", 1)], on: 1).isKeeper)
    }

    @Test func `a capacity stands before the title of whoever only stands in`() {
        #expect([Capacity.definitive, .acting, .standIn].map(\.prefix) == ["", "Plt. ", "Plh. "])
    }
}

struct OfficeMapTests {
    private let map = SampleOffice.map

    @Test func `a unit is found by its id and by what blueprints call it`() {
        #expect(map.unit("kel-ulu")?.name == "kel-ulu")
        #expect(map.unit("kel-hulu") == nil)
        #expect(map.units(called: "kelurahan").map(\.id) == ["kel-ulu", "kel-ilir"])
        #expect(map.units(called: "diskop").map(\.id) == ["diskop"])
    }

    @Test(arguments: [
        ("kelurahan", Code("16.03.02.1002"), Code("kel-ilir")),
        ("kelurahan", Code("16.03.02.1999"), nil), ("kelurahan", nil, nil),
        ("dinas-koperasi", nil, Code("diskop")),
        ("dinas-koperasi", Code("16.03.02.1001"), Code("diskop")), ("camat", nil, nil),
        ("kel-ulu", Code("16.03.02.1002"), Code("kel-ulu")),
    ])
    func `the village says which of many units is meant`(
        name: String,
        village: Code?,
        unit: Code?
    ) {
        #expect(map.unit(called: name, for: village)?.id == unit)
    }

    @Test func `posts are found by duty and unit`() {
        #expect(
            map.posts(with: "kepala-wilayah", in: "kel-ulu").map(\.id) == [
                "lurah-ulu", "seklur-ulu",
            ]
        )
        #expect(map.posts(with: "petugas-pelayanan", in: "kel-ilir").isEmpty)
        #expect(map.post("lurah-ilir")?.unit == "kel-ilir")
    }

    @Test func `of two units with one id the first counts`() {
        let twice = OfficeMap(
            units: [
                SampleOffice.unit("a", ["satu"], village: nil),
                SampleOffice.unit("a", ["dua"], village: nil),
            ],
            posts: []
        )
        #expect(twice.unit("a")?.answersTo == ["satu"])
    }
}
