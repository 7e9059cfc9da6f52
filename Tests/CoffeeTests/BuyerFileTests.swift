import Coffee
import Foundation
import Ledger
import Plots
import Site
import Stories
import Testing
import Visiting

/// The buyer's file: who is in it, who is left out and why, and that nothing else goes abroad.
struct BuyerFileTests {
    private static let buyer = NamedParty(CoffeeOfARegency.id(600), "Pembeli Contoh")
    private static let grower = Grower(CoffeeOfARegency.id(500), name: "Sahala", village: "Ulu")

    private static func plot(
        _ number: UInt64,
        _ boundary: Boundary?,
        of grower: Grower? = grower
    ) -> RegisteredPlot {
        RegisteredPlot(
            CoffeeOfARegency.id(number),
            code: "K-\(number)",
            name: "Talang",
            village: "Ulu",
            of: grower,
            boundary,
            papers: RegisteredPlot.Papers()
        )
    }

    private static func point(hectares: Double) -> Boundary? {
        Position(longitudeDegrees: 103.5, latitudeDegrees: -4.2)
            .map { .point($0, hectares: hectares) }
    }

    private static func reason(
        of plot: RegisteredPlot,
        isKeptOut: Bool = false,
        consenting: Set<OpaqueID> = [grower.id],
        _ lot: ShownLot
    ) -> String? {
        let file = BuyerFile(
            of: lot,
            for: buyer,
            grams: 60_000,
            [PlotForBuyer(plot, green: 1000, isKeptOut: isKeptOut)],
            consenting: consenting
        )
        #expect(file.declared.count + file.leftOut.count == 1)
        #expect(file.isComplete == file.leftOut.isEmpty)
        return file.leftOut.first.map { out in
            switch out.reason {
            case .noConsent: "consent"
            case .noGrower: "grower"
            case .noBoundary: "boundary"
            case .keptOut: "kept out"
            case .wouldBeRefused(let finding): finding.code
            }
        }
    }

    private static func lot() async throws -> ShownLot {
        let coffee = try await CoffeeOfARegency()
        let id = try await coffee.begin("biji")
        return try #require(try await coffee.store.read { try $0.lot(id) })
    }

    @Test func `a plot goes in when its grower consents and the checker has nothing against it`()
        async throws
    {
        let lot = try await Self.lot()
        let sound = Self.plot(1, CoffeeOfARegency.square(103.5, -4.2))
        #expect(Self.reason(of: sound, lot) == nil)
        #expect(Self.reason(of: Self.plot(1, Self.point(hectares: 4)), lot) == nil)
        #expect(Self.reason(of: sound, consenting: [], lot) == "consent")
        #expect(Self.reason(of: sound, isKeptOut: true, lot) == "kept out")
        #expect(Self.reason(of: Self.plot(1, nil), lot) == "boundary")
        #expect(Self.reason(of: Self.plot(1, Self.point(hectares: 1), of: nil), lot) == "grower")
    }

    @Test func `a plot that the eu system would refuse stays out with the checker's sentence`()
        async throws
    {
        let lot = try await Self.lot()
        let bow = Outline(
            ring: [(0, 0), (2000, 2000), (2000, 0), (0, 2000), (0, 0)].map {
                Position(longitude: 103_500_000 + $0.0, latitude: -4_200_000 + $0.1)
            }
        )
        #expect(Self.reason(of: Self.plot(1, .polygon(bow)), lot) == "ring-crosses")
        #expect(Self.reason(of: Self.plot(1, Self.point(hectares: 4.01)), lot) != nil)
    }

    @Test func `corners that fall together at six decimals are kept once, and the ring is turned`()
        throws
    {
        let corners = [
            (103.5, -4.2), (103.5, -4.198), (103.5000000001, -4.198), (103.502, -4.198),
            (103.502, -4.2), (103.5, -4.2),
        ].compactMap { Position(longitudeDegrees: $0.0, latitudeDegrees: $0.1) }
        let outline = try #require(Outline(walking: corners))
        #expect(outline.ring.count == 5)
        #expect(outline.ring.first == outline.ring.last)
        #expect(Measured(of: outline.ring).isCounterclockwise)
        #expect(Outline(walking: Array(corners.prefix(2))) == nil)
    }

