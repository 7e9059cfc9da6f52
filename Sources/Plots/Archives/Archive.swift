import CZlib

/// The files inside a zip file, unpacked one by one, and never more than is allowed.
///
/// What the file says of its own sizes is not believed: unpacking stops at the bound, so that a
/// file of a few bytes cannot fill the memory. Names are compared, never used as paths.
struct Archive {
    /// One file inside.
    struct Entry: Hashable {
        let name: String
        fileprivate let method: UInt16
        fileprivate let checksum: UInt32
        fileprivate let squeezed: Int
        fileprivate let header: Int
    }

    private let bytes: [UInt8]
    let entries: [Entry]

    /// What may still be unpacked of all files together.
    private var left = Self.mostBytes

    static let mostEntries = 1000
    static let mostBytes = 128_000_000

    static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

    init(_ bytes: [UInt8]) throws(PlotRefusal) {
        self.bytes = bytes
        let reader = LittleEndian(bytes)
        // The end record is the last thing in the file, but for a comment of up to 64 KB.
        let lowest = max(0, bytes.count - 22 - 0xFFFF)
        guard
            let end = stride(from: bytes.count - 22, through: lowest, by: -1)
                .first(where: { reader.word($0) == 0x0605_4B50 }),
            let count = reader.half(end + 10), let start = reader.word(end + 16)
        else { throw .brokenArchive }
        guard count <= Self.mostEntries else { throw .tooManyEntries }
        var (entries, at): ([Entry], Int) = ([], Int(start))
        for _ in 0..<count {
            guard let entry = try Self.entry(in: bytes, at: &at) else { throw .brokenArchive }
            entries.append(entry)
        }
        self.entries = entries
    }

    private static func entry(
        in bytes: [UInt8],
        at place: inout Int
    ) throws(PlotRefusal) -> Entry? {
        let reader = LittleEndian(bytes)
        guard reader.word(place) == 0x0201_4B50, let flags = reader.half(place + 8),
            let method = reader.half(place + 10), let checksum = reader.word(place + 16),
            let squeezed = reader.word(place + 20), let name = reader.half(place + 28),
            let extra = reader.half(place + 30), let comment = reader.half(place + 32),
            let header = reader.word(place + 42), place + 46 + Int(name) <= bytes.count
        else { return nil }
        guard flags & 1 == 0 else { throw .encrypted }
        let text = bytes[place + 46..<place + 46 + Int(name)]
        place += 46 + Int(name) + Int(extra) + Int(comment)
        return Entry(
            name: String(decoding: text, as: UTF8.self),
            method: method,
            checksum: checksum,
            squeezed: Int(squeezed),
            header: Int(header)
        )
    }

    /// The first file whose name ends so, capitals or not; what the Mac adds is left out.
    func first(ending: String) -> Entry? {
        entries.first {
            $0.name.lowercased().hasSuffix(ending) && !$0.name.hasPrefix("__MACOSX/")
        }
    }

    func named(_ name: String) -> Entry? { entries.first { $0.name == name } }

    mutating func unpack(_ entry: Entry) throws(PlotRefusal) -> [UInt8] {
        let reader = LittleEndian(bytes)
        guard reader.word(entry.header) == 0x0403_4B50, let name = reader.half(entry.header + 26),
            let extra = reader.half(entry.header + 28)
        else { throw .brokenArchive }
        let start = entry.header + 30 + Int(name) + Int(extra)
        guard start <= bytes.count, entry.squeezed <= bytes.count - start else {
            throw .brokenArchive
        }
        let body = Array(bytes[start..<start + entry.squeezed])
        let unpacked: [UInt8]
        switch entry.method {
        case 0:
            guard body.count <= left else { throw .swollen }
            unpacked = body
        case 8: unpacked = try Self.inflate(body, most: left)
        case _: throw .brokenArchive
        }
        guard
            UInt32(truncatingIfNeeded: crc32(0, unpacked, UInt32(unpacked.count))) == entry.checksum
        else { throw .brokenArchive }
        left -= unpacked.count
        return unpacked
    }

    private static func inflate(_ body: [UInt8], most: Int) throws(PlotRefusal) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, size) == Z_OK else { throw .brokenArchive }
        defer { inflateEnd(&stream) }
        var (source, unpacked, code) = (body, [UInt8](), Z_OK)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        source.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            while code == Z_OK, unpacked.count <= most {
                let written = room.withUnsafeMutableBufferPointer { output in
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    code = CZlib.inflate(&stream, Z_NO_FLUSH)
                    return output.count - Int(stream.avail_out)
                }
                unpacked += room[..<written]
            }
        }
        guard unpacked.count <= most else { throw .swollen }
        guard code == Z_STREAM_END else { throw .brokenArchive }
        return unpacked
    }
}

/// Numbers of a file that begin with their smallest byte.
struct LittleEndian {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func half(_ at: Int) -> UInt16? { number(at).map { UInt16(truncatingIfNeeded: $0) } }

    func word(_ at: Int) -> UInt32? {
        number(at, size: 4).map { UInt32(truncatingIfNeeded: $0) }
    }

    func double(_ at: Int) -> Double? { number(at, size: 8).map(Double.init(bitPattern:)) }

    private func number(_ at: Int, size: Int = 2) -> UInt64? {
        guard at >= 0, size <= bytes.count, at <= bytes.count - size else { return nil }
        return (0..<size).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
    }
}
