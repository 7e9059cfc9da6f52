import CZlib

/// Zip files for tests, put together byte by byte.
struct ZipFile {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// What is said of a file inside, where that is not the truth.
    struct Lie {
        var flags: UInt16 = 0
        var checksum: UInt32?
        var method: UInt16?
    }

    mutating func add(_ name: String, _ bytes: [UInt8], squeezed: Bool = true, lie: Lie = Lie()) {
        let content = squeezed ? Self.squeeze(bytes) : bytes
        let method = lie.method ?? (squeezed ? 8 : 0)
        let checksum = lie.checksum ?? UInt32(crc32(0, bytes, UInt32(bytes.count)))
        let header = UInt32(body.count)
        let common =
            Self.half(lie.flags) + Self.half(method) + Self.word(0) + Self.word(checksum)
            + Self.word(UInt32(content.count)) + Self.word(UInt32(bytes.count))
            + Self.half(UInt16(name.utf8.count)) + Self.half(0)
        body += Self.word(0x0403_4B50) + Self.half(20) + common + Array(name.utf8) + content
        directory += Self.word(0x0201_4B50) + Self.half(20) + Self.half(20) + common
        directory += Self.half(0) + Self.half(0) + Self.half(0) + Self.word(0) + Self.word(header)
        directory += Array(name.utf8)
        count += 1
    }

    var bytes: [UInt8] {
        body + directory + Self.word(0x0605_4B50) + Self.half(0) + Self.half(0) + Self.half(count)
            + Self.half(count) + Self.word(UInt32(directory.count)) + Self.word(UInt32(body.count))
            + Self.half(0)
    }

    static func half(_ number: UInt16) -> [UInt8] {
        (0..<2).map { UInt8(number >> (8 * $0) & 255) }
    }
    static func word(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(number >> (8 * $0) & 255) }
    }

    static func double(_ number: Double) -> [UInt8] {
        (0..<8).map { UInt8(number.bitPattern >> (8 * UInt64($0)) & 255) }
    }

    /// Deflated without a head.
    private static func squeeze(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream,
            9,
            Z_DEFLATED,
            -15,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        defer { deflateEnd(&stream) }
        let most = Int(deflateBound(&stream, UInt(bytes.count)))
        var source = bytes
        return [UInt8](unsafeUninitializedCapacity: most) { room, count in
            source.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = room.baseAddress
                stream.avail_out = UInt32(most)
                deflate(&stream, Z_FINISH)
            }
            count = most - Int(stream.avail_out)
        }
    }
}

/// Shapefiles for tests: shapes, a table of one column, and the name of a projection.
struct ShapeFiles {
    typealias Corner = (x: Double, y: Double)

    /// The shapes: each a list of rings, or one place; and what stands in its row.
    var shapes: [(rings: [[Corner]], text: String)] = []
    var projection: String? = #"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]"#
    var isPoints = false

    var zip: ZipFile {
        var zip = ZipFile()
        zip.add("kebun/plot.shp", shp)
        zip.add("kebun/plot.dbf", dbf)
        if let projection { zip.add("kebun/plot.prj", Array(projection.utf8)) }
        return zip
    }

    var shp: [UInt8] {
        var records: [UInt8] = []
        for (index, shape) in shapes.enumerated() {
            let content = isPoints ? Self.point(shape.rings[0][0]) : Self.polygon(shape.rings)
            records += Self.big(UInt32(index + 1)) + Self.big(UInt32(content.count / 2)) + content
        }
        let corners = shapes.flatMap { $0.rings.flatMap { $0 } }
        let box = [
            corners.map(\.x).min(), corners.map(\.y).min(), corners.map(\.x).max(),
            corners.map(\.y).max(),
        ]
        return Self.big(9994) + [UInt8](repeating: 0, count: 20)
            + Self.big(UInt32((records.count + 100) / 2)) + ZipFile.word(1000)
            + ZipFile.word(isPoints ? 1 : 5) + box.flatMap { ZipFile.double($0 ?? 0) }
            + [UInt8](repeating: 0, count: 32) + records
    }

    private static func point(_ corner: Corner) -> [UInt8] {
        ZipFile.word(1) + ZipFile.double(corner.x) + ZipFile.double(corner.y)
    }

    private static func polygon(_ rings: [[Corner]]) -> [UInt8] {
        var (starts, corners): ([UInt8], [UInt8]) = ([], [])
        var count: UInt32 = 0
        for ring in rings {
            starts += ZipFile.word(count)
            count += UInt32(ring.count)
            corners += ring.flatMap { ZipFile.double($0.x) + ZipFile.double($0.y) }
        }
        return ZipFile.word(5) + [UInt8](repeating: 0, count: 32)
            + ZipFile.word(UInt32(rings.count))
            + ZipFile.word(count) + starts + corners
    }

    /// Texts of up to 20 bytes; one that begins with `*` is a row that was deleted.
    var dbf: [UInt8] {
        let head =
            [3, 126, 11, 27] + ZipFile.word(UInt32(shapes.count)) + ZipFile.half(65)
            + ZipFile.half(21) + [UInt8](repeating: 0, count: 20)
        let column =
            Array("KODE".utf8) + [UInt8](repeating: 0, count: 7) + Array("C".utf8)
            + [0, 0, 0, 0, 20] + [UInt8](repeating: 0, count: 15)
        let rows = shapes.flatMap { shape -> [UInt8] in
            let isDeleted = shape.text.hasPrefix("*")
            let text = Array(shape.text.utf8.prefix(20))
            return [isDeleted ? 0x2A : 0x20] + text
                + [UInt8](repeating: 0x20, count: 20 - text.count)
        }
        return head + column + [0x0D] + rows + [0x1A]
    }

    private static func big(_ number: UInt32) -> [UInt8] { ZipFile.word(number).reversed() }
}
