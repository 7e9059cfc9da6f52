/// How many pixels a picture says it has, read from its first bytes without decoding it.
///
/// A few kilobytes can unpack to gigabytes: whoever decodes asks here first.
package enum PictureSize {
    /// Far more than any phone's camera, far less than harms.
    package static let mostPixels = 50_000_000

    /// Nil where the bytes name no size.
    package static func pixels(of bytes: [UInt8]) -> Int? {
        guard let (width, height) = sides(of: bytes) else { return nil }
        let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
        return overflows ? Int.max : pixels
    }

    /// Width and height; nil where the bytes name none.
    package static func sides(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? ofPNG(bytes) : ofJPEG(bytes)
    }

    /// Width and height stand in the header chunk, which comes first.
    private static func ofPNG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
        return (number(bytes[16..<20]), number(bytes[20..<24]))
    }

    /// Segments are gone through up to the frame header, which holds height and width.
    private static func ofJPEG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        var place = 2
        while place + 9 <= bytes.count {
            guard bytes[place] == 0xFF else { return nil }
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            // C4, C8 and CC are tables and an extension; the others of the row are frames.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (
                    number(bytes[(place + 7)..<(place + 9)]),
                    number(bytes[(place + 5)..<(place + 7)])
                )
            }
            place += 2 + number(bytes[(place + 2)..<(place + 4)])
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
