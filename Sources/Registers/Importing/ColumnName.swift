/// Headings of columns as they are compared: letters and digits alone, without the groups that
/// form programs put before them.
package enum ColumnName {
    package static func plain(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// `kebun/nama_kebun` and `_kebun_nama` end alike.
    static func last(_ heading: String) -> String {
        plain(heading.split(separator: "/").last.map(String.init) ?? heading)
    }

    /// Which column a mapping means by a heading; nil where the file has none.
    package static func place(of heading: String, in columns: [String]) -> Int? {
        let wanted = plain(heading)
        return columns.firstIndex(of: heading)
            ?? columns.firstIndex { plain($0) == wanted }
            ?? columns.firstIndex { last($0) == wanted }
    }
}
