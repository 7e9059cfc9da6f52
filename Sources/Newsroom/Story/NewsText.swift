package import Stories

/// Where a piece of news belongs.
package enum NewsSection: String, CaseIterable, Sendable {
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
        try CanonicalJSON.write(
            FactValue.object([
                "section": .text(section.rawValue), "title": .text(title), "body": .text(body),
                "writer": .text(writer), "editor": .text(editor), "source": .text(source),
                "video": .text(video), "title_en": .text(titleInEnglish),
                "body_en": .text(bodyInEnglish),
            ])
        )
    }

    package init(bytes: [UInt8]) throws(FactUnreadable) {
        guard case .object(let fields) = try CanonicalJSON.read(bytes),
            case .text(let word) = fields["section"], let section = NewsSection(rawValue: word)
        else { throw FactUnreadable("no text of news") }
        func text(_ name: String) -> String {
            if case .text(let text) = fields[name] { text } else { "" }
        }
        self.init(
            section,
            title: text("title"),
            body: text("body"),
            writer: text("writer")
        )
        editor = text("editor")
        source = text("source")
        video = text("video")
        titleInEnglish = text("title_en")
        bodyInEnglish = text("body_en")
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
        for word in words where address.count + word.count < 60 {
            address += word + "-"
        }
        let end = id.bytes.suffix(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        return Code(address + end.joined()) ?? "berita"
    }
}
