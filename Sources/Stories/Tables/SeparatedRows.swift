/// The rows of a file of separated values (RFC 4180), one after the other, never all at once.
///
/// The separator is guessed from the first row. What stands in a cell is data: a formula is text.
package struct SeparatedRows: Sequence, IteratorProtocol, Sendable {
    /// One row: its cells, the line of the file on which it begins, and whether it can be read.
    package struct Row: Hashable, Sendable {
        package let line: Int
        package let cells: [String]

        /// A quotation mark that opens and never closes: the row would swallow the rest.
        package let isUnclosed: Bool
    }

    package let separator: UInt8
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1

    /// A quoted cell longer than this is a forgotten quotation mark.
    private let longestCell: Int

    package init(_ text: String, longestCell: Int = 8_000) {
        self.longestCell = longestCell
        bytes = Array(text.utf8)
        separator = Self.separator(of: bytes)
    }

    /// The next row with something in it.
    package mutating func next() -> Row? {
        while at < bytes.count {
            let row = read()
            if row.isUnclosed || row.cells.contains(where: { !$0.isEmpty }) { return row }
        }
        return nil
    }

    private mutating func read() -> Row {
        let (start, first) = (at, line)
        var (cells, cell, isUnclosed): ([String], [UInt8], Bool) = ([], [], false)
        func close() {
            cells.append(Self.trimmed(cell))
            cell = []
        }
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == separator {
                close()
            } else if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
                line += 1
                break
            } else if byte == 0x22, cell.allSatisfy({ $0 == 0x20 }) {
                guard let quoted = quoted() else {
                    isUnclosed = true
                    break
                }
                cell = quoted
            } else {
                cell.append(byte)
            }
        }
        close()
        if isUnclosed {
            // Go on behind the line on which it began, so that one mistake costs one row.
            at = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            line = first + 1
        }
        return Row(line: first, cells: cells, isUnclosed: isUnclosed)
    }

    /// What stands between quotation marks, a doubled one for one; nil where none closes.
    private mutating func quoted() -> [UInt8]? {
        var (cell, lines) = ([UInt8](), 0)
        var index = at
        while index < bytes.count, cell.count <= longestCell {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A { lines += 1 }
            guard byte == 0x22 else {
                cell.append(byte)
                continue
            }
            if index < bytes.count, bytes[index] == 0x22 {
                cell.append(0x22)
                index += 1
                continue
            }
            at = index
            line += lines
            return cell
        }
        return nil
    }

    private static func trimmed(_ cell: [UInt8]) -> String {
        let space: Set<UInt8> = [0x20, 0x09]
        let head = cell.drop { space.contains($0) }
        let tail = head.reversed().drop { space.contains($0) }
        return String(decoding: tail.reversed(), as: UTF8.self)
            .replacing("\u{00A0}", with: " ")
    }

    /// The commonest of comma, semicolon and tab in the first line, outside quotation marks.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var (counts, isQuoted): ([UInt8: Int], Bool) = ([:], false)
        for byte in bytes {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if [0x2C, 0x3B, 0x09].contains(byte) { counts[byte, default: 0] += 1 }
        }
        let order: [UInt8] = [0x3B, 0x09, 0x2C]
        return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
    }
}
