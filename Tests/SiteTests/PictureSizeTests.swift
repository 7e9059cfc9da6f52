import Site
import Testing

/// What a picture says of its size, before anybody decodes it.
struct PictureSizeTests {
    /// The header of a PNG of that size.
    private func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
        func bytes(_ number: UInt32) -> [UInt8] {
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + bytes(13)
            + Array("IHDR".utf8) + bytes(width) + bytes(height) + [8, 2, 0, 0, 0]
    }

    /// A JPEG whose frame comes behind what a camera wrote.
    private func jpeg(_ width: UInt16, _ height: UInt16) -> [UInt8] {
        let camera: [UInt8] = [0xFF, 0xE1, 0x00, 0x06, 1, 2, 3, 4]
        let (h, w) = (height.bigEndian, width.bigEndian)
        let frame: [UInt8] =
            [0xFF, 0xC2, 0x00, 0x0B, 8] + withUnsafeBytes(of: h, Array.init)
            + withUnsafeBytes(of: w, Array.init) + [1, 1, 0x11, 0]
        return [0xFF, 0xD8] + camera + [0xFF] + frame
    }

    @Test func `width and height are read from the first bytes`() {
        #expect(PictureSize.pixels(of: png(4000, 3000)) == 12_000_000)
        #expect(PictureSize.pixels(of: jpeg(4000, 3000)) == 12_000_000)
    }

    @Test func `a size beyond all measure is large, and never an overflow`() {
        #expect(PictureSize.pixels(of: png(.max, .max)).map { $0 > PictureSize.mostPixels } == true)
        #expect(PictureSize.pixels(of: png(20_000, 20_000)) == 400_000_000)
    }

    @Test func `bytes that are cut anywhere name no size and stop nothing`() {
        for whole in [png(10, 10), jpeg(10, 10)] {
            for count in 2..<(whole.count - 6) {
                let found = PictureSize.pixels(of: Array(whole.prefix(count)))
                #expect(found == nil || found == 100)
            }
        }
        #expect(PictureSize.pixels(of: [0xFF, 0xD8] + Array(repeating: 0xFF, count: 400)) == nil)
        #expect(PictureSize.pixels(of: [0xFF, 0xD8, 0xFF, 0xE1, 0, 0, 0xFF, 0xE1, 0, 0, 1]) == nil)
    }
}
