import Blueprints
import Office

/// The result of an upgrade, checked and tried beside both sides that it came from.
struct UpgradeTrial {
    let findings: [Diagnostic]
    let stale: [Diagnostic]
    let examples: [UpgradeExample]
    let services: [UpgradeOfService]

    init(here: AdaptedFolder, next: AdaptedFolder, result: FolderArchive, ground: UpgradeGround) {
        let ours = Self.compiled(here.read, ground)
        let fill = writeOverlay(Overlay(fill: here.overlay.fill, edits: []))
        let filled = AdaptedFolder(next.upstream.with([fill]), named: here.name)
        let theirs = Self.compiled(filled.read, ground)
        let both = Self.compiled(AdaptedFolder(result, named: here.name).read, ground)
        let known = Set((ours.diagnostics + theirs.diagnostics).map(Saying.init))
        let new = both.diagnostics.filter { !known.contains(Saying($0)) }
        stale = new.filter { $0.code == Self.staleCode }
        findings = new.filter { !Self.toldElsewhere.contains($0.code) }
        examples = Self.examples(ours.blueprint, both.blueprint, ground)
        services = Self.services(ours.blueprint, both.blueprint)
    }

    private static let staleCode = SemanticCode.translationStale.rawValue

    /// Open holes, stale translations and idle fillings have lists of their own; a thing of the
    /// publisher's that an answer brought back cannot have a local name.
    private static let toldElsewhere: Set<String> = [
        staleCode, SemanticCode.holeOpen.rawValue, SemanticCode.fillsNothing.rawValue,
        SemanticCode.nameNotLocal.rawValue,
    ]

    /// What a diagnostic says, wherever it stands: lines move when files change.
    private struct Saying: Hashable {
        let code, sentence: String

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            sentence = diagnostic.sentence
        }
    }

    private static func compiled(_ folder: ReadFolder, _ ground: UpgradeGround) -> Compiled {
        compile(
            folder,
            on: CompileGround(installed: ground.installed, digest: ContentDigest.of)
        )
    }

    private static func examples(
        _ ours: Blueprint?,
        _ result: Blueprint?,
        _ ground: UpgradeGround
    ) -> [UpgradeExample] {
        guard let result, let run = ground.example else { return [] }
        let services = Set(result.services.map(\.id))
        let before = (ours?.examples ?? []).filter { old in
            services.contains(old.service) && !result.examples.contains(old)
        }
        return result.examples.map {
            UpgradeExample(id: $0.id, isInResult: true, complaints: run($0, result))
        }
            + before.map {
                UpgradeExample(id: $0.id, isInResult: false, complaints: run($0, result))
            }
    }

    private static func services(_ ours: Blueprint?, _ result: Blueprint?) -> [UpgradeOfService] {
        guard let result else { return [] }
        let before = ours?.services ?? []
        let there = result.services.map { service in
            let old = before.first { $0.id == service.id }
            return UpgradeOfService(
                service: service.id,
                title: service.title.indonesian,
                change: old.map { $0.digest == service.digest ? .unchanged : .changed } ?? .added
            )
        }
        let gone = before.filter { old in !result.services.contains { $0.id == old.id } }
        return there
            + gone.map {
                UpgradeOfService(service: $0.id, title: $0.title.indonesian, change: .removed)
            }
    }
}
