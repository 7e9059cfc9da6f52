import Foundation
package import Stories

/// One e-mail as bytes (RFC 5322): the same message gives the same bytes at every try.
package struct MailMessage: Hashable, Sendable {
    package var from: MailAddress
    package var fromName: String
    package var to: MailAddress
    package var subject: String
    package var text: String

    /// Stays the same however often it is tried, so that a repeat is recognised.
    package var id: OpaqueID
    package var at: Instant
    package var zone: Zone

    package init(
        from: MailAddress,
        fromName: String,
        to: MailAddress,
        subject: String,
        text: String,
        id: OpaqueID,
        at: Instant,
        zone: Zone
    ) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.subject = subject
        self.text = text
        self.id = id
        self.at = at
        self.zone = zone
    }

    package var messageID: String { "<\(id)@\(from.domain)>" }

    package var bytes: [UInt8] {
        let lines = [
            "Date: \(date)",
            "From: \(Self.encoded(fromName, after: 6)) <\(from)>",
            "To: <\(to)>",
            "Subject: \(Self.encoded(subject, after: 9))",
            "Message-ID: \(messageID)",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
        ]
        return Array((lines + Self.base64(text)).joined(separator: "\r\n").utf8) + [13, 10]
    }

    private var date: String {
        let (day, minute) = zone.wall(at)
        let (year, month, number) = day.parts
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let second = Int(((at.milliseconds % 60_000) + 60_000) % 60_000 / 1000)
        return "\(days[day.weekday - 1]), \(two(number)) \(months[month - 1]) \(year) "
            + "\(two(minute / 60)):\(two(minute % 60)):\(two(second)) +0\(zone.hours)00"
    }

    /// A header's text: plain letters as they are, everything else as encoded words (RFC 2047).
    ///
    /// What could end a line is gone before anything is written.
    package static func encoded(_ text: String, after start: Int) -> String {
        let flat = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
            )
        )
        let isPlain = flat.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (Character(scalar).isLetter || Character(scalar).isNumber
                    || " -".unicodeScalars.contains(scalar))
        }
        if isPlain, flat.utf8.count + start <= 76 { return flat }
        var words: [String] = []
        var piece = ""
        for character in flat {
            // 45 bytes are 60 letters of base64: a word stays below 75.
            if piece.utf8.count + String(character).utf8.count > 39 {
                words.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        words.append(piece)
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }
            .joined(separator: "\r\n ")
    }

    /// The body, with line ends as mail has them, in lines of 76 letters.
    private static func base64(_ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let whole = Array(Data(lines.joined(separator: "\r\n").utf8).base64EncodedString().utf8)
        return stride(from: 0, to: whole.count, by: 76).map { start in
            String(decoding: whole[start..<min(start + 76, whole.count)], as: UTF8.self)
        }
    }
}
