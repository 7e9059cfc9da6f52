import CZlib

/// zlib over one part of a backup, with its length before it.
enum Squeezing {
    /// No part of ours is larger; what claims to be is none.
    private static let most = 1 << 28

    static func squeeze(_ bytes: [UInt8]) -> [UInt8]? {
        var length = compressBound(UInt(bytes.count))
        var code = Z_OK
        let squeezed = [UInt8](unsafeUninitializedCapacity: Int(length)) { room, count in
            code = compress2(room.baseAddress, &length, bytes, UInt(bytes.count), 3)
            count = code == Z_OK ? Int(length) : 0
        }
        return code == Z_OK ? bigEndian(UInt32(bytes.count)) + squeezed : nil
    }

    static func unsqueeze(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 4 else { return nil }
        let whole = Int(BackupEntry.number(bytes[0..<4]))
        guard whole <= most else { return nil }
        let squeezed = Array(bytes.dropFirst(4))
        var length = UInt(whole)
        var code = Z_OK
        let opened = [UInt8](unsafeUninitializedCapacity: max(1, whole)) { room, count in
            code = uncompress(room.baseAddress, &length, squeezed, UInt(squeezed.count))
            count = code == Z_OK ? Int(length) : 0
        }
        return code == Z_OK && opened.count == whole ? opened : nil
    }
}
