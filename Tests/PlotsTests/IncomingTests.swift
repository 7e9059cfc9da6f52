import Plots
import Testing

@Suite struct IncomingTests {
    static let kml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Kebun</name>
        <!-- drawn by hand -->
        <Placemark><name>Kebun A &amp; B</name><ExtendedData>
          <Data name="luas"><value>1,2</value></Data>
          <SchemaData><SimpleData name="desa">Pulau <![CDATA[<Panggung>]]></SimpleData></SchemaData>
        </ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>
          103.5,-4.2,700 103.501001,-4.2,700 103.501001,-4.199001,700 103.5,-4.2,700
        </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
        <Folder><Placemark><name>Titik</name><Point><coordinates>103.51,-4.21</coordinates></Point>
        </Placemark></Folder>
        <Placemark><name>Jalan</name><LineString><coordinates>
          103.6,-4.2 103.601001,-4.2 103.601001,-4.199001 103.6,-4.199901</coordinates></LineString>
        </Placemark>
        <Placemark><name>Bukan kebun</name></Placemark>
        </Document></kml>
        """

    static let gpx = """
        <gpx version="1.1"><wpt lat="-4.3" lon="103.4"><name>Rumah</name></wpt>
        <trk><name>Kebun Atas</name><trkseg><trkpt lat="-4.2" lon="103.5"><ele>700</ele></trkpt>
        <trkpt lat="-4.2" lon="103.501001"/><trkpt lat="-4.199001" lon="103.501001"/>
        </trkseg><trkseg><trkpt lat="-4.199001" lon="103.5"/><trkpt lat="-4.199901" lon="103.5"/>
        </trkseg></trk></gpx>
        """

    @Test func `placemarks of a KML file come with their names and values`() throws {
        let read = try PlotRows(reading: Array(Self.kml.utf8))
        #expect(read.form == .kml)
        #expect(read.rows.map { $0["name"] } == ["Kebun A & B", "Titik", "Jalan", "Bukan kebun"])
        #expect(read.rows[0]["luas"] == "1,2")
        #expect(read.rows[0]["desa"] == "Pulau <Panggung>")
        #expect(read.rows[0].problems == [])
        let hectares = try #require(read.rows[0].boundary?.hectares)
        #expect((hectares - 0.613).magnitude < 0.01)
        #expect(
            read.rows[1].boundary
                == .point(Position(longitude: 103_510_000, latitude: -4_210_000), hectares: nil)
        )
        #expect(read.rows[2].problems == [])
        #expect(read.rows[3].problems.map(\.code) == ["no-place"])
        #expect(read.rows[3].hasErrors)
    }

    @Test func `a KMZ file is a KML file inside`() throws {
        for squeezed in [true, false] {
            var zip = ZipFile()
            zip.add("__MACOSX/._doc.kml", [0, 1, 2])
            zip.add("files/foto.jpg", [1, 2, 3])
            zip.add("doc.kml", Array(Self.kml.utf8), squeezed: squeezed)
            let read = try PlotRows(reading: zip.bytes)
            #expect(read.form == .kmz)
            #expect(read.rows.count == 4)
        }
    }

    @Test func `a walk of a GPS device is closed if it came back nearly`() throws {
        let read = try PlotRows(reading: Array(Self.gpx.utf8))
        #expect(read.form == .gpx)
        #expect(read.rows.count == 1)
        #expect(read.rows[0]["name"] == "Kebun Atas")
        #expect(read.rows[0].problems == [])
        let ring = try #require(read.rows[0].boundary?.outlines.first?.ring)
        #expect(ring.count == 6)
        #expect(ring.first == ring.last)
        let broken = Self.gpx.replacing(
            #"<trkpt lat="-4.199001" lon="103.5"/><trkpt lat="-4.199901" lon="103.5"/>"#,
            with: ""
        )
        let open = try PlotRows(reading: Array(broken.utf8))
        #expect(open.rows[0].problems.map(\.code) == ["walk-not-closed"])
    }

    @Test func `waypoints alone are corners, and one says so`() throws {
        let corners = ["-4.2 103.5", "-4.2 103.501001", "-4.199001 103.501001"].map { text in
            let parts = text.split(separator: " ")
            return #"<wpt lat="\#(parts[0])" lon="\#(parts[1])"/>"#
        }
        let read = try PlotRows(reading: Array("<gpx>\(corners.joined())</gpx>".utf8))
        #expect(read.rows.count == 1)
        #expect(read.rows[0].problems.map(\.code) == ["from-waypoints"])
        #expect(read.rows[0].boundary?.outlines.first?.ring.count == 4)
        let two = try PlotRows(reading: Array("<gpx>\(corners.prefix(2).joined())</gpx>".utf8))
        #expect(two.rows.map { $0.boundary?.positions.count } == [1, 1])
    }

    @Test func `GeoJSON comes with its columns as text`() throws {
        let file = PlotFiles.collection(
            PlotFiles.feature(
                PlotFiles.point("[-4.212345,103.512345]"),
                #"{"nik":"1603000000000001","ProducerName":"A","pohon":812,"catatan":null,"Area":1.5}"#
            )
        )
        let read = try PlotRows(reading: file)
        #expect(read.form == .geoJSON)
        #expect(read.areAxesSwapped)
        #expect(
            read.rows[0].boundary
                == .point(Position(longitude: 103_512_345, latitude: -4_212_345), hectares: 1.5)
        )
        #expect(read.rows[0].attributes.map(\.text) == ["1603000000000001", "A", "812", "", "1.5"])
    }

    @Test func `each row has its own problems, however many rows have the same`() throws {
        let features = (0..<150).map { number in
            PlotFiles.feature(
                PlotFiles.point("[103.5\(10_000 + number),-4.212345]"),
                #"{"Area":5}"#
            )
        }
        let file = PlotFiles.collection(features.joined(separator: ","))
        let read = try PlotRows(reading: file)
        #expect(read.rows.count == 150)
        #expect(read.rows.count { $0.hasErrors } == 150)
        let check = PlotFileCheck(file)
        #expect(check.counts["point-too-large"] == 150)
        #expect(check.findings.count { $0.code == "point-too-large" } == 100)
    }

    /// Corners of a Shapefile go round clockwise; the one inside the other way is a hole.
    private static let square: [ShapeFiles.Corner] = [
        (103.5, -4.2), (103.5, -4.199), (103.501, -4.199), (103.501, -4.2), (103.5, -4.2),
    ]
    private static let hole: [ShapeFiles.Corner] = [
        (103.5002, -4.1998), (103.5004, -4.1998), (103.5004, -4.1996), (103.5002, -4.1998),
    ]

    @Test func `a Shapefile comes with its table, its parts and its holes`() throws {
        let far = Self.square.map { ($0.x + 0.01, $0.y) }
        var files = ShapeFiles()
        files.shapes = [
            (rings: [Self.square], text: "A-1"),
            (rings: [far, Self.square, Self.hole], text: "B-2"),
            (rings: [Self.square], text: "*dihapus"), (rings: [far], text: "Kebun \u{00E9}"),
        ]
        let read = try PlotRows(reading: files.zip.bytes)
        #expect(read.form == .shapefile)
        #expect(read.rows.map { $0["KODE"] } == ["A-1", "B-2", nil, "Kebun é"])
        #expect(read.rows[0].problems == [])
        #expect(read.rows[1].boundary?.outlines.map(\.holes.count) == [0, 1])
        #expect(read.rows[1].problems.map(\.code) == ["hole"])
        #expect(read.rows[2].problems.map(\.code) == ["no-place"])
        let hectares = try #require(read.rows[0].boundary?.hectares)
        #expect((hectares - 1.228).magnitude < 0.005)
    }

    /// Worked out from degrees with Krüger's series, which is not what PROJ uses here.
    @Test(arguments: [
        ("WGS_1984_UTM_Zone_48S", "D_WGS_1984", 334_886.961, 9_534_243.422, "103.512345,-4.212345"),
        ("WGS 84 / UTM zone 47N", "WGS_1984", 528_068.729, 178_214.779, "99.252345,1.612345"),
        ("DGN_1995_UTM_Zone_54S", "D_DGN_1995", 400_941.401, 9_060_310.690, "140.100000,-8.500000"),
        ("WGS_1984_UTM_Zone_46N", "D_WGS_1984", 754_829.630, 608_424.397, "95.300000,5.500000"),
        ("WGS_1984_UTM_Zone_48S", "D_WGS_1984", 500_000, 9_535_765.466, "105.000000,-4.200000"),
    ])
    func `metres of a UTM zone become degrees`(
        name: String,
        datum: String,
        x: Double,
        y: Double,
        place: String
    ) throws {
        var files = ShapeFiles()
        files.isPoints = true
        files.shapes = [(rings: [[(x, y)]], text: "A")]
        files.projection = #"PROJCS["\#(name)",GEOGCS["G",DATUM["\#(datum)"]],PROJECTION["T"]]"#
        let read = try PlotRows(reading: files.zip.bytes)
        let found = try #require(read.rows[0].boundary?.positions.first)
        let wanted = place.split(separator: ",").compactMap { Double($0) }
        #expect((found.longitudeDegrees - wanted[0]).magnitude < 1.5e-6)
        #expect((found.latitudeDegrees - wanted[1]).magnitude < 1.5e-6)
    }

    @Test(arguments: [
        (
            #"PROJCS["WGS_1984_UTM_Zone_33N",GEOGCS["G",DATUM["D_WGS_1984"]]]"#,
            "WGS_1984_UTM_Zone_33N"
        ),
        (
            #"PROJCS["Batavia / UTM zone 48S",GEOGCS["G",DATUM["D_Batavia"]]]"#,
            "Batavia / UTM zone 48S"
        ),
        (
            #"PROJCS["DGN95 / Indonesia TM-3 zone 48.1",GEOGCS["G",DATUM["DGN95"]]]"#,
            "DGN95 / Indonesia TM-3 zone 48.1"
        ),
        (#"GEOGCS["GCS_Batavia",DATUM["D_Batavia"]]"#, "GCS_Batavia"), ("", "?"),
    ])
    func `another projection is refused by its name`(wkt: String, name: String) {
        var files = ShapeFiles()
        files.shapes = [(rings: [Self.square], text: "A")]
        files.projection = wkt
        #expect(throws: PlotRefusal.otherProjection(name)) {
            try PlotRows(reading: files.zip.bytes)
        }
    }

    @Test func `without a projection degrees are taken for degrees, and metres for nothing`() throws
    {
        var files = ShapeFiles()
        files.projection = nil
        files.shapes = [(rings: [Self.square], text: "A")]
        let read = try PlotRows(reading: files.zip.bytes)
        #expect(read.rows[0].problems.map(\.code) == ["projection-assumed"])
        files.shapes = [(rings: [Self.square.map { ($0.x * 3000, $0.y * 3000) }], text: "A")]
        #expect(throws: PlotRefusal.noProjection) { try PlotRows(reading: files.zip.bytes) }
    }

    @Test(arguments: [
        ("-4.212345 103.512345 701.5 4.6", "103.512345,-4.212345"),
        ("-4.212345, 103.512345", "103.512345,-4.212345"),
        ("-4.212345,103.512345", "103.512345,-4.212345"),
        ("103.512345,-4.212345", "103.512345,-4.212345"),
        ("-4,212345 103,512345", "103.512345,-4.212345"),
        ("POINT (103.512345 -4.212345)", "103.512345,-4.212345"),
        ("point z(103.512345 -4.212345 700)", "103.512345,-4.212345"),
        ("SRID=4326;POINT(103.512345 -4.212345)", "103.512345,-4.212345"),
        (#"{"type":"Point","coordinates":[103.512345,-4.212345]}"#, "103.512345,-4.212345"),
    ])
    func `a point in a cell is read however it is written`(cell: String, place: String) {
        let read = PlotRows(table: [["kode", "lokasi"], ["A", cell]])
        #expect(read.rows[0].boundary?.positions.first?.description == place)
        #expect(read.rows[0].problems.allSatisfy { $0.code == "area-missing" })
        #expect(read.rows[0].attributes.map(\.text) == ["A", cell])
    }

    @Test(
        arguments: [
            (["-4.2 103.5 0 0", "-4.3 103.6 0 0"], [false, false]),
            (["103.5 -4.2 0 0", "103.6 -4.3 0 0"], [true, true]),
            (["103.5, -4.2", "-4.3, 103.6"], [true, false]),
            (["103.5 -4.2;103.6 -4.2;103.6 -4.3;103.5 -4.2", "-4.3, 103.6"], [true, false]),
            (["POINT (103.5 -4.2)", ""], [false, false]),
        ] as [([String], [Bool])]
    )
    func `a row says whether its axes changed places`(cells: [String], turned: [Bool]) {
        let read = PlotRows(table: [["lokasi"]] + cells.map { [$0] })
        #expect(read.rows.map(\.isTurned) == turned)
        for row in read.rows {
            let first = row.boundary?.positions.first
            #expect(first.map { PositionBox.indonesia.contains($0) } ?? true)
        }
    }

    private static let walk =
        "-4.2 103.5 700 5;-4.2 103.501001 700 5;-4.199001 103.501001 0 0;-4.199001 103.5 0 0"

    @Test(
        arguments: [
            (walk + ";-4.2 103.5 700 5", [], 5), (walk + "; -4.2 103.5 700 5;", [], 5),
            ("POLYGON((103.5 -4.2,103.501001 -4.2,103.501001 -4.199001,103.5 -4.2))", [], 4),
            (
                "MULTIPOLYGON (((103.5 -4.2, 103.501001 -4.2, 103.501001 -4.199001, 103.5 -4.2)), "
                    + "((103.6 -4.2, 103.601001 -4.2, 103.601001 -4.199001, 103.6 -4.2)))", [], 8
            ),
            (
                "POLYGON ((103.5 -4.2, 103.501001 -4.2, 103.501001 -4.199001, 103.5 -4.2), "
                    + "(103.5006 -4.1999, 103.5008 -4.1999, 103.5008 -4.1998, 103.5006 -4.1999))",
                ["hole"], 8
            ),
            (walk, ["walk-not-closed"], 5),
        ] as [(String, [String], Int)]
    )
    func `a boundary in a cell is read however it is written`(
        cell: String,
        codes: [String],
        positions: Int
    ) {
        let read = PlotRows(table: [
            ["petani", "batas"], ["A", cell], ["B", ""], ["C", "rusak"],
        ])
        #expect(read.rows[0].boundary?.positions.count == positions)
        #expect(read.rows[0].problems.map(\.code) == codes)
        #expect(read.rows[1].problems.map(\.code) == ["no-place"])
        #expect(read.rows[2].problems.map(\.code) == ["place-unreadable"])
    }

    @Test(arguments: [
        "POLYGON((103.5 -4.2", "POLYGON()", "POLYGON((a b, c d))", "CIRCLE(1 2)",
        "SRID=32748;POINT(1 2)",
        "1,25", "-4,3", "52.5 13.4", "POINT(1)", "((((", "1;2;3", "1 2 3 4 5", "", ";", "{}",
        "POINT(1 2))",
    ])
    func `what is no place is none`(cell: String) {
        let read = PlotRows(table: [["lokasi"], [cell], ["-4.2 103.5"]])
        #expect(read.rows[0].boundary == nil)
        #expect(read.rows[0].hasErrors)
    }

    @Test func `two columns of degrees are a point, with its size beside it`() {
        let read = PlotRows(table: [
            ["Petani", "_lokasi_latitude", "_lokasi_longitude", "Luas (ha)"],
            ["A", "-4.212345", "103.512345", "1,5"], ["B", "", "", "2"], ["C", "-4,3", "x", ""],
            ["D", "-4.212345", "103.512345", "4.5"], ["E"],
        ])
        #expect(read.rows[0].boundary?.hectares == 1.5)
        #expect(
            read.rows.map { $0.problems.map(\.code) } == [
                [], ["no-place"], ["place-unreadable"], ["point-too-large"], ["no-place"],
            ]
        )
    }

    @Test func `a table that is swapped throughout is turned, and one row alone is not`() {
        let swapped = PlotRows(table: [
            ["lat", "lon"], ["103.512345", "-4.212345"], ["103.512346", "-4.212346"],
        ])
        #expect(swapped.areAxesSwapped)
        #expect(swapped.problems.map(\.code) == ["axes-swapped"])
        #expect(swapped.rows[0].boundary?.positions.first?.description == "103.512345,-4.212345")
        let mixed = PlotRows(table: [
            ["lat", "lon"], ["103.512345", "-4.212345"], ["-4.212346", "103.512346"],
        ])
        #expect(!mixed.areAxesSwapped)
        #expect(mixed.rows.map { $0.problems.map(\.code) } == [["not-on-earth"], []])
    }
}