    @Test func `the papers are made once a grower consents, and say what is missing`() async throws
    {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji", "Robusta petik merah")
        try await coffee.bring(300, from: [1, 2], to: lot)
        let code = try await coffee.store.read { try $0.lot(lot)?.code ?? "" }
        try await coffee.open { client in
            let buyer = "\(CoffeeOfARegency.id(600))"
            let manager = Visitor(client, as: "maman")
            try await manager.get("/lot/\(code)/pembeli?pembeli=\(buyer)")
            #expect(manager.page.contains("Petani belum setuju datanya dikirim"), "\(manager.page)")
            #expect(!manager.page.contains("Buat berkas"))

            try await manager.get("/lot/\(code)/izin?pembeli=\(buyer)")
            try await manager.send([("cara", "signed_paper")], to: "/izin")
            #expect(manager.status == 422)
            try await manager.send(
                [("petani", "\(CoffeeOfARegency.id(500))"), ("cara", "signed_paper")],
                to: "/izin"
            )
            #expect(manager.page.contains("Letaknya belum diukur"), "\(manager.page)")
            try await manager.send(to: "/lot/\(code)/pembeli")
            #expect(manager.page.contains("1 kebun disertakan, 1 tidak"), "\(manager.page)")
            #expect(manager.page.contains("27 Nov 2031") || manager.page.contains("paling cepat"))
            let paths = manager.page.matches(of: /href="(\/lot\/[^"]*\/berkas\/[^"]*)"/)
                .map { String($0.1) }
            #expect(paths.count == 3)

            try await manager.get(paths[0])
            #expect(manager.type == "application/geo+json")
            let check = PlotFileCheck(manager.bytes)
            #expect(check.errors == 0)
            #expect(check.plots.map(\.name) == ["K-1"])
            #expect(manager.page.contains(#""ProducerName":"Sahala Contoh""#))
            #expect(manager.page.contains("[103.500000,-4.200000]"))

            try await manager.get(paths[1])
            #expect(manager.page.contains(#""isComplete":false"#), "\(manager.page)")
            #expect(manager.page.contains(#""hsHeading":"090111""#))
            #expect(manager.page.contains(#""scientificName":"Coffea canephora""#))
            #expect(manager.page.contains(#""netWeight":300"#))

            try await manager.get(paths[2])
            #expect(manager.type == "application/pdf")

            for name in ["wati", "tetangga", "rina", "lestari"] {
                let other = Visitor(client, as: name)
                try await other.get(paths[0])
                #expect(other.status == 403, "\(name)")
            }
            // Taken back, the grower is in no file that is made afterwards.
            try await manager.get("/lot/\(code)/izin?pembeli=\(buyer)")
            try await manager.post(
                "/lot/\(code)/izin",
                [
                    ("hal", "cabut"), ("pembeli", buyer),
                    ("petani", "\(CoffeeOfARegency.id(500))"),
                ]
            )
            try await manager.get("/lot/\(code)/pembeli?pembeli=\(buyer)")
            #expect(manager.page.contains("Petani belum setuju datanya dikirim"))
            #expect(manager.page.contains("1 kebun disertakan, 1 tidak"))
        }
    }

