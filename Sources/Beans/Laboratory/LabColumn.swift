import Feel

/// A column of a laboratory's file.
///
/// A file may have one row for each kind of defect (`cacat` and `jumlah`), or one row for each
/// sample and a column for each defect, named by its code; or both.
package enum LabColumn: Hashable, Sendable {
    case sample, defect, count, grams, moisture, dirt, liveInsects, smell
    case sieve(Sieve)
    case defectCount(Defect)

    package var name: String {
        switch self {
        case .sample: "sampel"
        case .defect: "cacat"
        case .count: "jumlah"
        case .grams: "berat_contoh"
        case .moisture: Requirement.Kind.moisture.rawValue
        case .dirt: Requirement.Kind.dirt.rawValue
        case .liveInsects: Requirement.Kind.liveInsects.rawValue
        case .smell: Requirement.Kind.smell.rawValue
        case .sieve(let sieve): "ayakan_\(sieve.rawValue)"
        case .defectCount(let defect): defect.rawValue
        }
    }

    package static let all: [LabColumn] =
        [.sample, .defect, .count, .grams, .moisture, .dirt, .liveInsects, .smell]
        + Sieve.allCases.map { .sieve($0) } + Defect.allCases.map { .defectCount($0) }

    /// By its heading, however that is spaced: `Berat contoh` is `berat_contoh`.
    package init?(heading: String) {
        let plain = Self.code(heading)
        guard let column = Self.all.first(where: { $0.name == plain }) else { return nil }
        self = column
    }

    /// The column that a heading probably means.
    package static func nearest(to heading: String) -> String? {
        Nearest.to(code(heading), among: all.map(\.name))
    }

    /// `Biji hitam` as the code `biji_hitam`.
    static func code(_ text: String) -> String {
        String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    }
}
