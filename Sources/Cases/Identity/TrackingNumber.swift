package import Stories

/// The number under which anybody may ask how a case stands: 4829-1037-5527.
///
/// Eleven random digits and a check digit after Damm, which catches every single wrong digit and
/// every swap of neighbours. Digits are dictated and typed more safely than letters.
package struct TrackingNumber: Hashable, Sendable, CustomStringConvertible {
    /// Twelve digits without dashes.
    package let digits: String

    /// Why something typed is no tracking number.
    package enum Mistake: Error, Hashable, Sendable {
        /// Not twelve digits.
        case malformed

        /// Twelve digits, of which one is mistyped or two are swapped.
        case wrongCheckDigit
    }

    /// Draws a new one.
    package init(_ draw: Draw) {
        let number = String(draw.below(100_000_000_000))
        let random = String(repeating: "0", count: 11 - number.count) + number
        digits = random + String(Self.checkDigit(random.utf8))
    }

    /// Reads what a person typed; spaces, dots and dashes do not matter.
    package init(reading text: String) throws(Mistake) {
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value))
            case " ", "-", ".", "\u{a0}", "\u{2010}"..."\u{2015}": continue
            default: throw .malformed
            }
        }
        guard digits.count == 12 else { throw .malformed }
        // The check digit of a number that holds its own is 0.
        guard Self.checkDigit(digits) == 0 else { throw .wrongCheckDigit }
        self.digits = String(decoding: digits, as: UTF8.self)
    }

    /// In groups of four: 4829-1037-5527.
    package var description: String {
        let groups = stride(from: 0, to: 12, by: 4).map { digits.dropFirst($0).prefix(4) }
        return groups.joined(separator: "-")
    }

    private static func checkDigit(_ digits: some Sequence<UInt8>) -> UInt8 {
        digits.reduce(0) { interim, digit in
            quasigroup[Int(interim) * 10 + Int(digit - UInt8(ascii: "0"))]
        }
    }

    /// Damm's totally anti-symmetric quasigroup of order 10.
    private static let quasigroup: [UInt8] = [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
        7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
        1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
        8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
        2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ]
}

extension TrackingNumber: FactField {
    package var json: FactValue { .text(digits) }

    package init?(json: FactValue) {
        guard case .text(let digits) = json else { return nil }
        do throws(Mistake) { try self.init(reading: digits) } catch { return nil }
    }
}
