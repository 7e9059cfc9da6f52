package import Blueprints
package import Feel

/// One screen of a form: the few questions that are asked together.
package struct Screen: Hashable, Sendable {
    package let page: QuestionPage
    package let questions: [Question]

    /// The word in its address: the first question's id.
    package var slug: String { questions.first?.id.text ?? page.id.text }
}

/// The screens of a service in the order in which they are gone through.
///
/// A page of the file becomes several screens where a question depends on an answer of the same
/// page, and where a question needs a screen of its own: a photo (the camera may kill the tab),
/// a village (searched on the server), an area, a group.
package struct Screens: Sendable {
    package let all: [Screen]

    /// More than three questions at once are not one thing.
    private static let most = 3

    package init(of service: PublicService) {
        var screens: [Screen] = []
        for page in service.allPages {
            let questions = page.questions.compactMap { id in
                service.allQuestions.first { $0.id == id }
            }
            var open: [Question] = []
            func close() {
                if !open.isEmpty { screens.append(Screen(page: page, questions: open)) }
                open = []
            }
            for question in questions where !question.type.isComputed {
                let depends = question.when.map { when in
                    open.contains { when.names.contains($0.id.text) }
                }
                let alone = Self.standsAlone(question) || open.contains(where: Self.standsAlone)
                if alone || depends == true || open.count >= Self.most { close() }
                open.append(question)
            }
            close()
        }
        all = screens
    }

    package subscript(slug: String) -> Screen? { all.first { $0.slug == slug } }

    /// The screen on which a question stands.
    package func screen(asking question: ID) -> Screen? {
        all.first { $0.questions.contains { $0.id == question } }
    }

    /// Screens of which at least one question is asked, given the answers so far.
    package func asked(_ answers: TypedAnswers, today: FeelDate) -> [Screen] {
        all.filter { screen in
            screen.questions.contains { isAsked($0, given: answers, today: today) }
        }
    }

    private static func standsAlone(_ question: Question) -> Bool {
        switch question.type {
        case .photo, .file, .village, .area, .group, .person, .point: true
        case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money, .date,
            .phone, .email, .nik, .nib, .computed:
            false
        }
    }
}
