/// What happened, newest first.
package struct Timeline: Component {
    package var heading: Words?
    package var moments: [Moment]

    package init(heading: Words? = nil, _ moments: [Moment]) {
        self.heading = heading
        self.moments = moments
    }

    /// One thing that happened.
    package struct Moment: Sendable {
        /// As it is shown: "23 Nov 10.02".
        package var time: String
        package var what: Inline
        package var detail: [Inline] = []

        package init(_ time: String, _ what: Inline, detail: [Inline] = []) {
            self.time = time
            self.what = what
            self.detail = detail
        }
    }

    package func write(to html: HTML) {
        if let heading { html(.h2, heading) }
        html(.ol, .class("riwayat")) {
            for moment in moments {
                html(.li) {
                    html(.span, moment.time, .class("redup angka"))
                    html(.div) {
                        moment.what.write(to: html)
                        for line in moment.detail { html(.p) { line.write(to: html) } }
                    }
                }
            }
        }
    }
}

/// The parts of a long form; a finished one is quieter than one to do.
package struct TaskList: Component {
    package var tasks: [Task]

    package init(_ tasks: [Task]) { self.tasks = tasks }

    /// One part of the work.
    package struct Task: Sendable {
        package var name: Words
        package var address: Address
        package var state: State
        package var hint: Words?

        package init(_ name: Words, _ address: Address, _ state: State, hint: Words? = nil) {
            self.name = name
            self.address = address
            self.state = state
            self.hint = hint
        }
    }

    /// How far a part is.
    package enum State: Sendable, CaseIterable {
        case done, toDo, blocked, needsFixing
    }

    package func write(to html: HTML) {
        html(.ul, .class("tugas")) {
            for task in tasks {
                html(.li) {
                    html(.div) {
                        if task.state == .blocked {
                            html(.span, task.name)
                        } else {
                            html(.a, task.name, .href(task.address))
                        }
                        if let hint = task.hint { html(.p, hint, .class("petunjuk")) }
                    }
                    state(task.state, html)
                }
            }
        }
    }

    private func state(_ state: State, _ html: HTML) {
        switch state {
        case .done: html(.span, .finished, .class("redup"))
        case .toDo: html(StatusTag(.notYetDone, .info))
        case .blocked: html(.span, .cannotStartYet, .class("redup"))
        case .needsFixing: html(StatusTag(.needsFixingTag, .danger))
        }
    }
}

/// The good end: what was done, and the number in large digits.
package struct ConfirmationPanel: Component {
    package var heading: Words
    package var caption: Words?
    package var number: String?

    package init(_ heading: Words, caption: Words? = nil, number: String? = nil) {
        self.heading = heading
        self.caption = caption
        self.number = number
    }

    package func write(to html: HTML) {
        html(.div, .class("panel")) {
            html(.h1, heading)
            if let caption { html(.p, caption) }
            if let number { html(.p, number, .class("nomor")) }
        }
    }
}

/// Something for those who want to know more; open on paper.
package struct Disclosure: Component {
    package var summary: Words
    package var content: [any Component]
    package var isOpen: Bool

    package init(_ summary: Words, isOpen: Bool = false, _ content: any Component...) {
        self.summary = summary
        self.isOpen = isOpen
        self.content = content
    }

    package func write(to html: HTML) {
        html(.details, .class("rinci"), .open(isOpen || html.visit.isForPaper)) {
            html(.summary, summary)
            html(.div) { for part in content { part.write(to: html) } }
        }
    }
}

/// One sentence after the other.
package struct Paragraphs: Component {
    package var sentences: [Words]

    package init(_ sentences: Words...) { self.sentences = sentences }

    package func write(to html: HTML) { for sentence in sentences { html(.p, sentence) } }
}

/// A list of lines, with numbers where the order matters.
package struct Lines: Component {
    package var lines: [Inline]
    package var isOrdered: Bool

    package init(_ lines: [Inline], isOrdered: Bool = false) {
        self.lines = lines
        self.isOrdered = isOrdered
    }

    package func write(to html: HTML) {
        html(isOrdered ? .ol : .ul, .class("daftar")) {
            for line in lines { html(.li) { line.write(to: html) } }
        }
    }
}
