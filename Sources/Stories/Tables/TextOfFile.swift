/// The text of a file that somebody saved with whatever program they have.
///
/// Spreadsheets save UTF-8 with or without its mark, UTF-16, or the old Windows code page; and
/// files that were put together from several hold more than one. Each line is read by itself where
/// the whole is not UTF-8, so that no name comes out as two strange letters.
package struct TextOfFile: Hashable, Sendable {
    /// What the bytes were taken for.
    package enum Encoding: String, Sendable, CaseIterable {
        case utf8 = "UTF-8"
        case utf16 = "UTF-16"
        case windows = "Windows-1252"
        case mixed = "campuran"
    }

    package let text: String
    package let encoding: Encoding

    /// The lines (from 1) that are in the old code page although others are in UTF-8.
    package let strangeLines: [Int]

    package init(_ bytes: [UInt8]) {
        if let text = Self.utf16(bytes) {
            self.init(text: text, encoding: .utf16)
            return
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let text = String(validating: body, as: UTF8.self) {
            self.init(text: text, encoding: .utf8)
            return
        }
        var (lines, strange, hasOther): ([String], [Int], Bool) = ([], [], false)
        for (index, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            if let text = String(validating: line, as: UTF8.self) {
                hasOther = hasOther || line.contains { $0 >= 0x80 }
                lines.append(text)
            } else {
                strange.append(index + 1)
                lines.append(Self.windows(line))
            }
        }
        self.init(
            text: lines.joined(separator: "\n"),
            encoding: hasOther ? .mixed : .windows,
            strangeLines: hasOther ? strange : []
        )
    }

    private init(text: String, encoding: Encoding, strangeLines: [Int] = []) {
        self.text = text
        self.encoding = encoding
        self.strangeLines = strangeLines
    }

    /// By its mark, or by every second byte being zero, as Latin letters have it.
    private static func utf16(_ bytes: [UInt8]) -> String? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        let isBig = bytes.starts(with: [0xFE, 0xFF])
        let head = bytes.prefix(400)
        let zeros = head.enumerated().filter { $0.element == 0 }
        let odd = zeros.count { !$0.offset.isMultiple(of: 2) }
        let isBare = !isLittle && !isBig && head.count >= 4 && zeros.count * 3 > head.count
        guard isLittle || isBig || isBare else { return nil }
        let bigEndian = isBig || (isBare && odd * 2 < zeros.count)
        let body = isBare ? bytes[...] : bytes.dropFirst(2)
        var units: [UInt16] = []
        units.reserveCapacity(body.count / 2)
        var index = body.startIndex
        while index + 1 < body.endIndex {
            let (one, two) = (UInt16(body[index]), UInt16(body[index + 1]))
            units.append(bigEndian ? one << 8 | two : two << 8 | one)
            index += 2
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func windows(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let code = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
            text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        }
        return String(text)
    }

    /// What Windows-1252 has where Latin-1 has controls; what it leaves open is a replacement.
    private static let high: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
