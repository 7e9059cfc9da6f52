import CZlib

/// Squeezes what is sent, as gzip.
package enum Gzip {
    /// Below this a saved byte saves no packet.
    static let least = 1_000

    /// The level for pages, which are squeezed for each visit: the last of the quick ones.
    static let ofPages: Int32 = 3

    /// The level for what is squeezed once.
    static let ofAssets: Int32 = 9

    /// The bytes as a gzip file; nil where there is no memory for it, so that they are sent as
    /// they are.
    package static func squeeze(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 more to ask for the gzip head.
        let begun = deflateInit2_(
            &stream,
            level,
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard begun == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let most = Int(deflateBound(&stream, UInt(bytes.count)))
        var source = bytes
        var isWhole = false
        let squeezed = [UInt8](unsafeUninitializedCapacity: most) { room, count in
            source.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = room.baseAddress
                stream.avail_out = UInt32(most)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = isWhole ? most - Int(stream.avail_out) : 0
        }
        return isWhole ? squeezed : nil
    }

    /// Whether a browser's `Accept-Encoding` takes gzip.
    static func isAccepted(by header: String?) -> Bool {
        (header ?? "").split(separator: ",").contains { offer in
            let parts = offer.lowercased().split(separator: ";").map {
                $0.filter { !$0.isWhitespace }
            }
            guard parts.first == "gzip" || parts.first == "*" else { return false }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            return weight.map { Double($0.dropFirst(2)).map { $0 > 0 } ?? false } ?? true
        }
    }
}
