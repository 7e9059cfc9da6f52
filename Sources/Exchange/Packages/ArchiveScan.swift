/// The names in an archive, looked at before anything of it is taken out.
///
/// `FolderArchive` takes only what it would write itself; this says what exactly is wrong with
/// the rest, in the words that the person needs who was handed the file.
struct ArchiveScan {
    private let bytes: [UInt8]
    private static let block = 512

    /// Looks through; throws at the first thing that no package of ours holds.
    static func check(_ bytes: [UInt8], most: Int) throws(PackageProblem) {
        try ArchiveScan(bytes: bytes).run(most: most)
    }

    private func run(most: Int) throws(PackageProblem) {
        var exact: Set<[UInt8]> = []
        var folded: Set<String> = []
        var at = 0
        while true {
            guard at + Self.block <= bytes.count else { throw .cutOff }
            let header = bytes[at..<at + Self.block]
            if header.allSatisfy({ $0 == 0 }) { break }
            guard Array(header[(at + 257)..<(at + 262)]) == Array("ustar".utf8) else {
                throw .notOurForm
            }
            let raw = Array(header[at..<at + 100].prefix { $0 != 0 })
            guard let name = String(validating: raw, as: UTF8.self) else { throw .notOurForm }
            let shown = Self.shown(name)
            guard header[at + 156] == UInt8(ascii: "0") else { throw .link(shown) }
            guard Self.stays(name), header[at + 345] == 0 else { throw .climbingPath(shown) }
            guard exact.insert(raw).inserted else { throw .doubledName(shown) }
            // Text is compared by its canonical form, so this finds both kinds of clash.
            guard folded.insert(name.lowercased()).inserted else { throw .clashingNames(shown) }
            guard exact.count <= most else { throw .tooMany }
            guard let size = Self.size(header[(at + 124)..<(at + 135)]) else { throw .notOurForm }
            let room = bytes.count - at - Self.block
            guard size <= room else { throw .cutOff }
            at += Self.block + (size + Self.block - 1) / Self.block * Self.block
        }
        guard bytes.count >= at + 2 * Self.block else { throw .cutOff }
        guard bytes.count == at + 2 * Self.block else { throw .notOurForm }
    }

    private static func stays(_ name: String) -> Bool {
        name.split(separator: "/", omittingEmptySubsequences: false)
            .allSatisfy { !["", ".", ".."].contains($0) && !$0.contains("\\") }
    }

    private static func size(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    }

    /// A name for a sentence: short, and nothing in it that a terminal would act on.
    private static func shown(_ name: String) -> String {
        let plain = name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: plain.prefix(60))
        return String(text)
    }
}
