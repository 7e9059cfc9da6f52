/// One thing in a backup file.
enum BackupEntry: Hashable, Sendable {
    /// A page of the database, numbered from 1.
    case page(Int, [UInt8])
    /// A file of the regency's folder, by its path in it.
    case file(String, [UInt8])
    /// A sealed file that is kept beside the backups, by its name there.
    case sealed(String)

    func write(into bytes: inout [UInt8]) {
        switch self {
        case .page(let number, let content):
            bytes.append(1)
            bytes += bigEndian(UInt32(number)) + bigEndian(UInt32(content.count))
            bytes += content
        case .file(let path, let content):
            bytes.append(2)
            bytes += bigEndian(UInt32(path.utf8.count)) + bigEndian(UInt32(content.count))
            bytes += Array(path.utf8)
            bytes += content
        case .sealed(let name):
            bytes.append(3)
            bytes += bigEndian(UInt32(name.utf8.count)) + bigEndian(UInt32(0))
            bytes += Array(name.utf8)
        }
    }

    /// The entries of a part; nil where they are none.
    static func read(_ bytes: [UInt8]) -> [BackupEntry]? {
        var entries: [BackupEntry] = []
        var place = 0
        while place < bytes.count {
            guard bytes.count - place >= 9 else { return nil }
            let kind = bytes[place]
            let first = Int(number(bytes[place + 1..<place + 5]))
            let second = Int(number(bytes[place + 5..<place + 9]))
            place += 9
            let length = kind == 1 ? second : first + second
            guard length <= bytes.count - place else { return nil }
            let content = bytes[place..<place + length]
            place += length
            switch kind {
            case 1: entries.append(.page(first, Array(content)))
            case 2:
                let path = String(decoding: content.prefix(first), as: UTF8.self)
                entries.append(.file(path, Array(content.dropFirst(first))))
            case 3: entries.append(.sealed(String(decoding: content, as: UTF8.self)))
            case _: return nil
            }
        }
        return entries
    }

    static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// The bytes of a number, largest first.
func bigEndian<N: FixedWidthInteger>(_ number: N) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
}
