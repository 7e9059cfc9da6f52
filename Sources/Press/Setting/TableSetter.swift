extension PassageSetter {
    /// Columns beyond which no page is wide enough to read.
    private static let mostColumns = 20
    private static let padding = 4.0
    private static let thickness = 0.6

    func append(_ table: SheetTable, to list: inout StripList) throws(PressError) {
        let count = max(table.head.count, table.rows.map(\.count).max() ?? 0)
        guard count > 0 else { return }
        guard count <= Self.mostColumns else { throw .doesNotFit }
        let widths = self.widths(of: table, count: count)
        var head: Int?
        if !table.head.isEmpty {
            let row = try self.row(table.head, table, widths, isHead: true)
            let height = row.height(of: row.pieces(wholeUpTo: .infinity)[0]) + 2 * Self.padding
            let strip = strip(of: row, 0..<Int.max, height, widths, shade: 0.9)
            list.append([strip.opening(after: paragraphGap)])
            // A head of half a page would leave no room for what it heads.
            if height < 200 {
                head = list.heads.count
                list.heads.append(strip)
            }
        }
        for (index, cells) in table.rows.enumerated() {
            let row = try self.row(cells, table, widths, isHead: false)
            let pieces = row.pieces(wholeUpTo: 150)
            for (number, lines) in pieces.enumerated() {
                let isFirst = number == 0
                let isLast = number == pieces.count - 1
                let height =
                    row.height(of: lines)
                    + (isFirst ? Self.padding : 0) + (isLast ? Self.padding : 0)
                var strip = strip(of: row, lines, height, widths, shade: nil)
                strip.head = head
                if index == 0, isFirst, table.head.isEmpty { strip.gap = paragraphGap }
                list.append([strip])
            }
        }
    }

    private func row(
        _ texts: [String],
        _ table: SheetTable,
        _ widths: [Double],
        isHead: Bool
    ) throws(PressError) -> TextRow {
        var cells: [TextRow.Cell] = []
        var left = x
        for (column, width) in widths.enumerated() {
            defer { left += width }
            guard column < texts.count, !texts[column].isEmpty else { continue }
            var style = isHead ? tableStyle.bold().aligned(.centre) : tableStyle
            if !isHead, table.amounts.contains(column) { style = style.aligned(.right) }
            let text = try set(texts[column], style, width: width - 2 * Self.padding)
            cells.append(.init(x: left + Self.padding, text: text))
        }
        if cells.isEmpty { cells = [.init(x: x, text: try set(" ", tableStyle))] }
        return TextRow(cells: cells)
    }

    private func strip(
        of row: TextRow,
        _ lines: Range<Int>,
        _ height: Double,
        _ widths: [Double],
        shade: Double?
    ) -> Strip {
        let edges = widths.reduce(into: [x]) { $0.append($0[$0.count - 1] + $1) }
        let isFirst = lines.lowerBound == 0
        let isLast = lines.upperBound >= row.lineCount
        let right = edges[edges.count - 1]
        var strip = Strip(height: height) { (pen, place) throws(PressError) in
            let y = place.y
            if let shade {
                pen.grey(shade)
                pen.fill(Box(x: x, y: y, width: right - x, height: height))
                pen.grey(0)
            }
            for edge in edges {
                pen.line(from: (edge, y), to: (edge, y + height), thick: Self.thickness)
            }
            if isFirst || place.opensPage {
                pen.line(from: (x, y), to: (right, y), thick: Self.thickness)
            }
            if isLast || place.closesPage {
                let end = y + height
                pen.line(from: (x, end), to: (right, end), thick: Self.thickness)
            }
            row.draw(
                lines.clamped(to: 0..<row.lineCount),
                with: pen,
                y: y + (isFirst ? Self.padding : 0)
            )
        }
        strip.keepsNext = shade != nil
        return strip
    }

    /// The widths of the columns: as asked, or by what stands in them.
    private func widths(of table: SheetTable, count: Int) -> [Double] {
        if let shares = table.shares, shares.count == count,
            shares.allSatisfy({ $0 > 0 && $0 < 1e6 })
        {
            let sum = shares.reduce(0, +)
            return shares.map { $0 / sum * width }
        }
        // Half an em a letter is near enough to share out room, and costs no setting of type.
        let letter = tableStyle.size * 0.5
        var wanted = [Double](repeating: 2 * letter, count: count)
        for (number, row) in ([table.head] + table.rows.prefix(200)).enumerated() {
            let size = number == 0 ? letter * 1.35 : letter
            for (column, text) in row.prefix(count).enumerated() {
                wanted[column] = max(wanted[column], Double(min(text.utf8.count, 60)) * size)
            }
        }
        wanted = wanted.map { $0 + 2 * Self.padding }
        let total = wanted.reduce(0, +)
        if total <= width { return wanted.map { $0 * width / total } }
        // Narrow columns keep what they want, the wide ones share the rest.
        let fair = width / Double(count)
        let narrow = wanted.filter { $0 <= fair }.reduce(0, +)
        let wide = total - narrow
        return wanted.map { $0 <= fair ? $0 : $0 / wide * (width - narrow) }
    }
}

extension Strip {
    func opening(after gap: Double) -> Strip {
        var strip = self
        strip.gap = gap
        return strip
    }
}
