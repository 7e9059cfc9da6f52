import Blueprints
import Hummingbird
import Office
import Press
import Site
import Stories

// The task cards of the practice copy, as pages and on paper.

extension ServicesFeature {
    func addTaskCards(to router: Router<some SiteContext>) {
        router.get("latihan/tugas") { _, context in
            let force = try await self.force()
            let cards = force.office.posts.map { TaskCard(of: $0, in: force) }
            return try self.answer(TaskCardsPage(cards: cards), context)
        }
        router.get("latihan/tugas/:jabatan") { _, context in
            try self.answer(TaskCardPage(card: try await self.card(context).0), context)
        }
        router.get("latihan/tugas/:jabatan/kartu.pdf") { _, context in
            let (card, force) = try await self.card(context)
            let paper = card.paper(
                of: force.installation,
                on: force.zone.day(self.now()),
                in: try self.visit(context).language
            )
            return Answer.pdf(try PaperPress.pdf(of: paper), name: "kartu-\(card.post.id).pdf")
        }
    }

    private func card(_ context: some SiteContext) async throws -> (TaskCard, InForce) {
        let force = try await force()
        guard let id = context.parameters.get("jabatan").flatMap({ Code($0) }),
            let post = force.office.post(id)
        else { throw WebRefusal.notFound }
        return (TaskCard(of: post, in: force), force)
    }
}

/// All posts with the way to their cards.
struct TaskCardsPage: Page {
    let cards: [TaskCard]

    func title(for visit: Visit) -> String { Words.taskCards.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .taskCards)
        html(.p, .taskCardsWhy)
        html(.ul) {
            for card in cards where !card.tasks.isEmpty {
                html(.li) {
                    html(.a, card.post.title, .href("/latihan/tugas/\(card.post.id)"))
                    html.text(", " + card.unit)
                }
            }
        }
    }
}

/// The card of one post.
struct TaskCardPage: Page {
    let card: TaskCard

    var frame: Frame { Frame(back: Link(.taskCards, "/latihan/tugas")) }

    func title(for visit: Visit) -> String {
        Words.taskCard(card.post.title).text(in: visit.language)
    }

    func body(_ html: HTML) {
        html(.h1, Words.taskCard(card.post.title))
        html(.p, card.unit)
        if card.tasks.isEmpty {
            html(.p, .noTasks)
            return
        }
        html(
            ButtonRow(links: [Link(.printCard, "/latihan/tugas/\(card.post.id)/kartu.pdf")])
        )
        for task in card.tasks {
            html(.h2, task.service)
            html(
                KeyFacts([
                    (name: .stepOfWork, value: .words(task.step)),
                    (name: .mustBeDoneIn, value: .words(task.within)),
                ])
            )
            html(.h3, .exercise)
            html(.ol) { for sentence in card.exercise(task) { html(.li, sentence) } }
        }
    }
}

extension TaskCard {
    /// The same card on paper, to lie beside the keyboard.
    func paper(of installation: Installation, on day: Day, in language: Language) -> PaperSheet {
        func text(_ words: Site.Words) -> String { words.text(in: language) }
        var paper = PaperSheet(
            text(.taskCard(post.title)),
            sections: tasks.map { task in
                PaperSheet.Section(
                    text(task.service),
                    [
                        .facts([
                            Passage.Fact(text(.stepOfWork), text(task.step)),
                            Passage.Fact(text(.mustBeDoneIn), text(task.within)),
                        ]),
                        .numbered(exercise(task).map(text)),
                    ]
                )
            },
            facts: DocumentFacts(
                title: text(.taskCard(post.title)),
                author: installation.regency,
                createdAt: "\(day)T00:00:00+0\(installation.zone.hours):00",
                language: language.rawValue
            )
        )
        if tasks.isEmpty { paper.sections = [.init(nil, [.paragraph(text(.noTasks))])] }
        paper.office = unit
        paper.isPractice = installation.isPractice
        paper.sample = installation.isDemo
        return paper
    }
}
