// Roots and logarithms are right to about 32 digits: they are not exact, as they cannot be.

extension Decimal34 {
    /// The square root, or nil of a negative number.
    package var squareRoot: Decimal34? {
        guard !isNegative else { return nil }
        guard !isZero else { return .zero }
        let places = digitCount(coefficient) + exponent
        let half = places >= 0 ? places / 2 : (places - 1) / 2
        guard var root = Decimal34(coefficient: 1, exponent: half) else { return nil }
        for _ in 0..<200 {
            guard let quotient = divided(by: root), let sum = root.adding(quotient),
                let next = sum.divided(by: 2)
            else { return nil }
            if next == root { break }
            let step = next.subtracting(root)?.magnitude
            root = next
            if let step, let small = root.scaled(by: -33), step < small { break }
        }
        // Prefer the exact root when there is one.
        let short = root.roundedToDigits(32)
        return short.multiplied(by: short) == self ? short : root
    }

    /// The natural logarithm, or nil of zero and below.
    package var logarithm: Decimal34? {
        guard !isNegative, !isZero else { return nil }
        guard self != .one else { return .zero }
        // self = m * 10^k with 0.1 <= m < 1, and m * 2^j within 0.7 ... 1.4.
        let tens = digitCount(coefficient) + exponent
        guard var mantissa = scaled(by: -tens) else { return nil }
        var twos = 0
        let lowest = Decimal34(form: 7, exponent: -1, isNegative: false)
        while mantissa < lowest {
            guard let double = mantissa.multiplied(by: 2) else { return nil }
            mantissa = double
            twos += 1
        }
        guard let near = mantissa.logarithmNearOne,
            let ten = Decimal34.logarithmOfTen.multiplied(by: Decimal34(tens)),
            let two = Decimal34.logarithmOfTwo.multiplied(by: Decimal34(twos))
        else { return nil }
        return near.adding(ten)?.subtracting(two)
    }

    /// ln x = 2 (y + y³/3 + y⁵/5 …) with y = (x - 1) / (x + 1).
    private var logarithmNearOne: Decimal34? {
        guard let below = subtracting(.one), let above = adding(.one),
            let y = below.divided(by: above), let square = y.multiplied(by: y)
        else { return nil }
        var power = y
        var sum = y
        for index in 1..<120 {
            guard let next = power.multiplied(by: square),
                let term = next.divided(by: Decimal34(2 * index + 1)),
                let total = sum.adding(term)
            else { return nil }
            if total == sum { break }
            power = next
            sum = total
        }
        return sum.multiplied(by: 2)
    }

    private static let logarithmOfTen =
        Decimal34("2.302585092994045684017991454684364") ?? .zero
    private static let logarithmOfTwo =
        Decimal34("0.6931471805599453094172321214581766") ?? .zero

    /// e to this power, or nil when that is too large.
    package var exponential: Decimal34? {
        guard let limit = Decimal34("15000"), magnitude < limit else {
            return isNegative ? .zero : nil
        }
        // Halve until small, take the series, square back.
        var small = self
        var halvings = 0
        while small.magnitude > Decimal34(form: 5, exponent: -1, isNegative: false) {
            guard let half = small.divided(by: 2) else { return nil }
            small = half
            halvings += 1
        }
        var term = Decimal34.one
        var sum = Decimal34.one
        for index in 1..<80 {
            guard let next = term.multiplied(by: small)?.divided(by: Decimal34(index)),
                let total = sum.adding(next)
            else { return nil }
            if total == sum { break }
            term = next
            sum = total
        }
        for _ in 0..<halvings {
            guard let square = sum.multiplied(by: sum) else { return nil }
            sum = square
        }
        return sum
    }

    func scaled(by places: Int) -> Decimal34? {
        Decimal34(coefficient: coefficient, exponent: exponent + places, isNegative: isNegative)
    }

    func roundedToDigits(_ count: Int) -> Decimal34 {
        rounded(to: count - digitCount(coefficient) - exponent, .halfEven)
    }
}
