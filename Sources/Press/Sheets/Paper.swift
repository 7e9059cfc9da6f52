/// The paper that a sheet is printed on.
///
/// F4 is the folio of Indonesian offices, 215 × 330 mm: no ISO size, but what most cabinets hold.
package enum Paper: String, Sendable, Equatable, CaseIterable {
    case a4, f4

    var width: Double {
        switch self {
        case .a4: millimetres(210)
        case .f4: millimetres(215)
        }
    }

    var height: Double {
        switch self {
        case .a4: millimetres(297)
        case .f4: millimetres(330)
        }
    }
}

/// A length on paper, in points (1/72 inch).
func millimetres(_ length: Double) -> Double { length * 72 / 25.4 }
