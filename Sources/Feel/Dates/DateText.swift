// ISO 8601 as FEEL prints it.

private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number.magnitude)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

private func fraction(_ nanosecond: Int) -> String {
    guard nanosecond != 0 else { return "" }
    var digits = padded(nanosecond, 9)[...]
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
}

extension FeelDate: CustomStringConvertible {
    package var description: String {
        "\(year < 0 ? "-" : "")\(padded(year, 4))-\(padded(month))-\(padded(day))"
    }
}

extension FeelTime: CustomStringConvertible {
    package var description: String {
        "\(padded(hour)):\(padded(minute)):\(padded(second))\(fraction(nanosecond))"
            + (zone?.description ?? "")
    }
}

extension FeelZone: CustomStringConvertible {
    package var description: String {
        switch self {
        case .named(let name): return "@" + name
        case .offset(0): return "Z"
        case .offset(let seconds):
            let size = Int(seconds.magnitude)
            let tail = size % 60 == 0 ? "" : ":" + padded(size % 60)
            return
                "\(seconds < 0 ? "-" : "+")\(padded(size / 3600)):\(padded(size / 60 % 60))\(tail)"
        }
    }
}

extension FeelDateTime: CustomStringConvertible {
    package var description: String { "\(date)T\(time)" }
}

extension FeelDays: CustomStringConvertible {
    package var description: String {
        let size = nanoseconds.magnitude
        let seconds = Int(size / 1_000_000_000)
        var clock = ""
        if seconds / 3600 % 24 != 0 { clock += "\(seconds / 3600 % 24)H" }
        if seconds / 60 % 60 != 0 { clock += "\(seconds / 60 % 60)M" }
        let rest = fraction(Int(size % 1_000_000_000))
        if seconds % 60 != 0 || !rest.isEmpty { clock += "\(seconds % 60)\(rest)S" }
        let days = seconds / 86_400
        let sign = nanoseconds < 0 ? "-" : ""
        if days == 0, clock.isEmpty { return "PT0S" }
        return "\(sign)P\(days == 0 ? "" : "\(days)D")\(clock.isEmpty ? "" : "T" + clock)"
    }
}

extension FeelMonths: CustomStringConvertible {
    package var description: String {
        let size = months.magnitude
        guard size != 0 else { return "P0M" }
        let years = size / 12 == 0 ? "" : "\(size / 12)Y"
        let rest = size % 12 == 0 ? "" : "\(size % 12)M"
        return "\(months < 0 ? "-" : "")P\(years)\(rest)"
    }
}
