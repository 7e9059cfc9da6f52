import CQR

/// A QR code: the text of a link, or facts with their signature, as dark and light squares.
///
/// Level M: a quarter of it may be dirty or torn, as paper in a pocket is.
package struct QRCode: Sendable, Equatable {
    /// Squares along one side, without the quiet zone.
    package let side: Int
    /// Row by row, true where dark.
    package let modules: [Bool]

    /// The light border that scanners need, in squares.
    package static let quietZone = 4

    package init(_ text: String) throws(PressError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= 2331 else { throw .codeTooLong }
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw .codeTooLong
        }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard let data = code.pointee.data else { throw .codeTooLong }
        self.side = side
        modules = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Calls `body` with column, row and length of each run of dark squares, in reading order.
    func forEachRun(_ body: (_ column: Int, _ row: Int, _ length: Int) -> Void) {
        for row in 0..<side {
            var column = 0
            while column < side {
                var end = column
                while end < side, modules[row * side + end] { end += 1 }
                if end > column { body(column, row, end - column) }
                column = max(end, column + 1)
            }
        }
    }

    /// The code as an inline picture of `size` CSS pixels, read out as `label`.
    ///
    /// One white square and one path, so that it also scans on a dark page.
    package func svg(size: Int, label: String) -> [UInt8] {
        let width = side + 2 * Self.quietZone
        var path = ""
        var at = (x: 0, y: 0)
        forEachRun { column, row, length in
            let x = column + Self.quietZone
            let y = row + Self.quietZone
            // A half down, since the stroke lies on both sides of its line.
            path += path.isEmpty ? "M\(x) \(y).5" : "m\(x - at.x) \(y - at.y)"
            path += "h\(length)"
            at = (x + length, y)
        }
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(size)\" height=\"\(size)\""
        svg += " viewBox=\"0 0 \(width) \(width)\" role=\"img\" aria-label=\"\(escaped(label))\""
        svg += " shape-rendering=\"crispEdges\">"
        svg += "<rect width=\"\(width)\" height=\"\(width)\" fill=\"#fff\"/>"
        svg += "<path stroke=\"#000\" d=\"\(path)\"/></svg>"
        return Array(svg.utf8)
    }

    private func escaped(_ text: String) -> String {
        var safe = ""
        for character in cleanText(text).unicodeScalars {
            switch character {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            default: safe.unicodeScalars.append(character)
            }
        }
        return safe
    }
}
