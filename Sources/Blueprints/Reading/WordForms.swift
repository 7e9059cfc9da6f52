/// How the small values of a file are written: words, numbers, dates, codes.
enum WordForms {
    static func isSmall(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        isSmall(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    /// Small letters, digits, `_` and `-`, beginning with a letter.
    static func isWord(_ text: String) -> Bool {
        guard let first = text.utf8.first, isSmall(first), text.utf8.count <= 64 else {
            return false
        }
        return text.utf8.allSatisfy {
            isSmall($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
    }

    static func isWhole(_ text: String) -> Bool {
        (1...15).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
    }

    static func isDecimal(_ text: String) -> Bool {
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && unsigned.utf8.count <= 34
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
    }

    static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    static func isMoment(_ text: String) -> Bool {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        return parts.count == 2 && isDate(String(parts[0])) && minute(parts[1]) != nil
    }

    /// The minute of the day that `07.30` names.
    static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
            hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour * 60 + minute
    }

    /// The intervals of `07.30-12.00, 13.00-16.00`: each after the one before.
    static func hours(_ text: String) -> [RegencyFile.Interval]? {
        var intervals: [RegencyFile.Interval] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = minute(trimmed(ends[0])),
                let to = minute(trimmed(ends[1])),
                from < to, intervals.last.map({ $0.to <= from }) ?? true
            else { return nil }
            intervals.append(RegencyFile.Interval(from: from, to: to))
        }
        return intervals
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// `16`, `16.03`, `16.03.07` or `16.03.07.2001`.
    static func isRegionCode(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...4).contains(parts.count) && parts.allSatisfy { $0.utf8.allSatisfy(isDigit) }
            && parts.map(\.utf8.count) == Array([2, 2, 2, 4].prefix(parts.count))
    }

    /// `1.2` or `1.2.0`.
    static func isVersion(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { (1...6).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }
    }

    /// `16.03/kopi >=1.2`.
    static func isRequirement(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count == 2, words[1].hasPrefix(">="), isVersion(words[1].dropFirst(2)) else {
            return false
        }
        let name = words[0].split(separator: "/", omittingEmptySubsequences: false)
        return name.count == 2 && isRegionCode(String(name[0])) && isWord(String(name[1]))
    }

    static func isPhone(_ text: String) -> Bool {
        let digits = text.utf8.filter(isDigit).count
        return (3...15).contains(digits)
            && text.utf8.allSatisfy { isDigit($0) || "+- ()".utf8.contains($0) }
    }

    /// An id made from words that people read: `Desa/kelurahan` gives `desa_kelurahan`.
    static func slug(_ label: String) -> String {
        var slug = ""
        for byte in label.utf8 {
            let small = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            if isSmall(small) || isDigit(small) {
                slug.unicodeScalars.append(Unicode.Scalar(small))
            } else if !slug.hasSuffix("_"), !slug.isEmpty {
                slug += "_"
            }
        }
        while slug.hasSuffix("_") { slug.removeLast() }
        guard let first = slug.utf8.first, isSmall(first) else { return "n_" + slug }
        return slug
    }

    /// An id made from what a thing says, whatever its place: `c_1a2b3c`.
    static func derivedID(from text: String) -> ID {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        return ID("c_" + padded.prefix(6))
    }
}
