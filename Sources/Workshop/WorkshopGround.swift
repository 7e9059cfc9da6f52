package import Blueprints
package import Exchange
package import Ledger
package import Office
package import Site
package import Stories

/// What the workshop asks of the feature that runs services.
///
/// Features never import each other; the composition root hands this over.
package struct WorkshopGround: Sendable {
    /// A draft compiled as for publishing: what is wrong with it, and what it comes to.
    package let check: @Sendable (Code, FolderArchive) -> CheckedDraft

    /// A screen of a service's form as a citizen would see it; nil where there is none such.
    package let preview: @Sendable (PreviewedScreen, Reader) throws -> Preview?

    /// The regency as its own file says it is.
    package let regency: @Sendable (Reader) throws -> RegencyFile

    /// Tries one worked example of a blueprint, whoever made it.
    package let runner: @Sendable (Reader) throws -> @Sendable (Example, Blueprint) -> [String]

    /// Runs the worked examples: what does not come out as written, by example.
    package let examples: @Sendable (Blueprint, Reader) throws -> [TriedExample]

    /// The Kemendagri code under which this regency publishes.
    package let publisher: @Sendable (Reader) throws -> String

    /// What a case comes to that is tried on a draft, or why it cannot be played.
    package let outcome:
        @Sendable (Example, Blueprint, Reader) throws -> (
            expected: ExampleExpectation?, complaints: [String]
        )

    /// The agreement that permits a transfer of what is not published openly; nil without one.
    package var agreement: @Sendable (AskedTransfer, Reader) throws -> OpaqueID? = { _, _ in nil }
    /// How much paper a letter takes with the answers of an example; nil where that comes to none.
    package let paper: LetterAsked<PaperOfLetter>

    /// The print of such a letter.
    package let print: LetterAsked<[UInt8]>

    /// What is asked about a letter, an example and the blueprint that has both.
    package typealias LetterAsked<Answer> =
        @Sendable (Blueprints.ID, Example, Blueprint, Reader) throws -> Answer?

    /// The root of a publisher as two persons typed it from an agreement that is in force on a day.
    package var agreedRoot: @Sendable (Code, Day, Reader) throws -> RootPin? = { _, _, _ in nil }

    package init(
        letters: (paper: LetterAsked<PaperOfLetter>, print: LetterAsked<[UInt8]>),
        publisher: @escaping @Sendable (Reader) throws -> String,
        regency: @escaping @Sendable (Reader) throws -> RegencyFile,
        runner: @escaping @Sendable (Reader) throws -> @Sendable (Example, Blueprint) -> [String],
        check: @escaping @Sendable (Code, FolderArchive) -> CheckedDraft,
        preview: @escaping @Sendable (PreviewedScreen, Reader) throws -> Preview?,
        examples: @escaping @Sendable (Blueprint, Reader) throws -> [TriedExample],
        outcome:
            @escaping @Sendable (Example, Blueprint, Reader) throws -> (
                expected: ExampleExpectation?, complaints: [String]
            )
    ) {
        paper = letters.paper
        print = letters.print
        self.outcome = outcome
        self.publisher = publisher
        self.regency = regency
        self.runner = runner
        self.check = check
        self.preview = preview
        self.examples = examples
    }
}

/// A transfer that an agreement is to permit.
package struct AskedTransfer: Hashable, Sendable {
    package let direction: Transferred.Direction
    package let blueprint: Code
    package let partner: Code
    package let day: Day
}

/// What came of a draft.
package struct CheckedDraft: Sendable {
    /// Nil where a mistake keeps it from being one; then `running` may still be there to look at.
    package let blueprint: Blueprint?

    /// What can be shown of it although something is wrong.
    package let running: Blueprint?
    package let diagnostics: [Diagnostic]

    package init(blueprint: Blueprint?, running: Blueprint?, diagnostics: [Diagnostic]) {
        self.blueprint = blueprint
        self.running = running
        self.diagnostics = diagnostics
    }

    var mistakes: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

/// Which screen of which service is to be shown.
package struct PreviewedScreen: Sendable {
    package let service: PublicService

    /// The question on the screen; nil for the first screen.
    package let question: Blueprints.ID?

    /// Where the screens of the preview stand: the word of each is added as `layar`.
    package let address: Address

    package init(service: PublicService, question: Blueprints.ID?, address: Address) {
        self.service = service
        self.question = question
        self.address = address
    }
}

/// A screen, and which ones there are.
package struct Preview: Sendable {
    package let page: any Page

    package init(page: any Page) { self.page = page }
}

/// What became of a worked example.
package struct TriedExample: Sendable {
    package let id: String
    package let complaints: [String]

    package init(id: String, complaints: [String]) {
        self.id = id
        self.complaints = complaints
    }
}