    @Test func `the named post looks at plots, others do not`() async throws {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open { client in
            let post = Visitor(client, as: "pengesah")
            try await post.get("/kebun")
            #expect(post.page.contains("K-1"))
            #expect(post.page.contains("Belum diperiksa"))
            try await post.send(to: "/kebun/tumpang-tindih")
            #expect(post.page.contains("1 temuan baru dicatat"), "\(post.page)")

            let plot = "/kebun/\(CoffeeOfARegency.id(1))"
            try await post.get(plot)
            try await post.send(
                [
                    ("tentang", "legality"), ("hasil", "clear"), ("sumber", "SHM 12/2015"),
                    ("tanggal-tanggal", "1"), ("tanggal-bulan", "11"), ("tanggal-tahun", "2026"),
                ],
                to: plot
            )
            #expect(post.page.contains("SHM 12/2015, 1 November 2026"), "\(post.page)")
            try await post.post(plot, [("hal", "keluarkan"), ("alasan", "")])
            #expect(post.status == 422)
            try await post.post(plot, [("hal", "keluarkan"), ("alasan", "Sengketa batas")])
            #expect(post.page.contains("dikeluarkan dari berkas pembeli"), "\(post.page)")
            try await post.get("/kebun?hanya=keluar")
            #expect(post.page.contains("1 kebun"))

            try await post.get("/kebun/whisp")
            try await post.send(
                [
                    ("versi_alat", "2.0"), ("tanggal-tanggal", "2"), ("tanggal-bulan", "11"),
                    ("tanggal-tahun", "2026"),
                ],
                file: Visitor.SentFile(
                    "berkas",
                    "hasil.csv",
                    "text/csv",
                    Array("external_id,risk_pcrop\nK-1,high\nK-9,low\n".utf8)
                ),
                to: "/kebun/whisp"
            )
            #expect(post.page.contains("1 kebun dikenal, 1 di antaranya"), "\(post.page)")
            #expect(post.page.contains("K-9"))

            try await post.get("/kebun/peta")
            try await post.send(
                [
                    ("jenis", "estate"), ("sumber", "SK contoh"), ("tanggal-tanggal", "1"),
                    ("tanggal-bulan", "1"), ("tanggal-tahun", "2026"),
                ],
                file: Visitor.SentFile(
                    "berkas",
                    "hutan.geojson",
                    "application/json",
                    GeoJSONWriter.file(
                        of: [CoffeeOfARegency.square(103.499, -4.201, side: 0.01)]
                            .compactMap(\.self).map { ([], $0) }
                    )
                ),
                to: "/kebun/peta"
            )
            #expect(post.page.contains("Di dalam, tanpa izin"), "\(post.page)")

            for name in ["maman", "wati", "lestari"] {
                let other = Visitor(client, as: name)
                try await other.get("/kebun")
                #expect(other.status == 403, "\(name)")
                try await other.get("/kebun/whisp.geojson")
                #expect(other.status == 403, "\(name)")
            }
        }
    }

    @Test func `anybody may have a file of plots checked and repaired`() async throws {
        let coffee = try await CoffeeOfARegency()
        let open = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":\
            {"ProducerName":"A<b>","ProducerCountry":"ID","ProductionPlace":"K-1"},"geometry":\
            {"type":"Polygon","coordinates":[[[103.500000,-4.200000],[103.502000,-4.200000],\
            [103.502000,-4.198000],[103.500000,-4.198000]]]}}]}
            """
        try await coffee.open { client in
            let anybody = Visitor(client)
            try await anybody.get("/kopi/periksa-kebun")
            let file = Visitor.SentFile("berkas", "a.geojson", "application/json", Array(open.utf8))
            try await anybody.send([], file: file, to: "/kopi/periksa-kebun")
            #expect(anybody.page.contains("1 kesalahan"), "\(anybody.page)")
            #expect(anybody.page.contains("class=\"denah\""))
            #expect(!anybody.page.contains("A<b>"))
            try await anybody.send(
                [("untuk", "perbaikan")],
                file: file,
                to: "/kopi/periksa-kebun"
            )
            #expect(anybody.type == "application/geo+json")
            #expect(PlotFileCheck(anybody.bytes).errors == 0)

            try await anybody.get("/kopi/periksa-kebun")
            let noise = Visitor.SentFile("berkas", "b.zip", "application/zip", [80, 75, 3, 4, 0])
            try await anybody.send([], file: noise, to: "/kopi/periksa-kebun")
            #expect(anybody.status == 200)
            #expect(anybody.page.contains("1 kesalahan"), "\(anybody.page)")
        }
    }
}
