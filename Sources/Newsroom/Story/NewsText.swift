package import Stories

/// Where a piece of news belongs.
package enum NewsSection: String, FactWord {
    case news = "berita"
    case announcement = "pengumuman"
    case agenda
}

/// The text of a piece of news with what stands around it: content that anybody may read.
package struct NewsText: Hashable, Sendable {
    package var section: NewsSection
    package var title: String
    package var body: String
    package var writer: String

    /// Empty where nobody is named.
    package var editor = ""
    package var source = ""

    /// The address of a video, or empty.
    package var video = ""
    package var picture: NewsPicture?

    /// Empty where there is no English.
    package var titleInEnglish = ""
    package var bodyInEnglish = ""

    package init(_ section: NewsSection, title: String, body: String, writer: String) {
        self.section = section
        self.title = title
        self.body = body
        self.writer = writer
    }

    /// As it is kept.
    package func bytes() throws(FactUnreadable) -> [UInt8] {
        var fields: FactFields = [
            "section": .text(section.rawValue), "title": .text(title), "body": .text(body),
            "writer": .text(writer), "editor": .text(editor), "source": .text(source),
            "video": .text(video), "title_en": .text(titleInEnglish),
            "body_en": .text(bodyInEnglish),
        ]
        if let picture { fields["picture"] = picture.json }
        return try CanonicalJSON.write(FactValue.object(fields))
    }

    package init(bytes: [UInt8]) throws(FactUnreadable) {
        guard case .object(let fields) = try CanonicalJSON.read(bytes),
            case .text(let word) = fields["section"], let section = NewsSection(rawValue: word)
        else { throw FactUnreadable("no text of news") }
        self.init(
            section,
            title: fields.words("title"),
            body: fields.words("body"),
            writer: fields.words("writer")
        )
        editor = fields.words("editor")
        source = fields.words("source")
        video = fields.words("video")
        titleInEnglish = fields.words("title_en")
        bodyInEnglish = fields.words("body_en")
        if case .object(let picture) = fields["picture"] {
            self.picture = try NewsPicture(fields: picture)
        }
    }

    /// The word of its address: from the title, and from what no two pieces share.
    package func address(of id: OpaqueID) -> Code {
        let plain = title.lowercased().utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            case _: UInt8(ascii: "-")
            }
        }
        let words = String(decoding: plain, as: UTF8.self).split(separator: "-")
        var address = ""
        for word in words {
            guard address.count + word.count < 60 else { break }
            address += word + "-"
        }
        let end = id.bytes.suffix(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        return Code(address + end.joined()) ?? "berita"
    }
}

/// The picture of a piece of news: which bytes, how large, and what it shows in words.
package struct NewsPicture: Hashable, Sendable {
    package let digest: Public
    package let width: Int
    package let height: Int

    /// What is seen, for who does not see it; never empty.
    package var shows: String

    /// Empty where there is no English.
    package var showsInEnglish = ""

    /// What stands below it: who, where, by whom; may be empty.
    package var caption = ""

    package init(_ digest: Public, width: Int, height: Int, shows: String) {
        self.digest = digest
        self.width = width
        self.height = height
        self.shows = shows
    }

    fileprivate var json: FactValue {
        .object([
            "digest": digest.json, "width": .number(Int64(width)),
            "height": .number(Int64(height)), "shows": .text(shows),
            "shows_en": .text(showsInEnglish), "caption": .text(caption),
        ])
    }

    fileprivate init(fields: FactFields) throws(FactUnreadable) {
        guard case .number(let width) = fields["width"],
            case .number(let height) = fields["height"],
            let digest = fields["digest"].flatMap({ Public(json: $0) })
        else { throw FactUnreadable("no picture of news") }
        self.init(
            digest,
            width: Int(width),
            height: Int(height),
            shows: fields.words("shows")
        )
        showsInEnglish = fields.words("shows_en")
        caption = fields.words("caption")
    }
}

extension FactFields {
    /// The text of a field; empty where there is none.
    fileprivate func words(_ name: String) -> String {
        if case .text(let text) = self[name] { text } else { "" }
    }
}
