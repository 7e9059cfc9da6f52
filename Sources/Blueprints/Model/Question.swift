package import Feel

/// One thing that a form asks, or works out from what it asked.
package struct Question: Hashable, Sendable {
    package let id: ID

    /// The page on which it stands.
    package let page: ID

    /// The question itself: label and heading.
    package let ask: Words

    package let hint: Words?

    /// Why it is asked and who sees it.
    package let why: Words?

    package let type: AnswerType

    /// May be left empty although it is asked.
    package let isOptional: Bool

    /// Asked only when this holds; absent answers count as "no".
    package let when: Formula?

    package init(
        id: ID,
        page: ID,
        ask: Words,
        hint: Words? = nil,
        why: Words? = nil,
        type: AnswerType,
        isOptional: Bool = false,
        when: Formula? = nil
    ) {
        self.id = id
        self.page = page
        self.ask = ask
        self.hint = hint
        self.why = why
        self.type = type
        self.isOptional = isOptional
        self.when = when
    }
}

/// What kind of answer a question takes.
///
/// One row each here, one renderer each where it is shown.
package indirect enum AnswerType: Hashable, Sendable {
    case text(max: Int)
    case longText(max: Int)
    case name
    case choice([Option])
    case choices([Option], max: Int?)
    case yesNo
    case whole(Bounds)
    case decimal(unit: String, Bounds)
    /// Whole rupiah.
    case money(Bounds)
    case date(from: Formula?, to: Formula?)
    case phone
    case email
    case nik
    case nib
    /// A village or kelurahan by its Kemendagri code; only of a region where one is named.
    case village(within: String?)
    case point
    case area
    case photo
    /// A photo or a PDF.
    case file
    /// A name and a NIK.
    case person
    /// The same few questions several times: members, witnesses, goods.
    case group([Question], Count)
    /// Worked out, never asked.
    case computed(Formula)

    package struct Option: Hashable, Sendable {
        /// A stable word, never a position.
        package let id: ID
        package let label: Words

        package init(id: ID, label: Words) {
            self.id = id
            self.label = label
        }
    }

    /// The least and the most that a number may be.
    package struct Bounds: Hashable, Sendable {
        package let from: Decimal34?
        package let to: Decimal34?

        package init(from: Decimal34? = nil, to: Decimal34? = nil) {
            self.from = from
            self.to = to
        }
    }

    /// How often a group may be repeated.
    package struct Count: Hashable, Sendable {
        package let least: Int
        package let most: Int

        package init(least: Int, most: Int) {
            self.least = least
            self.most = most
        }
    }
}

/// One page of a form: one thing that is asked about.
package struct FormPage: Hashable, Sendable {
    package let id: ID
    package let title: Words

    /// In the order in which they are asked.
    package let questions: [ID]

    package init(id: ID, title: Words, questions: [ID]) {
        self.id = id
        self.title = title
        self.questions = questions
    }
}

/// A rule over the answers that keeps a form from being sent.
package struct AnswerCheck: Hashable, Sendable {
    package let that: Formula
    package let say: Words

    package init(that: Formula, say: Words) {
        self.that = that
        self.say = say
    }
}
