import Site
import Stories

/// What was published last, as a feed to subscribe to (RFC 4287).
struct NewsFeed {
    var news: [ShownNews]
    var installation: Installation

    /// Where it is, the same in every language: the feed is Indonesian.
    static let address = Address("/berita/atom.xml").fixed(in: .indonesian)

    var bytes: [UInt8] {
        let home = absolute("/berita")
        let updated = news.compactMap(\.liveAt).max() ?? Instant(milliseconds: 0)
        var lines = [
            #"<?xml version="1.0" encoding="utf-8"?>"#,
            #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">"#,
            element("id", home), element("title", "Berita \(installation.name)"),
            element("updated", stamp(updated)),
            "<author>\(element("name", installation.regency))</author>",
            #"<link rel="alternate" href="\#(Self.escaped(home))"/>"#,
            #"<link rel="self" href="\#(Self.escaped(absolute(Self.address)))"/>"#,
        ]
        for piece in news { lines += entry(piece) }
        lines.append("</feed>")
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func entry(_ piece: ShownNews) -> [String] {
        guard let text = piece.live, let address = piece.address, let first = piece.firstAt
        else { return [] }
        let link = absolute("/berita/\(address)")
        let picture = text.picture.map { picture in
            let at = absolute("/berita/gambar/\(picture.digest.pictureName)")
            return #"<link rel="enclosure" type="image/jpeg" href="\#(Self.escaped(at))"/>"#
        }
        return [
            "<entry>", element("id", link), element("title", text.title),
            #"<link rel="alternate" href="\#(Self.escaped(link))"/>"#,
        ] + [picture].compactMap(\.self) + [
            element("published", stamp(first)), element("updated", stamp(piece.liveAt ?? first)),
            "<author>\(element("name", text.writer))</author>",
            #"<category term="\#(text.section.rawValue)"/>"#,
            element("summary", NewsMarkup(text.body).lead), "</entry>",
        ]
    }

    private func absolute(_ address: Address) -> String {
        address.absolute(in: .indonesian, of: installation).text(in: .indonesian)
    }

    /// "2026-11-23T09:14:00+07:00".
    private func stamp(_ moment: Instant) -> String {
        let wall = installation.zone.wall(moment)
        let clock = DateWords.clock(minute: wall.minute, in: .english)
        return "\(wall.day)T\(clock):00+0\(installation.zone.hours):00"
    }

    private func element(_ name: String, _ text: String) -> String {
        "<\(name)>\(Self.escaped(text))</\(name)>"
    }

    /// Text of XML 1.0: marks become entities, what XML forbids is left out.
    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "\t", "\n": safe.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): continue
            case _: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
