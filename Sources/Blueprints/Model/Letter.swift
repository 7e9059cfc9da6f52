package import Feel

/// A letter that a step issues.
package struct Letter: Hashable, Sendable {
    package let id: ID
    package let layout: Layout
    package let paper: Paper
    package let title: Words

    /// The template of the number: `{klasifikasi}/{urut}/{unit}/{tahun}`.
    package let number: NumberTemplate
    package let classification: String

    /// Lines of a `korespondensi` head; empty in `judul tengah`.
    package let subject: Sentence?
    package let to: Sentence?
    package let blocks: [Block]

    /// The duty that signs.
    package let signer: ID

    /// What the page behind the QR shows for comparison with the paper.
    package let shows: [Shown]

    package enum Layout: String, Hashable, Sendable, CaseIterable {
        case correspondence = "korespondensi"
        case centredTitle = "judul tengah"
    }

    package enum Paper: String, Hashable, Sendable, CaseIterable {
        case a4 = "A4"
        case f4 = "F4"
    }

    /// One part of the body, with an id so that an adaptation can find it again.
    package struct Block: Hashable, Sendable {
        package let id: ID
        package let when: Formula?
        package let content: Content

        package enum Content: Hashable, Sendable {
            case paragraph(Sentence)
            /// Label and value, one under the other.
            case rows([LabelledValue])
            case numbered([Sentence])
            /// One row for each entry of a list.
            case table(each: Formula, columns: [TableColumn])
        }

        package init(id: ID, when: Formula?, content: Content) {
            self.id = id
            self.when = when
            self.content = content
        }
    }

    package struct LabelledValue: Hashable, Sendable {
        package let label: Words
        package let value: Sentence

        package init(label: Words, value: Sentence) {
            self.label = label
            self.value = value
        }
    }

    package struct TableColumn: Hashable, Sendable {
        package let title: Words
        package let value: Sentence

        package init(title: Words, value: Sentence) {
            self.title = title
            self.value = value
        }
    }

    package struct Shown: Hashable, Sendable {
        package let label: Words
        package let value: Formula

        package init(label: Words, value: Formula) {
            self.label = label
            self.value = value
        }
    }

    package init(
        id: ID,
        layout: Layout,
        paper: Paper,
        title: Words,
        number: NumberTemplate,
        classification: String,
        subject: Sentence?,
        to: Sentence?,
        blocks: [Block],
        signer: ID,
        shows: [Shown]
    ) {
        self.id = id
        self.layout = layout
        self.paper = paper
        self.title = title
        self.number = number
        self.classification = classification
        self.subject = subject
        self.to = to
        self.blocks = blocks
        self.signer = signer
        self.shows = shows
    }
}

/// Text with {expressions} in it, type-checked when the file is read.
package struct Sentence: Hashable, Sendable {
    package let parts: [Part]

    package enum Part: Hashable, Sendable {
        case text(String)
        case value(Formula)
    }

    package init(parts: [Part]) { self.parts = parts }
}

/// How the numbers of a register of letters look.
package struct NumberTemplate: Hashable, Sendable {
    package let parts: [Part]

    package enum Part: Hashable, Sendable {
        case text(String)
        case classification
        /// The running number, padded with zeros to `width`.
        case running(width: Int)
        case unit
        case romanMonth
        case year
    }

    package init(parts: [Part]) { self.parts = parts }
}

/// What is told to a citizen or an official, by channel.
package struct Notice: Hashable, Sendable {
    package let id: ID

    /// The text that fits any channel; `{nomor}`, `{layanan}`, `{tautan}` and answers may stand in it.
    package let text: [Language: Sentence]
    package let subject: [Language: Sentence]

    package init(id: ID, text: [Language: Sentence], subject: [Language: Sentence]) {
        self.id = id
        self.text = text
        self.subject = subject
    }
}
