import Stories

/// How calendar files are written (RFC 5545), whatever they tell.
enum CalendarText {
    /// A line of at most 75 bytes; what is longer goes on after a blank, never within a letter.
    static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let letter = Array(String(scalar).utf8)
            if length + letter.count > 75 {
                bytes += Array("\r\n ".utf8)
                length = 1
            }
            bytes += letter
            length += letter.count
        }
        return bytes + Array("\r\n".utf8)
    }

    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": safe += "\\" + String(scalar)
            case "\n": safe += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
            case _: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    static func date(_ day: Day) -> String {
        day.description.filter { $0 != "-" }
    }

    static func utc(_ moment: Instant) -> String {
        let seconds = moment.milliseconds / 1000
        let ofDay = Int(seconds % 86_400)
        let day = Day(number: Int(seconds / 86_400))
        let parts = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60]
        return date(day) + "T" + parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined() + "Z"
    }
}
