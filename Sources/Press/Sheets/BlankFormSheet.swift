/// Blank forms to be filled in by hand, each with a number that is its own from the print on.
///
/// What stands in them comes from the caller; this only knows where boxes go.
package struct BlankFormSheet: Sendable, Equatable {
    package var office: String
    package var contact: [String] = []
    package var title: String

    /// "Nomor", "Untuk warga", what the torn-off part says, where one signs.
    package var words: Words
    package var forms: [Form]
    package var sections: [Section]
    package var sample = false
    package var facts: DocumentFacts

    package init(
        _ title: String,
        from office: String,
        forms: [Form],
        sections: [Section],
        words: Words,
        facts: DocumentFacts
    ) {
        self.title = title
        self.office = office
        self.forms = forms
        self.sections = sections
        self.words = words
        self.facts = facts
    }

    /// One paper: its number, and the address where it is tracked.
    package struct Form: Sendable, Equatable {
        package var number: String
        package var address: String

        package init(number: String, address: String) {
            self.number = number
            self.address = address
        }
    }

    /// A heading and its questions.
    package struct Section: Sendable, Equatable {
        package var heading: String
        package var questions: [Question]

        package init(_ heading: String, _ questions: [Question]) {
            self.heading = heading
            self.questions = questions
        }
    }

    /// What is asked, and the room for an answer.
    package struct Question: Sendable, Equatable {
        package var ask: String
        package var hint: String?
        package var room: Room

        package init(_ ask: String, hint: String? = nil, _ room: Room) {
            self.ask = ask
            self.hint = hint
            self.room = room
        }
    }

    /// How an answer is written by hand.
    package enum Room: Sendable, Equatable {
        case line
        case lines(Int)

        /// One box a letter, in groups of so many.
        case letters([Int])
        case options([String])
    }

    /// The sentences that every form says.
    package struct Words: Sendable, Equatable {
        package var number: String
        package var forCitizen: String
        package var tearHere: String
        package var notRecordedYet: String
        package var receivedOn: String
        package var signature: String

        package init(
            number: String,
            forCitizen: String,
            tearHere: String,
            notRecordedYet: String,
            receivedOn: String,
            signature: String
        ) {
            self.number = number
            self.forCitizen = forCitizen
            self.tearHere = tearHere
            self.notRecordedYet = notRecordedYet
            self.receivedOn = receivedOn
            self.signature = signature
        }
    }
}
