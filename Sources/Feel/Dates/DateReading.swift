/// Reads ISO 8601 texts byte by byte; FEEL is strict about their form.
struct DateReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    private var isAtEnd: Bool { place == bytes.count }
    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ byte: Character) -> Bool {
        guard let next, byte.utf8.first == next else { return false }
        place += 1
        return true
    }

    private mutating func digits(_ count: ClosedRange<Int>) -> Int? {
        var number = 0
        let start = place
        while let next, (48...57).contains(next), place - start < count.upperBound {
            number = number * 10 + Int(next - 48)
            place += 1
        }
        return count.contains(place - start) ? number : nil
    }

    static func date(_ text: String) -> FeelDate? {
        var reader = DateReader(text)
        guard let date = reader.date(), reader.isAtEnd else { return nil }
        return date
    }

    static func time(_ text: String) -> FeelTime? {
        var reader = DateReader(text)
        _ = reader.take("T")
        guard let time = reader.time(), reader.isAtEnd, !time.isNextDay else { return nil }
        return time.time
    }

    static func dateTime(_ text: String) -> FeelDateTime? {
        var reader = DateReader(text)
        guard let date = reader.date() else { return nil }
        if reader.isAtEnd { return FeelDateTime(date: date, time: .midnight) }
        guard reader.take("T"), let time = reader.time(), reader.isAtEnd else { return nil }
        let day = time.isNextDay ? FeelDate(daysSince1970: date.daysSince1970 + 1) : date
        return FeelDateTime(date: day, time: time.time)
    }

    private mutating func date() -> FeelDate? {
        let isNegative = take("-")
        let start = place
        guard let year = digits(4...9), year > 0 || place - start == 4 else { return nil }
        // A year of more than four digits has no leading zero.
        guard place - start == 4 || bytes[start] != UInt8(ascii: "0") else { return nil }
        guard take("-"), let month = digits(2...2), take("-"), let day = digits(2...2) else {
            return nil
        }
        return FeelDate(year: isNegative ? -year : year, month: month, day: day)
    }

    private mutating func time() -> (time: FeelTime, isNextDay: Bool)? {
        guard let hour = digits(2...2), take(":"), let minute = digits(2...2), take(":"),
            let second = digits(2...2)
        else { return nil }
        var nanosecond = 0
        if take(".") {
            guard let read = fraction() else { return nil }
            nanosecond = read
        }
        var zone: FeelZone?
        if !isAtEnd, next != nil {
            guard let read = self.zone() else { return nil }
            zone = read
        }
        let isMidnight = hour == 24 && minute == 0 && second == 0 && nanosecond == 0
        return FeelTime(
            hour: isMidnight ? 0 : hour,
            minute: minute,
            second: second,
            nanosecond: nanosecond,
            zone: zone
        ).map { ($0, isMidnight) }
    }

    /// Nanoseconds from the digits behind the point; finer ones are cut off.
    private mutating func fraction() -> Int? {
        var number = 0
        var count = 0
        while let next, (48...57).contains(next) {
            if count < 9 { number = number * 10 + Int(next - 48) }
            count += 1
            place += 1
        }
        guard count > 0 else { return nil }
        for _ in min(count, 9)..<9 { number *= 10 }
        return number
    }

    private mutating func zone() -> FeelZone? {
        if take("Z") || take("z") { return .utc }
        if take("@") {
            let name = String(decoding: bytes[place...], as: UTF8.self)
            place = bytes.count
            let isName =
                name.contains { $0.isLetter }
                && name.allSatisfy { $0.isLetter || $0.isNumber || "/_-+".contains($0) }
            return isName ? .named(name) : nil
        }
        let isNegative = next == UInt8(ascii: "-")
        guard take("+") || take("-"), let hour = digits(2...2), take(":"),
            let minute = digits(2...2), minute < 60
        else { return nil }
        var seconds = (hour * 60 + minute) * 60
        if take(":") {
            guard let second = digits(2...2), second < 60 else { return nil }
            seconds += second
        }
        return .offset(seconds: isNegative ? -seconds : seconds)
    }
}

extension DateReader {
    /// A duration of either kind.
    static func duration(_ text: String) -> FeelValue? {
        var reader = DateReader(text)
        let isNegative = reader.take("-")
        guard reader.take("P"), !reader.isAtEnd else { return nil }
        var parts: [Character: Int128] = [:]
        guard reader.parts("YMD", "", into: &parts) else { return nil }
        if reader.take("T") {
            let before = parts.count
            guard reader.parts("HNS", "T", into: &parts), parts.count > before else { return nil }
        }
        guard reader.isAtEnd, !parts.isEmpty else { return nil }
        let sign: Int128 = isNegative ? -1 : 1
        if parts["Y"] != nil || parts["M"] != nil {
            guard parts.keys.allSatisfy({ $0 == "Y" || $0 == "M" }) else { return nil }
            let months = sign * ((parts["Y"] ?? 0) * 12 + (parts["M"] ?? 0))
            return Int(exactly: months).map { .monthsDuration(FeelMonths(months: $0)) }
        }
        let hours: Int128 = (parts["D"] ?? 0) * 24 + (parts["H"] ?? 0)
        let minutes: Int128 = hours * 60 + (parts["N"] ?? 0)
        let nanoseconds = minutes * 60_000_000_000 + (parts["S"] ?? 0)
        return .daysDuration(FeelDays(nanoseconds: sign * nanoseconds))
    }

    /// Reads `12Y3M` and the like, in order and each at most once; minutes are kept as `N`.
    private mutating func parts(
        _ units: String,
        _ prefix: String,
        into parts: inout [Character: Int128]
    ) -> Bool {
        var left = units[...]
        while let next, (48...57).contains(next) || next == UInt8(ascii: ".") {
            guard let whole = digits(0...12) else { return false }
            var nanoseconds = 0
            let hasFraction = take(".")
            if hasFraction {
                guard prefix == "T" else { return false }
                nanoseconds = fraction() ?? 0
            }
            guard let letter = self.next.map({ Character(UnicodeScalar($0)) }) else { return false }
            place += 1
            let unit: Character = prefix == "T" && letter == "M" ? "N" : letter
            guard letter != "N", let index = left.firstIndex(of: unit) else { return false }
            guard !hasFraction || unit == "S" else { return false }
            left = left[left.index(after: index)...]
            let exact = Int128(whole) * 1_000_000_000 + Int128(nanoseconds)
            parts[unit] = unit == "S" ? exact : Int128(whole)
        }
        return true
    }
}
