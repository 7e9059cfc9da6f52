import Coffee
import Stories
import Testing
import Visiting

/// What leaders read of coffee, and what nobody can read out of it.
struct LeadersTests {
    private static let cherry = KindOfCoffee("gelondong", of: "robusta")
    private static let green = KindOfCoffee("biji", of: "robusta")

    @Test(
        arguments: [
            ([], []), ([0, 7], []), ([5, 6], []), ([4], [0]),
            // By subtracting, the single small one would follow: the next smallest goes with it.
            ([20, 4, 9], [1, 2]), ([3, 30], [0, 1]),
            // Two small ones that are enough together are hidden by each other.
            ([3, 2, 40], [0, 1]), ([1, 1, 40, 50], [0, 1, 2]), ([4, 0, 0], [0]),
        ] as [([Int], Set<Int>)]
    )
    func `few people are hidden with what they would follow from`(
        _ counts: [Int],
        _ hidden: Set<Int>
    ) {
        #expect(FewPeople.hidden(counts) == hidden)
    }

    @Test(arguments: [(0, 20, nil), (4, 20, nil), (5, 20, 5), (15, 20, 15), (16, 20, nil)])
    func `a part is told where it and the rest are enough`(
        _ part: Int,
        _ whole: Int,
        _ told: Int?
    ) {
        #expect(FewPeople.part(part, of: whole) == told)
    }

    /// So many growers of a district, each with 100 kg of cherry at 10.000 a kilogram.
    private static func brought(
        _ numbers: Range<UInt64>,
        from district: Code?,
        in season: Int = 2026
    ) -> [BroughtInSeason] {
        numbers.map { number in
            BroughtInSeason(
                season,
                cherry,
                by: CoffeeOfARegency.id(number),
                from: district,
                (100_000, 1_000_000)
            )
        }
    }

    private static func counted(
        _ brought: [BroughtInSeason],
        _ sold: [SoldInSeason] = []
    ) -> CoffeeOfSeasons {
        CoffeeOfSeasons(
            brought,
            sold: sold,
            isWoman: { $0.low % 2 == 0 },
            green: { what, grams in what == cherry ? grams / 5 : grams }
        )
    }

    @Test func `a harvest is told by district with its women`() throws {
        let figures = Self.counted(
            Self.brought(0..<20, from: "16.03.08") + Self.brought(20..<44, from: "16.03.09"),
            [SoldInSeason(2026, grams: 300, underOwnName: 101)]
        )
        let season = try #require(figures.seasons.first)
        #expect(season.whole?.green == 880_000)
        #expect(season.whole?.growers == 44)
        #expect(season.whole?.women == 22)
        #expect(season.districts.map(\.growers) == [20, 24])
        #expect(season.districts.map(\.women) == [10, 12])
        #expect(season.prices.first?.price == 10_000)
        #expect(season.ownNamePercent == 34)
    }

    @Test func `a district of few growers is hidden together with the next smallest`() throws {
        let figures = Self.counted(
            Self.brought(0..<20, from: "16.03.08") + Self.brought(20..<44, from: "16.03.09")
                + Self.brought(44..<47, from: "16.03.10")
        )
        let season = try #require(figures.seasons.first)
        #expect(season.districts.map(\.growers) == [nil, 24, nil])
        #expect(season.districts.map(\.green) == [nil, 480_000, nil])
        #expect(season.whole?.growers == 47)
    }

    @Test func `a harvest of four growers tells nothing but that`() throws {
        let figures = Self.counted(
            Self.brought(0..<4, from: "16.03.08", in: 2025) + Self.brought(0..<9, from: nil)
        )
        #expect(figures.seasons.map(\.season) == [2026, 2025])
        #expect(figures.seasons.last?.whole == nil)
        #expect(figures.seasons.last?.districts == [])
        #expect(figures.seasons.last?.prices == [])
        #expect(figures.seasons.first?.districts.map(\.district) == [nil])
    }

    @Test func `prices are weighed by their kilograms`() throws {
        let dear = (0..<6).map { number in
            BroughtInSeason(
                2026,
                Self.green,
                by: CoffeeOfARegency.id(UInt64(number)),
                from: nil,
                number == 0 ? (10_000, 700_000) : (30_000, 1_800_000)
            )
        }
        let paid = try #require(Self.counted(dear).seasons.first?.prices.first)
        #expect(paid.price == 60_625)
        #expect(paid.grams == 160_000)
    }

    @Test(arguments: [
        ("bupati", 200), ("fatimah", 200), ("dokter", 403), ("maman", 403), ("lestari", 403),
    ])
    func `it is for leaders and the head of the office of growers`(_ who: String, _ status: Int)
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open { client in
            let visitor = Visitor(client, as: who)
            try await visitor.get("/pimpinan/kopi")
            #expect(visitor.status == status)
        }
    }

    @Test func `a leader reads sums and no names`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lots = [
            try await coffee.begin("gelondong", "Rahasia dagang"),
            try await coffee.begin("gelondong", "Tahun lalu", of: 2025),
        ]
        for (lot, price) in zip(lots, [12_000, 9000] as [Int64]) {
            for number in UInt64(500)..<506 {
                try await coffee.bring(
                    100,
                    from: [1],
                    to: lot,
                    .init(
                        grower: CoffeeOfARegency.id(number),
                        price: price,
                        village: "16.03.08.2001"
                    )
                )
            }
        }
        try await coffee.open { client in
            let leader = Visitor(client, as: "bupati")
            try await leader.get("/pimpinan/kopi")
            #expect(leader.page.contains("Panen 2026"))
            // 600 kg of cherry at the ratio of the test: a fifth.
            #expect(leader.page.contains("120 kg"), "\(leader.page)")
            #expect(leader.page.contains("<polyline class=\"garis\""))
            #expect(leader.page.contains("Rp12.000"))
            #expect(leader.page.contains("belum ada"))
            for secret in ["Sahala", "Talang", "Rahasia dagang", "Temuan"] {
                #expect(!leader.page.contains(secret), "\(secret)")
            }
            try await leader.get("/pimpinan/kopi?musim=2025")
            #expect(leader.page.contains("Panen 2025"))
            try await leader.get("/en/pimpinan/kopi?musim=x")
            #expect(leader.page.contains("Harvest 2026"))
        }
    }
}
