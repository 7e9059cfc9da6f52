/// The mark of the product at work: five rising steps, full, now, and to come.
///
/// The words beside it say the same, so it needs no colour and no eyes.
package struct Undak: Component {
    package var stage: Int
    package var count: Int
    package var isFinished: Bool
    package var name: Words?

    /// `stage` is the step that is going on, from 1; `name` is written behind the number.
    package init(stage: Int, of count: Int = 5, isFinished: Bool = false, name: Words? = nil) {
        precondition((1...count).contains(stage), "a stage is one of the steps")
        self.stage = stage
        self.count = count
        self.isFinished = isFinished
        self.name = name
    }

    package func write(to html: HTML) {
        let position = Words.stage(stage, of: count)
        html(.div, .class("undak-baris")) {
            html(.span, .class("undak"), .role("img"), .label(html.word(position))) {
                for step in 1...count { html(.i, .class(look(of: step))) }
            }
            if let name {
                html(.span) {
                    html.text(html.word(position) + ": ")
                    html(.strong, name)
                }
            }
        }
    }

    private func look(of step: Int) -> StaticString {
        if step < stage || isFinished { return "penuh" }
        return step == stage ? "kini" : "nanti"
    }
}

/// One or two words about a state; never a link, never only a colour.
package struct StatusTag: Component {
    package var words: Words
    package var kind: Kind

    package init(_ words: Words, _ kind: Kind = .plain) {
        self.words = words
        self.kind = kind
    }

    /// The tint behind the words.
    package enum Kind: Sendable, CaseIterable {
        case plain, info, attention, danger, done

        var className: StaticString {
            switch self {
            case .plain: "tanda"
            case .info: "tanda tanda-info"
            case .attention: "tanda tanda-ingat"
            case .danger: "tanda tanda-bahaya"
            case .done: "tanda tanda-beres"
            }
        }
    }

    /// The tag of a deadline that is so many days away (0 is today, negative is late).
    package static func deadline(daysLeft days: Int) -> StatusTag {
        switch days {
        case ..<0: StatusTag(.daysLate(-days), .danger)
        case 0: StatusTag(.dueToday, .attention)
        case 1: StatusTag(.daysLeft(1), .attention)
        default: StatusTag(.daysLeft(days), .info)
        }
    }

    package func write(to html: HTML) { html(.span, words, .class(kind.className)) }
}
