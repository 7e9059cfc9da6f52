package import Feel

/// One public service, as read from its file and everything that the file reaches.
package struct PublicService: Hashable, Sendable {
    package let id: ID
    package let blueprint: BlueprintName
    package let title: Words
    package let purpose: Words

    /// Everyday words under which people look for it.
    package let searchWords: [String]
    package let topic: ID?

    /// The unit, or kind of unit, that answers for it.
    ///
    /// The regency binds it.
    package let owner: ID

    /// The village question whose answer says which of many units.
    package let at: ID?
    package let standard: Standard

    /// Nil where the file says nothing about it yet.
    package let personalData: PersonalData?
    package internal(set) var pages: [FormPage]

    /// All questions in the order in which they are asked, computed values among them.
    package internal(set) var questions: [Question]

    /// Everything that is asked, the page about the applicant first.
    package internal(set) var allQuestions: [Question]

    /// All pages, the applicant's first.
    package internal(set) var allPages: [FormPage]
    package internal(set) var checks: [AnswerCheck]

    /// In the order of the file; a case begins at the first.
    package let steps: [Step]
    package let endings: [CaseEnding]

    /// The steps in which the citizen may still withdraw: all those before this one.
    ///
    /// Nil: never.
    package let withdrawUntil: ID?

    /// How long after its end a case may be reopened.
    ///
    /// Nil: never.
    package let reopen: TimeSpan?
    package let allowsAnonymous: Bool
    package let allowsSecret: Bool

    /// A service that runs in another system: only its standard and the way there.
    package internal(set) var elsewhere: String?

    /// The system without which it stays closed.
    package let connection: Connection?

    /// The address of the other system.
    package let address: String?
    package let letters: [ID: Letter]
    package let notices: [ID: Notice]

    /// Ready sentences for officials, in the order of the file.
    package let replies: [ReadyReply]
    package let tables: [ID: DecisionTable]

    /// Formulas that stand in files of their own, by their names.
    package let rules: [ID: Formula]

    /// SHA-256 over the part of the blueprint that this service reaches, in hexadecimal digits.
    package let digest: String

    /// Where in the blueprint everything stands that this service reaches.
    package let reach: [Slot]

    package init(_ parts: Parts) {
        id = parts.id
        blueprint = parts.blueprint
        title = parts.title
        purpose = parts.purpose
        searchWords = parts.searchWords
        topic = parts.topic
        owner = parts.owner
        at = parts.at
        standard = parts.standard
        personalData = parts.personalData
        pages = parts.pages
        questions = parts.questions
        (allPages, allQuestions) = parts.wholeForm
        checks = parts.checks
        steps = parts.steps
        endings = parts.endings
        withdrawUntil = parts.withdrawUntil
        reopen = parts.reopen
        allowsAnonymous = parts.allowsAnonymous
        allowsSecret = parts.allowsSecret
        elsewhere = parts.elsewhere
        connection = parts.connection
        address = parts.address
        letters = parts.letters
        notices = parts.notices
        replies = parts.replies
        tables = parts.tables
        rules = parts.rules
        digest = parts.digest
        reach = parts.reach
    }

    package func question(_ id: ID) -> Question? { questions.first { $0.id == id } }

    package func step(_ id: ID) -> Step? { steps.first { $0.id == id } }

    package func ending(_ id: ID) -> CaseEnding? { endings.first { $0.id == id } }

    package func page(_ id: ID) -> FormPage? { pages.first { $0.id == id } }

    /// What a service is put together from.
    package struct Parts: Sendable {
        package var id: ID
        package var blueprint: BlueprintName
        package var title: Words
        package var purpose: Words
        package var searchWords: [String] = []
        package var topic: ID?
        package var owner: ID
        package var at: ID?
        package var standard: Standard
        package var personalData: PersonalData?
        package var pages: [FormPage] = []
        package var questions: [Question] = []
        package var checks: [AnswerCheck] = []
        package var steps: [Step] = []
        package var endings: [CaseEnding] = []
        package var withdrawUntil: ID?
        package var reopen: TimeSpan?
        package var allowsAnonymous = false
        package var allowsSecret = false
        package var elsewhere: String?
        package var connection: Connection?
        package var address: String?
        package var letters: [ID: Letter] = [:]
        package var notices: [ID: Notice] = [:]
        package var replies: [ReadyReply] = []
        package var tables: [ID: DecisionTable] = [:]
        package var rules: [ID: Formula] = [:]
        package var digest = ""
        package var reach: [Slot] = []

        package init(
            id: ID,
            blueprint: BlueprintName,
            title: Words,
            purpose: Words,
            owner: ID,
            standard: Standard
        ) {
            self.id = id
            self.blueprint = blueprint
            self.title = title
            self.purpose = purpose
            self.owner = owner
            self.standard = standard
        }
    }
}
