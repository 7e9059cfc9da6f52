/// Everything there is to say about one printed letter.
///
/// A plain value: the same sheet gives the same bytes, whoever prints it and when. Whatever could
/// differ (the moment of printing, the number, the code in the QR) is in it.
package struct LetterSheet: Sendable, Equatable {
    package var paper = Paper.a4
    package var layout: Layout
    package var letterhead: Letterhead
    /// The number as it is printed; nil leaves a dotted line to write on.
    package var number: String?
    /// "Muara Enim, 23 November 2026"; a newline in it begins a second line.
    package var dateLine: String
    package var passages: [Passage]
    /// One stands right; of two (a berita acara) the first stands left.
    package var signatures: [Signature]
    /// "Tembusan", below the signature.
    package var copies: [String] = []
    /// Small print at the foot of every page.
    package var footnote: String?
    package var code: CodeStamp?
    package var mark = Mark.none
    /// Says "DATA CONTOH" on each page.
    package var sample = false
    /// Printed by a practice copy: a large word across every page says so.
    package var isPractice = false
    package var facts: DocumentFacts

    package init(layout: Layout, letterhead: Letterhead, dateLine: String, facts: DocumentFacts) {
        self.layout = layout
        self.letterhead = letterhead
        self.dateLine = dateLine
        self.facts = facts
        passages = []
        signatures = []
    }

    /// The two layouts of official letters (Permendagri 1/2023).
    package enum Layout: Sendable, Equatable {
        case korespondensi(Correspondence)
        case judulTengah(CentredTitle)
    }

    /// Whether the print may be taken for the letter.
    package enum Mark: Sendable, Equatable {
        case none
        /// A large grey KONSEP across each page.
        case konsep
    }
}

/// The head of a letter to somebody: Sifat, Lampiran, Hal, Yth.
package struct Correspondence: Sendable, Equatable {
    package var nature: String?
    package var attachments: String?
    package var subject: String
    /// The lines after "Yth.", the first being the name or post.
    package var addressee: [String]

    package init(
        subject: String,
        addressee: [String],
        nature: String? = nil,
        attachments: String? = nil
    ) {
        self.subject = subject
        self.addressee = addressee
        self.nature = nature
        self.attachments = attachments
    }
}

/// The head of a letter to nobody in particular: a title, and what it is about.
package struct CentredTitle: Sendable, Equatable {
    package var title: String
    /// Printed under "TENTANG"; a surat keterangan has none.
    package var about: String?

    package init(_ title: String, about: String? = nil) {
        self.title = title
        self.about = about
    }
}

/// The kop surat: who writes.
package struct Letterhead: Sendable, Equatable {
    /// From the government down to the office; the last one is the largest.
    package var names: [String]
    /// Address, telephone, site.
    package var details: [String]
    package var crest: Crest?
    /// The paper already carries it: its room stays empty.
    package var preprinted: Bool

    package init(
        names: [String],
        details: [String] = [],
        crest: Crest? = nil,
        preprinted: Bool = false
    ) {
        self.names = names
        self.details = details
        self.crest = crest
        self.preprinted = preprinted
    }
}

/// Who signs, and with how much room for ink and stamp.
package struct Signature: Sendable, Equatable {
    /// The line above the post: on whose behalf, or in what capacity.
    package var authority: String?
    package var post: String
    package var name: String
    package var rank: String?
    /// The NIP, without the word.
    package var nip: String?
    /// What stands where ink would: nil leaves room for a wet signature and a stamp.
    package var electronic: String?

    package init(post: String, name: String, nip: String? = nil, authority: String? = nil) {
        self.post = post
        self.name = name
        self.nip = nip
        self.authority = authority
    }
}

/// A QR code beside the signature, with a line that says what it is for.
package struct CodeStamp: Sendable, Equatable {
    package var content: String
    package var caption: String

    package init(_ content: String, caption: String) {
        self.content = content
        self.caption = caption
    }
}

/// What a file says about itself to readers, archives and screen readers.
package struct DocumentFacts: Sendable, Equatable {
    package var title: String
    package var author: String
    /// A BCP 47 tag; the fixed words of the paper are in this language.
    package var language: String
    /// ISO 8601 with an offset: `2026-11-23T09:30:00+07:00`.
    package var createdAt: String

    package init(title: String, author: String, createdAt: String, language: String = "id") {
        self.title = title
        self.author = author
        self.createdAt = createdAt
        self.language = language
    }
}
