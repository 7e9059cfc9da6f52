import Blueprints
import Cooperation
import Exchange
import Ledger
import Office
import Press
import Services
import Site
import Stories
import Synchronization
import Workshop

extension ServicesFeature {
    /// What the workshop needs of services: compiled drafts, screens, worked examples.
    var groundOfWorkshop: WorkshopGround {
        let kept = CheckedDrafts()
        return WorkshopGround(
            letters: lettersOfWorkshop,
            publisher: { reader in try regencyFile(reader).code },
            regency: { reader in try regencyFile(reader) },
            runner: { reader in
                let runner = try exampleRunner(reader)
                return { example, blueprint in runner.run(example, of: blueprint) }
            },
            check: { name, archive in kept.checked(name, archive) },
            preview: { screen, reader in
                try preview(
                    of: screen.service,
                    asking: screen.question,
                    at: screen.address,
                    reader
                ).map { Preview(page: $0) }
            },
            examples: { blueprint, reader in
                let runner = try exampleRunner(reader)
                return blueprint.examples.map {
                    TriedExample(id: $0.id.text, complaints: runner.run($0, of: blueprint))
                }
            },
            outcome: { example, blueprint, reader in
                try exampleRunner(reader).outcome(of: example, in: blueprint)
            }
        )
    }
}

extension WorkshopGround {
    /// The same that also knows what agreements permit.
    func askingAgreements() -> WorkshopGround {
        var ground = self
        ground.agreement = { asked, reader in
            try reader.agreement(
                permitting: asked.blueprint,
                TransferDirection(asked.direction),
                with: asked.partner,
                on: asked.day
            )
        }
        ground.agreedRoot = { publisher, day, reader in
            // Kept as `RootsOfPartners` reads the words: the first bytes of the root's digest.
            guard let root = try reader.pinnedRoot(of: publisher, on: day),
                let start = bytes(hexadecimal: root.text), start.count == 16
            else { return nil }
            return .words(start)
        }
        return ground
    }
}

extension ServicesFeature {
    /// Letters of a draft, measured and printed.
    fileprivate var lettersOfWorkshop:
        (
            paper: WorkshopGround.LetterAsked<PaperOfLetter>,
            print: WorkshopGround.LetterAsked<[UInt8]>
        )
    {
        (
            paper: { letter, example, blueprint, reader in
                let sheet = try proof(of: letter, for: example, in: blueprint, reader)
                do throws(PressError) {
                    guard let sheet else { return nil }
                    let extent = try LetterPress.extent(of: sheet)
                    return .pages(extent.pages, cutWords: extent.cutWords)
                } catch {
                    guard error.isOfTheSheet else { throw error }
                    return .cannotBePrinted
                }
            },
            print: { letter, example, blueprint, reader in
                try proof(of: letter, for: example, in: blueprint, reader)
                    .map { try LetterPress.pdf(of: $0) }
            }
        )
    }
}

extension PressError {
    /// Whether it is about what stands on the sheet, and not about this machine.
    fileprivate var isOfTheSheet: Bool {
        switch self {
        case .tooManyPages, .tooMuchText, .doesNotFit, .codeTooLong: true
        case .crest, .moment, .noFonts, .writing: false
        }
    }
}

/// What came of the drafts that were looked at last: a page and its preview ask for the same one.
private final class CheckedDrafts: Sendable {
    private let kept = Mutex<[(archive: FolderArchive, checked: CheckedDraft)]>([])
    private static let most = 8

    func checked(_ name: Code, _ archive: FolderArchive) -> CheckedDraft {
        if let found = kept.withLock({ kept in kept.first { $0.archive == archive } }) {
            return found.checked
        }
        let (blueprint, diagnostics) = EditionReading.blueprint(
            archive,
            named: name.text,
            for: .publishing
        )
        // With a mistake in its meaning it can still be looked at.
        let running =
            blueprint
            ?? EditionReading.blueprint(archive, named: name.text, for: .running).blueprint
        let checked = CheckedDraft(
            blueprint: blueprint,
            running: running,
            diagnostics: diagnostics
        )
        kept.withLock { kept in kept = [(archive, checked)] + kept.prefix(Self.most - 1) }
        return checked
    }
}
