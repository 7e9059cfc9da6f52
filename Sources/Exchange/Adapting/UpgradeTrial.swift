import Blueprints
import Dispatch
import Synchronization

/// The result of an upgrade, checked and tried beside both sides that it came from.
struct UpgradeTrial {
    let findings: [Diagnostic]
    let stale: [Diagnostic]
    let examples: [UpgradeExample]
    let services: [UpgradeOfService]

    init(here: AdaptedFolder, next: AdaptedFolder, result: AdaptedFolder, ground: UpgradeGround) {
        let fill = writeOverlay(Overlay(fill: here.overlay.fill, edits: []))
        let filled = next.with(ours: [fill])
        let compiled = Self.compiled([here.read, filled.read, result.read], ground)
        let (ours, theirs, both) = (compiled[0], compiled[1], compiled[2])
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

    /// Each compiled, on all cores; they do not depend on each other.
    private static func compiled(
        _ folders: [ReadFolder],
        _ ground: UpgradeGround
    ) -> [Compiled] {
        let ground = CompileGround(
            installed: ground.installed,
            needs: ground.needs,
            digest: ContentDigest.of
        )
        let found = Mutex<[Int: Compiled]>([:])
        DispatchQueue.concurrentPerform(iterations: folders.count) { number in
            let compiled = compile(folders[number], on: ground)
            found.withLock { $0[number] = compiled }
        }
        return found.withLock { found in folders.indices.compactMap { found[$0] } }
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
