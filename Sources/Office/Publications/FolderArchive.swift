/// The files of a folder in one run of bytes: an uncompressed ustar archive.
///
/// The same files always give the same bytes: sorted by path, times and owners zero. It is the
/// form in which a blueprint is published, and later handed on.
package struct FolderArchive: Hashable, Sendable {
    /// Sorted by path.
    package let files: [File]

    package struct File: Hashable, Sendable {
        /// Relative, with `/`, without `.` and `..`; at most 100 bytes.
        package let path: String
        package let bytes: [UInt8]

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// Takes files whose paths an archive can hold; nil if one of them cannot be.
    package init?(_ files: [File]) {
        guard files.allSatisfy({ Self.isFit($0.path) }),
            Set(files.map(\.path)).count == files.count
        else { return nil }
        self.files = files.sorted {
            Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8))
        }
    }

    /// Reads an archive that this type wrote; nil for any other bytes.
    package init?(bytes: [UInt8]) {
        var files: [File] = []
        var at = 0
        while at + Self.block <= bytes.count {
            let header = Array(bytes[at..<at + Self.block])
            at += Self.block
            if header.allSatisfy({ $0 == 0 }) { break }
            let name = String(decoding: header[0..<100].prefix { $0 != 0 }, as: UTF8.self)
            guard let size = Self.octal(header[124..<135]), size <= bytes.count - at
            else { return nil }
            files.append(File(path: name, bytes: Array(bytes[at..<at + size])))
            at += (size + Self.block - 1) / Self.block * Self.block
        }
        // Anything that would not be written the same way is not ours: one form, one digest.
        self.init(files)
        guard self.bytes == bytes else { return nil }
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for file in files {
            bytes += Self.header(path: file.path, size: file.bytes.count)
            bytes += file.bytes
            let rest = file.bytes.count % Self.block
            if rest > 0 { bytes += [UInt8](repeating: 0, count: Self.block - rest) }
        }
        return bytes + [UInt8](repeating: 0, count: 2 * Self.block)
    }

    private static let block = 512

    private static func isFit(_ path: String) -> Bool {
        (1...100).contains(path.utf8.count) && !path.utf8.contains(0)
            && path.split(separator: "/", omittingEmptySubsequences: false)
                .allSatisfy { !["", ".", ".."].contains($0) }
    }

    private static func header(path: String, size: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: block)
        func put(_ text: String, at offset: Int) {
            header.replaceSubrange(offset..<offset + text.utf8.count, with: Array(text.utf8))
        }
        put(path, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(size, digits: 11), at: 124)
        put(octal(0, digits: 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
        header[154] = 0
        return header
    }

    private static func octal(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Octal digits only: `Int` would read a sign, and no file is shorter than empty.
    private static func octal(_ bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.prefix { $0 != 0 && $0 != 0x20 }
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }
}
